"""Annotate: what one spaCy pipeline says of the text of a document, with the known mistakes of parsers mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.parses import parse
from kg.grammar.repairs import repaired

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.grammar.tree import Doc
    from kg.records import Document


def annotate(document: Document, nlp: Language) -> Doc:
    """Return what `parse` does, mended."""
    return repaired(parse(document.text, nlp))
