"""Short ways to write what stands in a text: the parts of a record by the words that they are read from."""

from __future__ import annotations

from kg.records import Argument, Evidence, Mention, MentionKind, Span, Term


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
