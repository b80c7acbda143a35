"""Dates that count from another event: "a day after the call on Friday", "two days later"."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.grammar.syntax import CLAUSES_OF_NOUNS
from kg.grammar.time.dates import DateKind, DateMention, date_of
from kg.grammar.time.not_dates import is_rough
from kg.grammar.time.offsets import relative_offsets
from kg.periods import is_plain
from kg.records import EventDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.time.dates import Dates
    from kg.grammar.time.offsets import Offset
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

DAYS = {"P1D": 1, "P7D": 7}
MONTH, YEAR = "P1M", "P1Y"
UNSURE = frozenset({*DAYS, MONTH, YEAR})
NEAR = 4  # tokens: "the next day, a Friday", a date that speaks for itself


def counted_dates(doc: Doc, dates: Dates, words: Words) -> Iterator[DateMention]:
    """Yield the days that distances from other events tell, where the day of one of the two events is known."""
    for offset in relative_offsets(doc, words):
        days = _days(offset, doc, words)
        if days is not None and offset.anchor is None:
            yield from _from_the_last(offset, days, doc, dates)
        elif days is not None and offset.anchor is not None:
            yield from _between(offset.anchor, offset, days, dates, words)
        elif offset.direction and offset.unit in UNSURE and offset.anchor is None:
            yield from _at_a_distance(offset, doc, dates, words)
        elif offset.direction and offset.unit in UNSURE and offset.anchor is not None:
            yield from _apart(offset.anchor, offset, dates, words)


def _days(offset: Offset, doc: Doc, words: Words) -> int | None:
    """The distance in days, None where it is not sure ("hours later", "at least two days after", "for two days")."""
    if offset.amount is None or offset.unit not in DAYS or is_rough(doc[offset.start : offset.end], words):
        return None
    if offset.amount and offset.start and doc[offset.start - 1].pos_ == "ADP":
        return None
    return offset.direction * offset.amount * DAYS[offset.unit]


def _between(anchor: Token, offset: Offset, days: int, dates: Dates, words: Words) -> Iterator[DateMention]:
    """Of the event that is told and the one that it counts from, the first known day tells the other."""
    event = anchor.head
    told, origin = _day_of(event, dates, words), _day_of(anchor, dates, words)
    if event.i != anchor.i and told is None and origin is not None:
        yield DateMention(offset.start, offset.end, _shifted(origin, days), of=event.i)
    elif event.i != anchor.i and origin is None and told is not None:
        yield DateMention(offset.start, offset.end, _shifted(told, -days), of=anchor.i)


def _apart(anchor: Token, offset: Offset, dates: Dates, words: Words) -> Iterator[DateMention]:
    """Yield the month or year of one of two events so many apart; None for some: "days after a bomber attacked"."""
    event = anchor.head
    if event.i == anchor.i or anchor.pos_ != "VERB":
        return
    told, origin = date_of(event, dates, words), date_of(anchor, dates, words)
    lasts = offset.start > 0 and anchor.doc[offset.start - 1].pos_ == "ADP"  # "for two months after"
    exact = not lasts and offset.amount is not None and not is_rough(anchor.doc[offset.start : offset.end], words)
    if told is not None and told.value is not None and origin is None:
        value = _moved(told.value, offset, -1) if exact else None
        yield DateMention(offset.start, offset.end, value, of=anchor.i)
    elif origin is not None and origin.value is not None and told is None and exact:
        yield DateMention(offset.start, offset.end, _moved(origin.value, offset, 1), of=event.i)


def _day_of(predicate: Token, dates: Dates, words: Words) -> EventDate | None:
    mention = date_of(predicate, dates, words)
    return mention.value if mention is not None and mention.value is not None and mention.value.is_day else None


def _from_the_last(offset: Offset, days: int, doc: Doc, dates: Dates) -> Iterator[DateMention]:
    """Where no event is named it is that of the last day before, in this sentence or the one before it."""
    unit = doc[offset.start : offset.end].root
    if any(child.dep_ in CLAUSES_OF_NOUNS for child in unit.children):
        return  # "the same day that it attacked"
    behind = next(dates.behind(offset.end - 1), None)
    if behind is not None and behind.start <= offset.end + NEAR:
        return
    last = _last_before(offset, doc, dates)
    if last is not None and last.is_day:
        yield DateMention(offset.start, offset.end, _shifted(last, days), of=unit.head.i)
    elif last is not None and unit.head.pos_ == "VERB":
        yield DateMention(offset.start, offset.end, None, of=unit.head.i)  # ten days after some day in January


def _last_before(offset: Offset, doc: Doc, dates: Dates) -> EventDate | None:
    """The date told last before the words, in their sentence or the one before it."""
    first = doc[offset.start].sent.start
    since = doc[first - 1].sent.start if first else 0
    at = bisect_left(dates.starts, offset.start)
    last = dates.told[at - 1] if at and dates.starts[at - 1] >= since else None
    return last.value if last is not None and last.kind is DateKind.POINT else None


def _at_a_distance(offset: Offset, doc: Doc, dates: Dates, words: Words) -> Iterator[DateMention]:
    """Yield the month or year of what was so many later ("in January ... four months later"); None for some.

    It is not the time of what it counts from, which the clause would share otherwise.
    """
    last = _last_before(offset, doc, dates)
    verb = doc[offset.start : offset.end].root.head
    behind = next(dates.behind(offset.end - 1), None)
    if last is None or verb.pos_ != "VERB" or (behind is not None and behind.start <= offset.end + NEAR):
        return
    rough = offset.amount is None or is_rough(doc[offset.start : offset.end], words)
    value = None if rough else _moved(last, offset, 1)
    yield DateMention(offset.start, offset.end, value, of=verb.i)


def _moved(day: EventDate, offset: Offset, sign: int) -> EventDate | None:
    """The month or year that lies so many of them away, None where the text is less precise than that."""
    year, *rest = (int(part) for part in day.value.split("-")) if is_plain(day.value) else (0,)
    count = sign * offset.direction * (offset.amount or 0)
    if not year or not count or offset.unit not in {MONTH, YEAR} or (offset.unit == MONTH and not rest):
        return None
    if offset.unit == YEAR:
        return EventDate(f"{year + count:04}", day.basis)
    years, month = divmod(year * 12 + rest[0] - 1 + count, 12)
    return EventDate(f"{years:04}-{month + 1:02}", day.basis)


def _shifted(day: EventDate, days: int) -> EventDate:
    return EventDate((date.fromisoformat(day.value) + timedelta(days=days)).isoformat(), day.basis)
