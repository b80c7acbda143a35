"""Numbers that parsers take for a phrase of their own beside the noun that they count: "released [30] captured men"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.attachment import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Token

PLACES = frozenset({"obj", "nsubj", "nsubj:pass"})
NUMBER, PLURAL = "CD", "NNS"


def numbers_before_their_nouns(doc: Doc) -> Iterator[Attachment]:
    """A bare number right before a plural in the same place of the same verb counts it: a place holds one phrase."""
    for number in doc:
        if number.tag_ == NUMBER and number.dep_ in PLACES and not number.children:
            beside = (noun for noun in number.head.children if _is_counted_by(number, noun))
            yield from (Attachment(number.i, noun.i, "nummod") for noun in beside)


def _is_counted_by(number: Token, noun: Token) -> bool:
    return noun.dep_ == number.dep_ and noun.tag_ == PLURAL and noun.left_edge.i == number.i + 1
