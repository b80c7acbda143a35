"""Annotate: one spaCy pipeline over the stored text of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import ModelError
from kg.language.clear import is_clear, to_universal

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from kg.records import Document

LAYERS = ("TAG", "LEMMA", "DEP")


def annotate(document: Document, nlp: Language) -> Doc:
    """Return the tokens with tags, lemmas, sentences and Universal Dependencies; ModelError if a layer is missing.

    Trees of pipelines with CLEAR labels (`en_core_web_sm` and the like) are turned into Universal Dependencies.
    """
    doc = nlp(document.text)
    missing = [layer for layer in LAYERS if not doc.has_annotation(layer)] if len(doc) else []
    if missing:
        raise ModelError(
            f"the pipeline gives no {', '.join(missing)}",
            place=str(nlp.meta.get("name")),
            remedy="choose one with a tagger, a lemmatizer and a parser",
        )
    return to_universal(doc) if is_clear(doc) else doc
