"""The written forms of dates in English."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.grammar.quantity.numbers import number_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.knowledge.words import Words

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:1[5-9]|20)\d\d"
TAIL = r"(?![\d%]|[.,:]\d|-[^\W\d])"
UNITS = frozenset({"P1M", "P1Y"})  # the units that ISO 8601 can name as such


@dataclass(frozen=True, slots=True)
class Reading:
    """What one written form says, characters start..end; what it does not name is None.

    `shift` counts from publication, in units ("last month", "two days ago"), months or weekdays; `second` is the start,
    end and number of a second day of the same month.
    """

    form: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    unit: str | None = None
    is_range: bool = False
    second: tuple[int, int, int] | None = None


def find_readings(text: str, words: Words) -> tuple[Reading, ...]:
    """Return what is written like a date, leftmost and then longest first, without overlaps, in order of the text."""
    found = [_reading(name, match, words) for name, pattern in _patterns(words) for match in pattern.finditer(text)]
    found.sort(key=lambda reading: (reading.start, -reading.end))
    kept: list[Reading] = []
    for reading in found:
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
            if reading.second is not None:  # "July 3 and 4" are two dates
                start, end, day = reading.second
                kept.append(replace(reading, start=start, end=end, day=day, weekday=None, second=None))
    return tuple(kept)


def _alternatives(forms: Iterable[str]) -> str:
    longest_first = sorted(forms, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"


@lru_cache(maxsize=4)
def _patterns(words: Words) -> tuple[tuple[str, re.Pattern[str]], ...]:
    month = rf"(?P<month>{_alternatives(_with_capitals(words.time.months))})"
    full_month = rf"(?P<month>{_alternatives(_with_capitals(_longest(words.time.months)))})"
    full_weekday = rf"(?P<weekday>{_alternatives(_with_capitals(_longest(words.time.weekdays)))})"
    the, within = _alternatives(words.function.definite_article), _alternatives(words.prepositions.period)
    of, both = _alternatives(words.prepositions.genitive), _alternatives(words.function.additive_conjunction)
    ordinal = rf"{DAY}{_alternatives(words.endings.ordinal)}?"
    weekday = rf"(?:(?P<weekday>{_alternatives(_with_capitals(words.time.weekdays))})\.?,?\s+(?:{the}\s+)?)?"
    year = rf"(?:,?\s+(?:{within}\s+)?(?P<year>{YEAR})\b(?!,\d))?"
    ending = rf"(?=\W*(?:$|[,.;:)\n]|{YEAR}\b))"
    second = rf"(?:\s*(?P<joint>{both}|&|{_alternatives(words.time.ranges)})\s*(?P<second>{ordinal})\b{ending})?"
    deictic = rf"(?P<deictic>{_alternatives(words.time.deictics)})"
    named = [unit for unit, length in words.time.units.items() if length in UNITS]
    unit = rf"(?P<unit>{_alternatives({*named, *words.time.periods})})"
    units = _alternatives({*words.time.units, *map(words.endings.plural, words.time.units)})
    ago = _alternatives(words.function.backward_adverb)
    no_article = "".join(rf"(?<!\b{re.escape(article)} )" for article in words.function.definite_article)
    until = rf"(?:\s*[-–—]\s*{ordinal})?"
    number = r"(?P<month_number>0?[1-9]|1[0-2])"
    forms = {
        "iso": rf"(?<![\w/.-])(?P<year>{YEAR})[-/]{number}[-/](?P<day>[0-2]\d|3[01])(?:T[\d:.Z+-]+)?\b(?![/-])",
        "dotted": rf"\b(?P<day>{DAY})\.{number}\.(?P<year>{YEAR})\b",
        "day month": rf"\b{weekday}(?P<day>{ordinal}){until}\s+(?:{of}\s+)?{month}\b\.?(?!\s+\d\d?\b){year}",
        "month day": rf"\b{weekday}{month}\.?\s+(?P<day>{ordinal}){TAIL}{second}{year}",
        "month year": rf"\b{month}\.?(?:\s+{of})?,?\s+(?P<year>{YEAR})\b",
        "named": rf"\b(?P<named>{_alternatives(words.time.named_days)})\b{year}",
        "relative": rf"(?i:\b(?P<relative>{_alternatives(words.time.shifts)}))\b",
        "deictic weekday": rf"(?i:\b{deictic})\s+{full_weekday}\b",
        "deictic month": rf"(?i:\b{deictic})\s+{full_month}\b",
        "deictic unit": rf"(?i:{no_article}\b{deictic}\s+{unit})\b(?!-)",
        "ago": rf"(?i:\b(?P<count>[\w-]+)(?:\s+{of})?\s+(?P<unit>{units})\s+{ago})\b",
        "weekday": rf"\b{full_weekday}\b",
        "month": rf"\b{full_month}\b",
        "year": r"(?<![\d.,$€£/-])\b(?P<year>(?:19|20)\d\d)\b(?![.,]?\d|[-–/]\w|%)",
    }
    return tuple((name, re.compile(form)) for name, form in forms.items())


def _with_capitals(names: Iterable[str]) -> set[str]:
    return {form for name in names for form in (name, name.upper())}


def _longest(names: Mapping[str, int]) -> list[str]:
    """Return the full name of each month or weekday: abbreviations are too often something else ("Sat", "Mar")."""
    return [max((name for name in names if names[name] == number), key=len) for number in sorted(set(names.values()))]


def _reading(name: str, match: re.Match[str], words: Words) -> Reading:
    groups = {key: value for key, value in match.groupdict().items() if value}
    month = words.time.months.get(groups.get("month", "").title())
    if "month_number" in groups:
        month = int(groups["month_number"])
    day = _leading_number(groups.get("day"))
    fixed = words.time.named_days.get(" ".join(groups.get("named", "").split()))
    if fixed is not None:
        month, day = fixed
    unit = _length(groups["unit"].lower(), words) if "unit" in groups else None
    joint = groups.get("joint", "")
    apart = joint and joint not in words.time.ranges
    return Reading(
        form=name,
        start=match.start(),
        end=match.start("joint") if apart else match.end(),
        year=int(groups["year"]) if "year" in groups else None,
        month=month,
        day=day,
        weekday=words.time.weekdays.get(groups.get("weekday", "").title()),
        shift=_shift(groups, words),
        unit=unit,
        is_range=bool(joint) and not apart,
        second=(match.start("second"), match.end(), _leading_number(groups["second"]) or 0) if apart else None,
    )


def _length(unit: str, words: Words) -> str:
    """Return the xsd:duration of a unit of time; a period of days that has none is its own name."""
    forms = (unit, *sorted(words.endings.singulars_of(unit)))
    return next((words.time.units[form] for form in forms if form in words.time.units), unit)


def _leading_number(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _shift(groups: Mapping[str, str], words: Words) -> int | None:
    if "relative" in groups:
        return words.time.shifts[" ".join(groups["relative"].lower().split())]
    if "deictic" in groups:
        return words.time.deictics[" ".join(groups["deictic"].lower().split())]
    if "count" in groups:
        count = (
            1
            if groups["count"].lower() in words.function.indefinite_article
            else number_value(re.split("(-)", groups["count"]), words)
        )
        return -int(count) if count is not None and count == int(count) else None
    return None
