"""Distances in time that count from another event: "a day after the call", "the next day"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.grammar.quantity.numbers import number_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance in time from an event: `amount` units (None: some) after (direction 1) or before it (-1), 0 the same.

    The unit is an xsd:duration. `anchor` is the token that the words count from ("a day after [his call]"), None where
    they only point back.
    """

    start: int
    end: int
    amount: int | None
    unit: str
    direction: int
    anchor: Token | None


def relative_offsets(doc: Doc, words: Words) -> tuple[Offset, ...]:
    """Return the distances in time that count from an event ("a day after ...", "the next day"), in order."""
    return tuple(sorted([*_counted(doc, words), *_anaphoric(doc, words)], key=lambda offset: offset.start))


def _counted(doc: Doc, words: Words) -> Iterator[Offset]:
    directions = words.time.directions
    for token, following in pairwise(doc):
        if following.lower_ not in directions:
            continue
        direction = directions[following.lower_]
        unit = unit_of(token, words) if direction else None
        if unit is None or not direction:
            continue
        amount, start = _amount_before(token, words)
        anchored = following.dep_ in {"mark", "case"} and following.head.i > following.i
        anchor = following.head if anchored else None
        yield Offset(start, following.i + 1, amount, unit, direction, anchor)


def unit_of(token: Token, words: Words) -> str | None:
    """Return the xsd:duration of the unit of time that a word names, in the singular or plural."""
    units = words.time.units
    return units.get(token.lower_) or next(
        (units[form] for form in sorted(words.endings.singulars_of(token.lower_)) if form in units), None
    )


def _amount_before(unit: Token, words: Words) -> tuple[int | None, int]:
    """Return the number before a unit of time and where it begins; None for "hours later"."""
    if unit.i == 0:
        return None, unit.i
    before = unit.nbor(-1)
    if before.lower_ in words.function.indefinite_article:
        return 1, before.i
    value = number_value([before.lower_], words)
    return (None, unit.i) if value is None or value != int(value) else (int(value), before.i)


def _anaphoric(doc: Doc, words: Words) -> Iterator[Offset]:
    folded = doc.text.casefold()
    for phrase, shift in words.time.anaphors.items():
        if phrase not in folded:
            continue  # a pattern without regard to capitals is slow to say so
        for match in re.finditer(rf"\b{re.escape(phrase)}\b", doc.text, re.IGNORECASE):
            span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if span is None:
                continue
            following = doc[span.end] if span.end < len(doc) else None
            anchored = following is not None and following.dep_ in {"mark", "case"} and following.head.i > following.i
            counts_from = span[-1].head if span[-1].dep_ in {"mark", "case"} and span[-1].head.i >= span.end else None
            if following is not None and anchored and following.lower_ in words.time.directions:
                counts_from = following.head
            yield Offset(span.start, span.end, abs(shift), "P1D", (shift > 0) - (shift < 0), counts_from)
