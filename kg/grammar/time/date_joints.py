"""Which dates of a text are joined: stretches from one to another, lists with one year, weeks of a day."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.grammar.time.date_words import alternatives

if TYPE_CHECKING:
    from kg.grammar.time.readings import Reading
    from kg.knowledge.words import Words

PARTIAL = frozenset({"month", "year", "weekday"})
DAY = "day"
WEEKDAY, DEICTIC_WEEKDAY = "weekday", "deictic weekday"
NEAR = 24  # characters before a form that can say what it is the beginning of


class _Joints(NamedTuple):
    to: re.Pattern[str]
    both: re.Pattern[str]
    between: re.Pattern[str]
    week: re.Pattern[str]
    of: re.Pattern[str]
    on: re.Pattern[str]


@lru_cache(maxsize=4)
def _joints(words: Words) -> _Joints:
    """What stands between the two dates of a stretch and of a list, or before the first of them."""
    the = rf"(?:{alternatives(words.function.definite_article)}\s+)?"
    on = rf"(?:{alternatives({*words.prepositions.period, *words.time.coincident})}\s+)?"
    week = alternatives(unit for unit, size in words.time.units.items() if size == "P7D")
    both = alternatives({*words.function.additive_conjunction, "&"})
    part = rf"(?:\s+{alternatives(words.time.day_parts)})?"
    return _Joints(
        to=re.compile(rf"{part}(?:\s*,)?\s*{alternatives(words.time.ranges)}\s*{on}{the}"),
        both=re.compile(rf"{part}\s*(?:,|(?:,\s*)?{both}(?:\s+[a-z]+(?=\s+{on.removesuffix('?')}))?)\s*{on}{the}"),
        between=re.compile(rf"(?i:\b{alternatives(words.numbers.between)})\s+{on}{the}$"),
        of=re.compile(rf"\s+{alternatives(words.prepositions.genitive | words.prepositions.period)}\s+"),
        on=re.compile(rf"\s+(?:{alternatives(words.time.of_day)}\s+)?"),
        week=re.compile(
            rf"(?i:\b{alternatives(words.function.definite_article)}\s+{week}\s+"
            rf"{alternatives(words.prepositions.genitive | words.time.since)}\s+){the}$"
        ),
    )


def as_week(reading: Reading, text: str, words: Words) -> Reading:
    """Return a day as its week where that is meant: "the week of November 30"."""
    if reading.day is None:
        return reading
    before = text[max(reading.start - NEAR, 0) : reading.start]
    opened = _joints(words).week.search(before)
    return replace(reading, start=reading.start - len(opened[0]), is_week=True) if opened else reading


def joined(readings: list[Reading], text: str, words: Words) -> list[Reading]:
    """Join the beginnings and ends of stretches, and give the first of two dates the year that follows the second."""
    joints = _joints(words)
    out: list[Reading] = []
    for reading in reversed(readings):  # the year stands behind the last
        after = out[-1] if out else None
        gap = text[reading.end : after.start] if after is not None else ""
        if after is None or not gap or len(gap) > NEAR:
            out.append(reading)
            continue
        if _is_year_behind(reading, after, gap, joints):
            out[-1] = replace(reading, end=after.end, years=after.shift, sure=True)
            continue
        if joints.on.fullmatch(gap) and not _owns(after, text, words) and (one := _as_one(reading, after)) is not None:
            out[-1] = one
            continue
        opened = joints.between.search(text[max(reading.start - NEAR, 0) : reading.start])
        lists = joints.both.fullmatch(gap) is not None
        if _same_sort(reading, after) and (joints.to.fullmatch(gap) or (lists and opened)):
            first = _with_year(reading, after, stretch=True)
            sure = first.sure or opened is not None or after.form not in PARTIAL
            out[-1] = replace(first, end=after.end, until=_in_year_of(reading, after, stretch=True), sure=sure)
        elif lists and _same_sort(reading, after):
            if reading.form == DEICTIC_WEEKDAY and after.form == WEEKDAY:
                out[-1] = replace(after, form=reading.form, shift=reading.shift, is_next=reading.is_next)
            out[-1] = _in_year_of(reading, out[-1], stretch=False)
            out.append(_with_year(reading, after, stretch=False))
            if reading.form == after.form == "year":
                out[-2] = replace(after, sure=True)
        else:
            out.append(reading)
    return out[::-1]


def _is_year_behind(reading: Reading, after: Reading, gap: str, joints: _Joints) -> bool:
    """Say whether what follows is the year of a month or day: "in December of the year before last"."""
    is_year = after.unit == "P1Y" and after.shift is not None and joints.of.fullmatch(gap) is not None
    return is_year and reading.month is not None and not reading.names_year and reading.shift is None


def _owns(reading: Reading, text: str, words: Words) -> bool:
    """Say whether a date is that of what follows, not of what stands before it: "said overnight [Sunday]'s raid"."""
    clitic = alternatives(words.function.possessive_clitic)
    return re.match(rf"['’]{clitic}\b", text[reading.end : reading.end + NEAR]) is not None


def _as_one(reading: Reading, after: Reading) -> Reading | None:
    """Return the one date that two tell which stand side by side, None where they tell two.

    The day says which night it was ("overnight Sunday"). A distance in years or months says how far away a day or week
    is that is named from today ("a year ago this week"), and of the two only the distance is true.
    """
    if reading.form == "relative" and after.form in {WEEKDAY, "month day", "day month"}:
        return replace(after, start=reading.start)
    if reading.form != "ago" or after.until is not None:
        return None
    if after.form == "relative" and after.shift == 0:
        return replace(reading, end=after.end, shift=0)
    named = after.form == WEEKDAY or after.shift is not None
    return replace(reading, end=after.end) if named else None


def _same_sort(left: Reading, right: Reading) -> bool:
    """Say whether both name a day, both a month, or both a year, and neither is a stretch already."""
    return left.until is None and right.until is None and bool(_sort(left)) and _sort(left) == _sort(right)


def _sort(reading: Reading) -> str:
    if reading.steps or reading.unit is not None or reading.is_week:
        return ""
    if reading.day is not None:
        return DAY
    fields = (reading.weekday, "weekday"), (reading.month, "month"), (reading.year, "year")
    return next((name for value, name in fields if value is not None), "")


def _with_year(reading: Reading, after: Reading, *, stretch: bool) -> Reading:
    if reading.form == after.form[: len(reading.form)] == "weekday" and reading.weeks is None:
        return replace(reading, weeks=after.weeks)  # "on Monday and Tuesday last week"
    if reading.names_year or reading.month is None or after.month is None or not after.names_year:
        return reading
    in_order = _are_in_order(reading, after)
    return _in_years_of(after, reading, 0 if in_order else -1) if in_order or stretch else reading


def _in_year_of(reading: Reading, after: Reading, *, stretch: bool) -> Reading:
    """Return the second of two dates in the year of the first: "from December 2023 to January", "in May 2024 and June".

    A stretch ends at the first such time behind its beginning.
    """
    if after.names_year or after.month is None or reading.month is None or not reading.names_year:
        return after
    in_order = _are_in_order(reading, after)
    return _in_years_of(reading, after, 0 if in_order else 1) if in_order or stretch else after


def _are_in_order(first: Reading, second: Reading) -> bool:
    return (first.month or 0, first.day or 0) <= (second.month or 0, second.day or 0)


def _in_years_of(told: Reading, reading: Reading, later: int) -> Reading:
    """Return a date without a year in that of the one whose year is told, or so many years later."""
    return replace(
        reading,
        year=None if told.year is None else told.year + later,
        years=None if told.years is None else told.years + later,
        sure=reading.form == "month",
    )


def is_between(match: re.Match[str], words: Words) -> bool:
    """Return whether a pair of dates is a stretch because of what stands before: "between May 5 and 10"."""
    before = match.string[max(match.start() - NEAR, 0) : match.start()]
    return _joints(words).between.search(before) is not None
