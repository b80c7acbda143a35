"""The day or month nearest to publication that has a number, a weekday or a name."""

from __future__ import annotations

from datetime import date, timedelta

from kg.periods import days_of

SLACK = timedelta(days=1)  # where the news happens it may already be tomorrow
WEEK, MONTHS, SUNDAY = 7, 12, 7
FARTHEST = 2  # months from publication that a day without a month can lie


def day_of_month(month: int | None, day: int, weekday: int | None, published: date, *, ahead: bool) -> date | None:
    """Return the nearest day of that number, perhaps of a month and on a weekday, before or after publication."""
    found = [valid for year, place in _months(month, published) if (valid := _valid(year, place, day)) is not None]
    named = [one for one in found if one.isoweekday() == weekday]
    if weekday is not None and month is None and not named:
        return None
    fitting = [one for one in named or found if (one >= published if ahead else one <= published + SLACK)]
    return min(fitting or named, default=None, key=lambda one: abs(one - published))


def _months(month: int | None, published: date) -> list[tuple[int, int]]:
    if month is not None:
        return [(year, month) for year in (published.year - 1, published.year, published.year + 1)]
    here = published.year * MONTHS + published.month - 1
    places = [divmod(here + shift, MONTHS) for shift in range(-FARTHEST, FARTHEST + 1)]
    return [(year, place + 1) for year, place in places]


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def weekday_of_month(year: int, month: int, weekday: int | None, nth: int) -> date | None:
    """Return the nth such weekday, or the nth day, of a month, -1 for the last; None where it has none."""
    span = days_of(f"{year:04}-{month:02}")
    days = [span.first + timedelta(days=number) for number in range(span.count)]
    fitting = [day for day in days if weekday in (None, day.isoweekday())]
    place = nth if nth < 0 else nth - 1
    return fitting[place] if -1 <= place < len(fitting) else None


def month_of(month: int, shift: int | None, published: date, *, ahead: bool) -> str:
    """Return a bare month, or one with last (before the present month), this (of the present year) or next."""
    year = published.year
    if shift == 0:
        pass
    elif shift == 1 or (shift is None and ahead):
        year += month < published.month or (shift == 1 and month == published.month)
    elif month > published.month or (shift == -1 and month == published.month):
        year -= 1
    return f"{year:04}-{month:02}"


def nearest_weekday(weekday: int, shift: int | None, published: date, *, ahead: bool, next_one: bool) -> date | None:
    """Return a bare weekday or one with this, last or next; on a Sunday "next Friday" is one of two.

    "Next Friday" is that of the next week; for the nearest to come people say "on Friday" and "this Friday".
    """
    to_come = (weekday - published.isoweekday()) % WEEK
    if shift == 1 and next_one:
        return published + timedelta(days=to_come or WEEK)
    if shift == 1:
        monday = published + timedelta(days=WEEK + 1 - published.isoweekday())
        return None if published.isoweekday() == SUNDAY else monday + timedelta(days=weekday - 1)
    if ahead and shift != -1:
        return published + timedelta(days=to_come)
    back = (published.isoweekday() - weekday) % WEEK
    return published - timedelta(days=WEEK if shift == -1 and back == 0 else back)
