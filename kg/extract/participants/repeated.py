"""Who is meant by the last word of his description: "the Peruvian rail authority", then "the [authority]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.remembered import remembered
from kg.grammar.syntax import is_definite

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

NOUNS = frozenset({"NOUN", "PROPN"})
DESCRIBING = frozenset({"amod", "compound", "nmod:poss", "nmod:desc"})
REACH = 200
"""Tokens before a noun that are searched for its fuller description, some eight sentences."""


@remembered
def first_told(noun: Token, words: Words) -> Token:
    """Return the noun by which somebody was described more fully before, else the noun itself.

    A bare definite noun means the one of its kind that was told of (Halliday and Hasan 1976, 2.4); of two none.
    """
    if not is_definite(noun, words) or _qualities(noun):
        return noun
    before = noun.doc[max(noun.sent.start - REACH, 0) : noun.sent.start]
    alike = [t for t in before if t.lemma_.lower() == noun.lemma_.lower() and t.tag_ == noun.tag_ and t.pos_ in NOUNS]
    told = [other for other in alike if other.dep_ not in DESCRIBING and _qualities(other)]
    return told[-1] if len({_qualities(other) for other in told}) == 1 else noun


def _qualities(noun: Token) -> tuple[str, ...]:
    return tuple(child.lower_ for child in noun.lefts if child.dep_ in DESCRIBING)
