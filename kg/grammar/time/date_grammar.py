"""What is written like a date: the forms that a text has, and which of them are joined."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.grammar.quantity.numbers import number_value
from kg.grammar.time.date_forms import DIGITS, anchors, forms_of_dates
from kg.grammar.time.date_words import alternatives, fractions, numbered_days, ordinal_days
from kg.grammar.time.readings import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.words import Words

PARTIAL = frozenset({"month", "year", "weekday"})
CENTURY, MONTHS = 2000, 12
DAY, WEEKEND = "day", "P2D"
LONGEST = 80  # characters that a date has before or after its month, weekday or unit
NEAR = 24  # characters before a form that can say what it is the beginning of


def find_readings(text: str, words: Words) -> tuple[Reading, ...]:
    """Return what is written like a date, leftmost and then longest first, without overlaps, in order of the text.

    A stretch ("June 28 to 30", "from January to March 2023") is one reading; of two dates with one year, both have it.
    """
    windows = _windows(text, words)
    found = [
        reading
        for form in forms_of_dates(words)
        for start, end in windows.get(form.anchor, ())
        for match in form.pattern.finditer(text, start, end)
        for reading in _readings(form.name, match, words)
    ]
    found.sort(key=lambda reading: (reading.start, -reading.end))
    kept: list[Reading] = []
    for reading in found:
        if not kept or reading.start >= kept[-1].end:
            kept.append(_as_week(reading, text, words))
    return tuple(_joined(kept, text, words))


def _windows(text: str, words: Words) -> Mapping[str, list[tuple[int, int]]]:
    """Return, for each group of words of dates, the stretches of the text around them that a date can fill."""
    known = anchors(words)
    found: dict[str, list[tuple[int, int]]] = {}
    for match in re.finditer(r"[^\W\d_]+|\d+", text):
        kinds = known.get(match[0].lower()) or ((DIGITS,) if match[0][0].isdigit() else ())
        for kind in kinds:
            start, end = max(match.start() - LONGEST, 0), match.end() + LONGEST
            spans = found.setdefault(kind, [])
            if spans and start <= spans[-1][1]:
                start = spans.pop()[0]
            spans.append((start, end))
    return found


class _Joints(NamedTuple):
    to: re.Pattern[str]
    both: re.Pattern[str]
    between: re.Pattern[str]
    week: re.Pattern[str]


@lru_cache(maxsize=4)
def _joints(words: Words) -> _Joints:
    """What stands between the two dates of a stretch and of a list, or before the first of them."""
    the = rf"(?:{alternatives(words.function.definite_article)}\s+)?"
    on = rf"(?:{alternatives({*words.prepositions.period, *words.time.coincident})}\s+)?"
    week = alternatives(unit for unit, size in words.time.units.items() if size == "P7D")
    both = alternatives({*words.function.additive_conjunction, "&"})
    return _Joints(
        to=re.compile(rf"\s*{alternatives(words.time.ranges)}\s*{on}{the}"),
        both=re.compile(rf"\s*(?:,|(?:,\s*)?{both})\s*{on}{the}"),
        between=re.compile(rf"(?i:\b{alternatives(words.numbers.between)})\s+{on}{the}$"),
        week=re.compile(
            rf"(?i:\b{alternatives(words.function.definite_article)}\s+{week}\s+"
            rf"{alternatives(words.prepositions.genitive | words.time.since)}\s+){the}$"
        ),
    )


def _as_week(reading: Reading, text: str, words: Words) -> Reading:
    """In "the week of November 30" the whole week is meant."""
    if reading.day is None:
        return reading
    before = text[max(reading.start - NEAR, 0) : reading.start]
    opened = _joints(words).week.search(before)
    return replace(reading, start=reading.start - len(opened[0]), is_week=True) if opened else reading


def _joined(readings: list[Reading], text: str, words: Words) -> list[Reading]:
    """Join the beginnings and ends of stretches, and give the first of two dates the year that follows the second."""
    joints = _joints(words)
    out: list[Reading] = []
    for reading in reversed(readings):  # the year stands behind the last
        after = out[-1] if out else None
        gap = text[reading.end : after.start] if after is not None else ""
        if after is None or not gap or len(gap) > NEAR:
            out.append(reading)
            continue
        opened = joints.between.search(text[max(reading.start - NEAR, 0) : reading.start])
        lists = joints.both.fullmatch(gap) is not None
        if _same_sort(reading, after) and (joints.to.fullmatch(gap) or (lists and opened)):
            first = _with_year(reading, after, stretch=True)
            sure = first.sure or opened is not None or after.form not in PARTIAL
            out[-1] = replace(first, end=after.end, until=after, sure=sure)
        elif lists and _same_sort(reading, after):
            out.append(_with_year(reading, after, stretch=False))
            if reading.form == after.form == "year":
                out[-2] = replace(after, sure=True)
        else:
            out.append(reading)
    return out[::-1]


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
    if reading.names_year or reading.month is None or after.month is None or not after.names_year:
        return reading
    in_order = (reading.month, reading.day or 0) <= (after.month, after.day or 0)
    if not in_order and not stretch:
        return reading
    earlier = 0 if in_order else 1
    return replace(
        reading,
        year=None if after.year is None else after.year - earlier,
        years=None if after.years is None else after.years - earlier,
        sure=reading.form == "month",
    )


def _readings(name: str, match: re.Match[str], words: Words) -> list[Reading]:
    """Return the one reading of a match, or both days of "July 3 and 4"."""
    groups = {key: value for key, value in match.groupdict().items() if value}
    found = _reading(name, match, groups, words)
    if found is None:
        return []
    if "second" not in groups:
        return [found]
    other = replace(found, start=match.start("second"), day=_leading_number(groups["second"]), weekday=None)
    if groups["joint"] in words.time.ranges or _is_between(match, words):
        return [replace(found, until=other)]
    return [replace(found, end=match.start("joint")), other]


def _is_between(match: re.Match[str], words: Words) -> bool:
    before = match.string[max(match.start() - NEAR, 0) : match.start()]
    return _joints(words).between.search(before) is not None


def _reading(name: str, match: re.Match[str], groups: Mapping[str, str], words: Words) -> Reading | None:
    month, day = _month_and_day(groups, words)
    weekday = words.time.weekdays.get(groups.get("weekday", "").title())
    which = words.time.deictics.get(_plain(groups.get("which", "")))
    ago = _whole(groups["ago"], words) if "ago" in groups else None
    back = _whole(groups["back"], words) if "back" in groups else None
    if ("ago" in groups and ago is None) or ("back" in groups and back is None):
        return None
    in_week = name in {"weekday of week", "week weekday"}
    of_month = name in {"day of month", "nth weekday of"}
    return Reading(
        form=name,
        start=match.start(),
        end=match.end(),
        year=_year(groups),
        month=month,
        day=day,
        weekday=weekday,
        nth=_nth(groups, words),
        shift=_shift(groups, words),
        unit=_unit(groups, words),
        years=None if in_week or of_month else which if which is not None else (-ago if ago is not None else None),
        months=which if of_month else None,
        weeks=which if in_week else (-back if back is not None else None),
        steps=_steps(name, groups, words),
        is_next=_plain(groups.get("deictic", "")) in words.time.coming,
    )


def _month_and_day(groups: Mapping[str, str], words: Words) -> tuple[int | None, int | None]:
    fixed = words.time.named_days.get(" ".join(groups.get("named", "").split()))
    if fixed is not None:
        return fixed
    if "one" in groups:
        return _either(int(groups["one"]), int(groups["other"]))
    month = words.time.months.get(groups.get("month", "").title())
    if "month_number" in groups:
        month = int(groups["month_number"])
    day = _leading_number(groups.get("day"))
    if "number_word" in groups:
        return month, numbered_days(words)[_plain(groups["number_word"])]
    return month, ordinal_days(words)[_plain(groups["day_word"])] if "day_word" in groups else day


def _either(one: int, other: int) -> tuple[int | None, int | None]:
    """Of 21/04/2016 the 21 can be no month; 08/12/2015 is in August or in December, and only the year is sure."""
    if one > MONTHS >= other:
        return other, one
    return (one, other) if other > MONTHS >= one or one == other else (None, None)


def _year(groups: Mapping[str, str]) -> int | None:
    if "short_year" in groups:
        return CENTURY + int(groups["short_year"])
    return int(groups["year"]) if "year" in groups else None


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _nth(groups: Mapping[str, str], words: Words) -> int | None:
    place = groups.get("nth") or groups.get("quarter")
    if place is None:
        return None
    return words.time.deictics.get(place.lower()) or words.numbers.ordinals.get(place.lower()) or _leading_number(place)


def _unit(groups: Mapping[str, str], words: Words) -> str | None:
    """Return the xsd:duration of the unit of time; a weekend or another period that has none is its own name."""
    if fraction := groups.get("fraction"):
        return f"P{fractions(words)[fraction.lower()]}M"
    if "quarter" in groups:
        return "P3M"
    if "unit" not in groups:
        return None
    unit = groups["unit"].lower()
    if unit in words.time.weekends:
        return WEEKEND
    if unit not in words.time.units and unit in fractions(words):
        return f"P{fractions(words)[unit]}M"
    forms = (unit, *sorted(words.endings.singulars_of(unit)))
    return next((words.time.units[form] for form in forms if form in words.time.units), unit)


def _leading_number(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _whole(count: str, words: Words) -> int | None:
    """Return the whole number that words of a count are: "3", "twenty-one", "a", "a couple of"."""
    if _plain(count) in words.function.indefinite_article:
        return 1
    value = number_value([part for part in re.split(r"(-)|\s+", count.strip()) if part], words)
    return int(value) if value is not None and value == int(value) else None


def _shift(groups: Mapping[str, str], words: Words) -> int | None:
    if "relative" in groups:
        return words.time.shifts.get(_plain(groups["relative"]))
    if "deictic" in groups:
        shift = words.time.deictics[_plain(groups["deictic"])]
        return (shift * 2 or None) if "beyond" in groups else shift
    return None


def _steps(name: str, groups: Mapping[str, str], words: Words) -> tuple[tuple[str, int], ...]:
    """Return the units between publication and the day, each with how many, negative into the past."""
    if "amount" not in groups:
        return ()
    sign = -1 if name == "ago" else words.time.directions.get(_plain(groups.get("onward", "")), 1) or 1
    units = alternatives({*words.time.units, *map(words.endings.plural, words.time.units)})
    parts = re.split(rf"\b({units})\b", groups["amount"], flags=re.IGNORECASE)
    both = words.function.additive_conjunction
    found: list[tuple[str, int]] = []
    for count, unit in zip(parts[::2], parts[1::2], strict=False):
        told = [word for word in re.split(r"[\s,]+", count) if word and (word.lower() not in both or not found)]
        amount = _whole(" ".join(told), words)
        if amount is None:
            return (("", 0),)
        found.append((_length(unit.lower(), words), sign * amount))
    return tuple(found)


def _length(unit: str, words: Words) -> str:
    forms = (unit, *sorted(words.endings.singulars_of(unit)))
    return next(words.time.units[form] for form in forms if form in words.time.units)
