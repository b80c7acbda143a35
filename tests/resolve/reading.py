"""What a text names, for tests that ask by the words of a mention."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kg.records import Document
from kg.resolve import resolve
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.grammar.tree import Doc
    from kg.records import Entity, Resolution

    Reading = Callable[[str], Doc]

DAY = date(2025, 7, 4)


def resolution_of(doc: Doc) -> Resolution:
    """Return the resolution of a parsed text, published on 4 July 2025."""
    return resolve(doc, Document(id="case", text=doc.text, date=DAY), KNOWLEDGE)


def meant(doc: Doc, words: str) -> list[Entity]:
    """Return the entities that the words, in their last place, refer to in full."""
    resolution = resolution_of(doc)
    start = doc.text.rindex(words)
    span = (start, start + len(words))
    found = {mention.entity for mention in resolution.mentions if (mention.span.start, mention.span.end) == span}
    return [resolution.entities[entity] for entity in sorted(found)]


def names(doc: Doc, kind: str) -> set[str]:
    """Return the names of the entities of a class."""
    return {entity.name for entity in resolution_of(doc).entities if entity.kind == kind}


def local(iri: str | None) -> str | None:
    """Return the last part of an IRI."""
    return None if iri is None else iri.rsplit("/", 1)[-1]
