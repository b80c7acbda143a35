"""The day, month, year or stretch that a written date stands for, seen from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.durations import Duration, read_duration
from kg.grammar.time.near_days import day_of_month, month_of, nearest_weekday, weekday_of_month
from kg.periods import choice, days_of, stretch, week_of
from kg.records import DateBasis, EventDate

if TYPE_CHECKING:
    from kg.grammar.time.readings import Reading

MONTHS = 12
WEEK = timedelta(days=7)
PARTS_OF_DAY = {"PT1H": 6, "PT1M": 360, "PT1S": 21_600}
"""How many of a unit ago is still the same day: at most six hours."""
QUARTERS = 4  # of a day in a day
SECONDS = 86_400  # of a day
FULL_WEEK, WEEKEND = "P7D", "P2D"
LOOKING_AHEAD = frozenset({"ahead", "limit", "to come"})  # in the past "in ten days" is how long something took
SPANS = frozenset({"elapsed", "to come"})
LONGEST_SPAN = timedelta(days=366)  # a longer one dates nothing


def read_date(reading: Reading, *, published: date | None, ahead: bool) -> EventDate | None:
    """Return the date of a reading, None where it is not sure or needs an unknown day of publication.

    What names no year is the last such time up to publication, or the next one if the clause looks ahead.
    """
    value = _stretch(reading, published, ahead=ahead) if reading.until else _period(reading, published, ahead=ahead)
    if value is None:
        return None
    relative = reading.years is not None or reading.months is not None or reading.weeks is not None
    named = reading.year is not None or (reading.month is not None and reading.shift is None and not relative)
    return EventDate(value, DateBasis.EXPLICIT if named else DateBasis.RELATIVE)


def read_nearest(reading: Reading, *, published: date | None) -> EventDate | None:
    """Return the date of a reading that may be before or after publication: the nearer of the two."""
    both = [read_date(reading, published=published, ahead=ahead) for ahead in (False, True)]
    known = [found for found in both if found is not None]
    if published is None:
        return next(iter(known), None)
    return min(known, key=lambda found: abs(days_of(found.value).first - published), default=None)


def _stretch(reading: Reading, published: date | None, *, ahead: bool) -> str | None:
    """The end of a stretch is known better than its beginning, which is the last such time before it."""
    if reading.until is None:
        return None
    last = _period(reading.until, published, ahead=ahead)
    if last is None:
        return None
    if reading.names_year:
        first = _period(reading, published, ahead=ahead)
    else:
        first = _period(reading, days_of(last).first, ahead=False)
    if first is None or days_of(first).first > days_of(last).first:
        return None
    return stretch(first, last) or last


def _period(reading: Reading, published: date | None, *, ahead: bool) -> str | None:
    if reading.year is not None:
        return _named(reading, reading.year)
    if published is None:
        return None
    if reading.years is not None:
        return _named(reading, published.year + reading.years)
    if reading.form in SPANS:
        return _span(reading, published) if ahead or reading.form not in LOOKING_AHEAD else None
    if reading.steps:
        return _stepped(reading, published, ahead=ahead)
    if reading.weeks is not None and reading.weekday is not None:
        monday = published - timedelta(days=published.isoweekday() - 1)
        return (monday + reading.weeks * WEEK + timedelta(days=reading.weekday - 1)).isoformat()
    if reading.months is not None:
        year, month = _month_at(published, reading.months)
        return _named(reading, year, month)
    return _nearest(reading, published, ahead=ahead)


def _named(reading: Reading, year: int, month: int | None = None) -> str | None:
    """The date of a form that tells the year, or also the month, by name or distance."""
    month = reading.month if month is None else month
    if reading.nth is not None:
        if reading.unit is not None:
            return _part(year, reading.nth, reading.unit)
        day = None if month is None else weekday_of_month(year, month, reading.weekday, reading.nth)
        return None if day is None else day.isoformat()
    if month is None:
        return f"{year:04}"
    if reading.day is None:
        return f"{year:04}-{month:02}"
    try:
        found = date(year, month, reading.day)
    except ValueError:
        return None
    return week_of(found) if reading.is_week else found.isoformat()


def _part(year: int, nth: int, unit: str) -> str | None:
    """The nth quarter or half of a year, in which the event was."""
    length = read_duration(unit)
    if length is None or not 0 < abs(nth) * length.months <= MONTHS:
        return None
    nth = nth if nth > 0 else MONTHS // length.months + 1 + nth
    last = f"{year:04}-{nth * length.months:02}"
    return choice(date(year, (nth - 1) * length.months + 1, 1), days_of(last).last)


def _month_at(day: date, shift: int) -> tuple[int, int]:
    year, month = divmod(day.year * MONTHS + day.month - 1 + shift, MONTHS)
    return year, month + 1


def _nearest(reading: Reading, published: date, *, ahead: bool) -> str | None:
    """The date of a form without a year: the one nearest to publication."""
    if reading.nth is not None:
        return _nearest_place(reading, published, ahead=ahead)
    if reading.day is not None:
        found = day_of_month(reading.month, reading.day, reading.weekday, published, ahead=ahead)
        return None if found is None else week_of(found) if reading.is_week else found.isoformat()
    if reading.month is not None:
        return month_of(reading.month, reading.shift, published, ahead=ahead)
    if reading.weekday is not None:
        found = nearest_weekday(reading.weekday, reading.shift, published, ahead=ahead, next_one=reading.is_next)
        return None if found is None else found.isoformat()
    return _of_unit(reading.unit, reading.shift, published, ahead=ahead)


def _nearest_place(reading: Reading, published: date, *, ahead: bool) -> str | None:
    """The nth quarter, or the nth weekday of a month, of the year that publication is nearest to."""
    years = (published.year, published.year + 1) if ahead else (published.year, published.year - 1)
    for year in years:
        found = _named(reading, year)
        if found is not None and (days_of(found).last >= published if ahead else days_of(found).first <= published):
            return found
    return None


def _of_unit(unit: str | None, shift: int | None, published: date, *, ahead: bool) -> str | None:
    if unit == WEEKEND:
        return _weekend(shift, published, ahead=ahead)
    if shift is None:
        return None
    if unit is None:
        return (published + timedelta(days=shift)).isoformat()
    if unit == FULL_WEEK:
        return week_of(published + shift * WEEK)
    length = read_duration(unit)
    if length is None or length.seconds or not 0 < length.months <= MONTHS:
        return None  # a decade has no date
    if length.months == MONTHS:
        return f"{published.year + shift:04}"
    if length.months == 1:
        return "{:04}-{:02}".format(*_month_at(published, shift))
    place = (published.year * MONTHS + published.month - 1) // length.months + shift
    year, nth = divmod(place, MONTHS // length.months)
    return _part(year, nth + 1, unit)


def _weekend(shift: int | None, published: date, *, ahead: bool) -> str:
    """The weekend that is meant: the last one that has begun, or the next one if the clause looks ahead."""
    saturday = published + timedelta(days=6 - published.isoweekday())
    begun = saturday <= published
    if shift == -1:
        saturday -= WEEK
    elif shift == 1:
        saturday += WEEK
    elif not ahead and not begun:
        saturday -= WEEK
    return choice(saturday, saturday + timedelta(days=1))


def _stepped(reading: Reading, published: date, *, ahead: bool) -> str | None:
    """The date so many units away: as precise as the smallest of them, a week for weeks, a year for years."""
    lengths = [(read_duration(unit), count) for unit, count in reading.steps]
    if reading.form in LOOKING_AHEAD and not ahead:
        return None
    day = published + timedelta(days=reading.shift or 0)
    if reading.weekday is not None:
        day += timedelta(days=(reading.weekday - day.isoweekday()) % 7)
    for unit, count in reading.steps:
        if unit in PARTS_OF_DAY and abs(count) > PARTS_OF_DAY[unit]:
            return None if reading.form in LOOKING_AHEAD else _whole_days(day, count, PARTS_OF_DAY[unit] * QUARTERS)
    for length, count in lengths:
        if length is None:
            return None
        day = _moved(day, length, count)
    if reading.form == "limit":
        return choice(published, day) if day > published else None
    if reading.shift is not None or reading.weekday is not None:
        return day.isoformat()  # a week from tomorrow is a day
    return _as_precise([length for length, _ in lengths if length is not None], day)


def _span(reading: Reading, published: date) -> str | None:
    """The days between publication and some units away, in any of which it may be: "over the past three days"."""
    lengths = [(length, count) for unit, count in reading.steps if (length := read_duration(unit)) is not None]
    if len(lengths) != len(reading.steps):
        return None
    seconds = sum(length.seconds * count for length, count in lengths)
    days = -(-abs(seconds) // SECONDS)  # of part of a day the whole
    away = sum(length.months * count for length, count in lengths)
    day = _moved(published, Duration(months=1), away) + timedelta(days=days if seconds > 0 else -days)
    first, last = sorted((published, day))
    return choice(first, last) if timedelta(0) < last - first <= LONGEST_SPAN else None


def _whole_days(day: date, count: int, in_a_day: int) -> str | None:
    """The day so many hours away, if they are whole days: "20 hours ago" may have been yesterday, 48 are two days."""
    return None if count % in_a_day else (day + timedelta(days=count // in_a_day)).isoformat()


def _moved(day: date, length: Duration, count: int) -> date:
    year, month = _month_at(day, length.months * count)
    last = days_of(f"{year:04}-{month:02}").last.day
    moved = date(year, month, min(day.day, last))
    return moved + timedelta(days=length.seconds // SECONDS * count)


def _as_precise(lengths: list[Duration], day: date) -> str | None:
    if any(length.seconds and length.seconds < 7 * SECONDS for length in lengths):
        return day.isoformat()
    if any(length.seconds for length in lengths):
        return week_of(day)
    if any(length.months % MONTHS for length in lengths):
        return f"{day.year:04}-{day.month:02}"
    return f"{day.year:04}" if all(length.months == MONTHS for length in lengths) else None
