"""Noun phrases: their smallest sayable words as characters, and what a noun of number or group is "of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import marker_of
from kg.language.phrases import phrase
from kg.records import Span

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words


def phrase_span(head: Token) -> Span:
    """Return the characters of the phrase of a word, as far as `kg.language.phrases.phrase` says that it reaches."""
    start, end = phrase(head)
    last = head.doc[end - 1]
    return Span(head.doc[start].idx, last.idx + len(last))


def complement_of(noun: Token, words: Words) -> Token | None:
    """Return the noun behind "of" that says what the first one is of, where it is no name: "dozens of protesters"."""
    for child in noun.rights:
        if child.dep_ in {"nmod", "obl"} and marker_of(child) in words.prepositions.genitive and child.pos_ == "NOUN":
            return child
    return None
