"""Which quotations are one statement: the same words, or a long part of them on the same day, of the same speaker."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from kg.consolidate.agreement import DAYS_FOR_SHORT_QUOTE, LONG_QUOTE
from kg.consolidate.groups import Group, Groups, Support, merge_best_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.consolidate.occurrences import EventFacts, Party

Pair: TypeAlias = "tuple[Group[EventFacts], Group[EventFacts]]"
SHINGLE = 4
"""Words that begin a quotation and are looked for in longer ones, so that not every two quotations are compared."""


def merge_statements(groups: Groups[EventFacts]) -> None:
    """Unite groups of statements that report the same words."""
    quoted = [
        (facts, group)
        for group in groups.current()
        for facts in group.facts
        if "Statement" in facts.above and facts.quote
    ]
    merge_best_first(groups, _pairs(quoted), _assess)


def _pairs(quoted: Sequence[tuple[EventFacts, Group[EventFacts]]]) -> Iterator[Pair]:
    """Yield groups of one speaker where the longest piece of one quotation begins like a part of the other."""
    beginnings: defaultdict[tuple[frozenset[Party], tuple[str, ...]], list[Group[EventFacts]]] = defaultdict(list)
    for facts, group in quoted:
        longest = max(facts.quote, key=lambda piece: (len(piece), piece))
        beginnings[facts.role("speaker"), tuple(longest.split()[:SHINGLE])].append(group)
    seen: set[tuple[int, int]] = set()
    for facts, group in quoted:
        for words in _shingles(facts.quote):
            for other in beginnings.get((facts.role("speaker"), words), ()):
                left, right = sorted((group, other), key=lambda found: found.first)
                if left is not right and (id(left), id(right)) not in seen:
                    seen.add((id(left), id(right)))
                    yield left, right


def _shingles(quote: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for piece in quote:
        words = piece.split()
        for start in range(max(1, len(words) - SHINGLE + 1)):
            yield tuple(words[start : start + SHINGLE])


def _assess(left: Group[EventFacts], right: Group[EventFacts]) -> Support | None:
    if not left.records.isdisjoint(right.records):
        return None
    supports = [found for a in left.facts for b in right.facts if (found := _same_words(a, b)) is not None]
    return min(supports, key=lambda found: (-found.score, found.reason), default=None)


def _same_words(left: EventFacts, right: EventFacts) -> Support | None:
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
