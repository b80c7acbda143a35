"""Annotate: one spaCy pipeline over the stored text of a document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import ModelError
from kg.grammar.headlines import signatures
from kg.grammar.parses import tree_of
from kg.grammar.repairs import repaired
from kg.language.clear import is_clear, to_universal

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Parsed

    from kg.grammar.tree import Doc
    from kg.records import Document

LAYERS = ("TAG", "LEMMA", "DEP")
_PLACE, _CAPITALS = r"[^\W\d_a-z][^\n()—–:;“\"]{1,60}?", r"[^\W\d_a-z]{3}[^\na-z()—–:;“\"]*(?:, [^\n()—–:;“\"]{1,40}?)?"
_DATELINE = re.compile(
    rf"^[ \t]*(?:(?:{_PLACE} )?\([^\W\d_a-z][^\n()]{{1,30}}\) ?(?:[—–]|--?)|{_CAPITALS} ?(?:[—–]| --?|/[A-Z]+/\.?))"
    r"\s+(?=[A-Z0-9“\"])",
    re.MULTILINE,
)
"""Where and by whom a paragraph was filed: "KYIV, July 4 (Agency) - ", "GAZA CITY — ", "MOSCOW, July 4. /AGENCY/. "."""


def annotate(document: Document, nlp: Language) -> Doc:
    """Return the tokens with tags, lemmas, sentences and Universal Dependencies; ModelError if a layer is missing.

    Trees of pipelines with CLEAR labels (`en_core_web_sm` and the like) are turned into Universal Dependencies, and in
    all trees the known mistakes of parsers are mended.
    """
    doc = nlp(_apart_from_datelines(nlp.make_doc(document.text)))
    missing = [layer for layer in LAYERS if not doc.has_annotation(layer)] if len(doc) else []
    if missing:
        raise ModelError(
            f"the pipeline gives no {', '.join(missing)}",
            place=str(nlp.meta.get("name")),
            remedy="choose one with a tagger, a lemmatizer and a parser",
        )
    return repaired(tree_of(to_universal(doc) if is_clear(doc) else doc))


def _apart_from_datelines(doc: Parsed) -> Parsed:
    """Begin a sentence behind every dateline, whose city parsers take for the subject: "DOHA (Agency) — Iran fired".

    So also where a headline is signed by who says it: "Ukraine attacked Belgorod - Kremlin".
    """
    text = doc.text
    for start in (*(dateline.end() for dateline in _DATELINE.finditer(text)), *signatures(text)):
        story = doc.char_span(start, start + 1, alignment_mode="expand")
        if story is not None:
            story[0].is_sent_start = True
    return doc
