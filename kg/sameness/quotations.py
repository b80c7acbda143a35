"""Which quotations of one speaker are one statement: the same words, or a long part of them on the same day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kg.sameness.support import Support

if TYPE_CHECKING:
    from kg.sameness.facts import EventFacts

LONG_QUOTE = 40
"""Characters from which on the same words are one statement whenever reported, and a part stands for the whole."""
DAYS_FOR_SHORT_QUOTE = 2


def same_words(left: EventFacts, right: EventFacts) -> Support | None:
    """Return what speaks for two quotations of one speaker being one statement; None where nothing does."""
    short, long = sorted((left.quote, right.quote), key=_length)
    days = _days_between(left, right)
    if short == long:
        if _length(short) >= LONG_QUOTE:
            return Support(0, 0.95, "same words of the same speaker")
        close = days is not None and days <= DAYS_FOR_SHORT_QUOTE
        return Support(0, 0.85, "same few words, same days") if close else None
    if _length(short) >= LONG_QUOTE and days is not None and days <= 1 and _is_part(short, long):
        return Support(1, 0.85, "part of the same words, same day")
    return None


def _length(quote: tuple[str, ...]) -> int:
    return sum(map(len, quote))


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether every piece of the one stands within the other, in order."""
    whole, start = f" {' | '.join(long)} ", 0
    for piece in short:
        found = whole.find(f" {piece} ", start)
        if found < 0:
            return False
        start = found + len(piece)
    return True


def _days_between(left: EventFacts, right: EventFacts) -> int | None:
    """Return the days between two statements, by the day of the article where that of the words is unknown."""
    days = [
        date.fromisoformat(facts.date).toordinal() if facts.date and facts.has_day else facts.published
        for facts in (left, right)
    ]
    return abs(days[0] - days[1]) if days[0] is not None and days[1] is not None else None
