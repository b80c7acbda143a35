"""Short ways to write what stands in a text: the parts of a record by the words that they are read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.assemble import assemble
from kg.knowledge.namespaces import ID
from kg.records import Argument, Evidence, Mention, MentionKind, Span, Term
from kg.store.lines import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from kg.knowledge import Knowledge
    from kg.records import Collection


def span_of(text: str, words: str) -> Span:
    """Return where words stand first in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def evidence(text: str, words: str, rule: str = "test") -> tuple[Evidence, ...]:
    """Return words as the only evidence."""
    return (Evidence(span_of(text, words), rule),)


def mention(text: str, entity: int, words: str, kind: MentionKind = MentionKind.NAME, rule: str = "test") -> Mention:
    """Return the first mention of an entity by these words."""
    return Mention(span_of(text, words), entity, kind, rule)


def arguments(text: str, *roles: tuple[str, int, str]) -> tuple[Argument, ...]:
    """Return arguments from their roles, entities and words."""
    return tuple(Argument(Term(role), entity, span_of(text, words)) for role, entity, words in roles)


def assembled(collection: Collection, knowledge: Knowledge, *, base: str = ID) -> Iterator[Triple]:
    """Return the graph of a collection, triple by triple."""
    return parsed(assemble(collection, knowledge, base=base))
