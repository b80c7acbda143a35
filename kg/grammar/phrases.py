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
    """Return the noun behind "of" that says what the first one is of: "dozens of protesters", "of Iranians".

    A name in the singular says of whom or where it is.
    """
    for child in noun.rights:
        plural = child.pos_ == "NOUN" or child.tag_ == "NNPS"
        if child.dep_ in {"nmod", "obl"} and marker_of(child) in words.prepositions.genitive and plural:
            return child
    return None
