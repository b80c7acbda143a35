"""When, as far as a text tells: days, weeks, months, years and stretches of them, written in the manner of ISO 8601.

A day is 2025-07-04, a month 2025-07, a year 2025 and a week 2025-W27. A stretch from one of these to another is
2025-06-28/2025-06-30; of [2025-07-05..2025-07-06] one day is meant, and nobody says which (EDTF, ISO 8601-2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

DAY: Final = len("2025-07-04")
MONTHS, DECEMBER = 12, 12
_WEEK: Final = re.compile(r"(\d{4})-W(\d\d)")
_ENDS: Final = re.compile(r"\[(.+)\.\.(.+)\]|([^/]+)/([^/]+)")


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """All days from `first` to `last`, both among them."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """How many days they are, at least 1."""
        return (self.last - self.first).days + 1


def is_day(period: str) -> bool:
    """Return whether a period is one day."""
    return len(period) == DAY and is_plain(period)


def is_plain(period: str) -> bool:
    """Return whether a period is one day, month or year, which XML Schema has types for."""
    return not is_choice(period) and "/" not in period


def is_week(period: str) -> bool:
    """Return whether a period is a week."""
    return _WEEK.fullmatch(period) is not None


def is_choice(period: str) -> bool:
    """Return whether only one day of the period is meant: something happened in it, and need not have lasted."""
    return period.startswith("[") or is_week(period)


def stretch(first: str, last: str) -> str | None:
    """Return the period from one to another, None where the second does not end later."""
    return f"{first}/{last}" if days_of(first).first <= days_of(last).first and first != last else None


def choice(first: date, last: date) -> str:
    """Return the period of which one day is meant."""
    return f"[{first.isoformat()}..{last.isoformat()}]"


def week_of(day: date) -> str:
    """Return the week that a day lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def beginning(period: str) -> str:
    """Return the day, month or year that a stretch begins with, any other period as it is."""
    return period if is_choice(period) else period.partition("/")[0]


@lru_cache(maxsize=4096)
def days_of(period: str) -> Days:
    """Return the days of a period; raise ValueError for words that are none."""
    if ends := _ENDS.fullmatch(period):
        first, last = (part for part in ends.groups() if part is not None)
        return Days(days_of(first).first, days_of(last).last)
    if week := _WEEK.fullmatch(period):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return Days(monday, monday + timedelta(days=6))
    year, *rest = (int(part) for part in period.split("-"))
    if not rest:
        return Days(date(year, 1, 1), date(year, DECEMBER, 31))
    if len(rest) == 1:
        after = date(year + (rest[0] == DECEMBER), rest[0] % MONTHS + 1, 1)
        return Days(date(year, rest[0], 1), after - timedelta(days=1))
    day = date(year, rest[0], rest[1])
    return Days(day, day)


def agree(left: str, right: str) -> bool:
    """Return whether what happened in the one period can be what happened in the other: they have a day in common."""
    ours, theirs = days_of(left), days_of(right)
    return ours.first <= theirs.last and theirs.first <= ours.last


def contains(whole: str, part: str) -> bool:
    """Return whether all days of one period are days of another."""
    outer, inner = days_of(whole), days_of(part)
    return outer.first <= inner.first and inner.last <= outer.last


def size(period: str) -> int:
    """Return the number of days in a period."""
    return days_of(period).count
