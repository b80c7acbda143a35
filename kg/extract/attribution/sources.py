"""Whom the words for a speaker or a source name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.authorship import authors_of
from kg.knowledge.reference import body_sort
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.extract.participants.mentions import MentionIndex
    from kg.extract.participants.reference import Reference
    from kg.grammar.tree import Token
    from kg.knowledge.reference import Resource
    from kg.knowledge.words import Words
    from kg.records import Entity

AGENTS = frozenset({Term("Person"), Term("Country"), Term("Organization")})


def agents_at(token: Token, index: MentionIndex) -> tuple[Reference, ...]:
    """Return the people, countries and organizations that a token names, with what is coordinated with it."""
    return tuple(reference for reference in index.at(token) if index.entities[reference.entity].kind in AGENTS)


def speakers_at(token: Token, index: MentionIndex, words: Words) -> tuple[Reference, ...]:
    """Return the agents that a subject or a source names, or the authors of a statement that "says".

    The medium in which it is published is none: "a Telegram post".
    """
    if found := agents_at(token, index):
        return found
    if token.lemma_.lower() not in words.speech.nouns:
        return ()
    for author in authors_of(token, words):
        named = agents_at(author, index)
        if named and not all(is_medium(index.entities[r.entity], index.knowledge.reference) for r in named):
            return named
    return ()


def is_medium(entity: Entity, reference: Mapping[str, Resource]) -> bool:
    """Say whether an entity is a medium that is known."""
    return body_sort(entity.reference, reference) == "media"
