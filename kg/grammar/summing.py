"""Clauses that sum up: what happens often, or happened over a long time, is no one happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import OBLIQUES, PLURAL, is_definite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

HOURS, STEPS = "PT", 4
"""How lengths of hours begin, and how far above a noun its verb is sought: "died in a number of [attacks]"."""


def sums_up(token: Token, words: Words) -> bool:
    """Say whether a clause tells of what a trigger names as of many: "often attack", "killed 90 in recent weeks".

    Who often thinks of that talk thinks of one; who is often blamed for such attacks, of many.
    """
    one = is_definite(token, words) and not any(c.lower_ in words.function.pointer_to_kind for c in token.children)
    return not one and any(
        (child.dep_ == "advmod" and child.lower_ in words.time.frequencies)
        or (child.dep_ in OBLIQUES and _is_long(child, words))
        for word in _places(token)
        for child in word.children
    )


def _places(token: Token) -> Iterator[Token]:
    """Yield a word and those above it up to its verb."""
    for _ in range(STEPS):
        yield token
        if token.pos_ == "VERB" or token.head is token:
            return
        token = token.head


def _is_long(noun: Token, words: Words) -> bool:
    """Say whether a time is of several days, weeks or years that passed: "in recent months", "over the past year"."""
    if words.time.units.get(noun.lemma_.lower(), HOURS).startswith(HOURS):
        return False
    passed = any(child.lower_ in words.time.passed for child in noun.children)
    return passed and (noun.tag_ in PLURAL or any(child.dep_ == "case" for child in noun.children))
