"""The day, month or year that a written date stands for, seen from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.grammar.time.date_grammar import UNITS
from kg.records import DateBasis, EventDate

if TYPE_CHECKING:
    from kg.grammar.time.date_grammar import Reading

MONTHS = 12
WEEK = 7
PARTS_OF_DAY = {"PT1H": 6, "PT1M": 360, "PT1S": 21_600}
"""How many of a unit ago is still the same day: at most six hours."""
SLACK = timedelta(days=1)  # where the news happens it may already be tomorrow


def read_date(reading: Reading, *, published: date | None, ahead: bool) -> EventDate | None:
    """Return the ISO 8601 date of a reading, None where it is not sure or needs an unknown day of publication.

    What names no year is the last such time up to publication, or the next one if the clause looks ahead.
    """
    if reading.year is not None:
        return _explicit(reading.year, reading.month, reading.day)
    if published is None:
        return None
    if reading.month is not None and reading.day is not None:
        return _day_of_month(reading, published=published, ahead=ahead)
    if reading.month is not None:
        return _month(reading.month, reading.shift, published=published, ahead=ahead)
    if reading.weekday is not None:
        return _weekday(reading.weekday, reading.shift, published=published, ahead=ahead)
    return None if reading.shift is None else _shifted(reading.unit, reading.shift, published=published)


def _explicit(year: int, month: int | None, day: int | None) -> EventDate | None:
    if month is None:
        return EventDate(f"{year:04}", DateBasis.EXPLICIT)
    if day is None:
        return EventDate(f"{year:04}-{month:02}", DateBasis.EXPLICIT)
    found = _valid(year, month, day)
    return None if found is None else EventDate(found.isoformat(), DateBasis.EXPLICIT)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_of_month(reading: Reading, *, published: date, ahead: bool) -> EventDate | None:
    days = [
        found
        for year in (published.year - 1, published.year, published.year + 1)
        if (found := _valid(year, reading.month or 0, reading.day or 0)) is not None
    ]
    named = [day for day in days if day.isoweekday() == reading.weekday]
    fitting = [day for day in named or days if (day >= published if ahead else day <= published + SLACK)]
    best = min(fitting or named, default=None, key=lambda day: abs(day - published))
    return None if best is None else EventDate(best.isoformat(), DateBasis.EXPLICIT)


def _month(month: int, shift: int | None, *, published: date, ahead: bool) -> EventDate:
    """A bare month, or one with last (before the present month), this (of the present year) or next."""
    year = published.year
    if shift == 0:
        pass
    elif shift == 1 or (shift is None and ahead):
        year += month < published.month or (shift == 1 and month == published.month)
    elif month > published.month or (shift == -1 and month == published.month):
        year -= 1
    return EventDate(f"{year:04}-{month:02}", DateBasis.EXPLICIT if shift is None else DateBasis.RELATIVE)


def _weekday(weekday: int, shift: int | None, *, published: date, ahead: bool) -> EventDate | None:
    """A bare weekday or one with "this", or the last one before publication; "next Friday" is one of two."""
    if shift == 1:
        return None
    if ahead and shift != -1:
        found = published + timedelta(days=(weekday - published.isoweekday()) % WEEK)
    else:
        back = (published.isoweekday() - weekday) % WEEK
        found = published - timedelta(days=WEEK if shift == -1 and back == 0 else back)
    return EventDate(found.isoformat(), DateBasis.RELATIVE)


def _shifted(unit: str | None, shift: int, *, published: date) -> EventDate | None:
    if unit in PARTS_OF_DAY and -shift <= PARTS_OF_DAY[unit]:
        shift = 0
    elif unit in PARTS_OF_DAY:
        return None  # "20 hours ago" may have been yesterday
    if unit is None or unit == "P1D" or unit in PARTS_OF_DAY:
        return EventDate((published + timedelta(days=shift)).isoformat(), DateBasis.RELATIVE)
    if unit not in UNITS:
        return None
    if unit == "P1Y":
        return EventDate(f"{published.year + shift:04}", DateBasis.RELATIVE)
    year, month = divmod(published.year * MONTHS + published.month - 1 + shift, MONTHS)
    return EventDate(f"{year:04}-{month + 1:02}", DateBasis.RELATIVE)
