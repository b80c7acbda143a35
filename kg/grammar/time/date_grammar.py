"""What is written like a date: the forms that a text has, and which of them are joined."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.grammar.quantity.numbers import number_value
from kg.grammar.time.calendar_days import SPANS
from kg.grammar.time.date_forms import DIGITS, anchors, forms_of_dates
from kg.grammar.time.date_joints import as_week, is_between, joined
from kg.grammar.time.date_words import alternatives, fractions, numbered_days, ordinal_days
from kg.grammar.time.readings import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.knowledge.words import Words

CENTURY, MONTHS = 2000, 12
WEEKEND = "P2D"
LONGEST = 80  # characters that a date has before or after its month, weekday or unit
BACKWARD, YEARS = frozenset({"ago", "elapsed"}), "Y"


def find_readings(text: str, words: Words) -> tuple[Reading, ...]:
    """Return what is written like a date, leftmost and then longest first, without overlaps, in order of the text.

    A stretch ("June 28 to 30", "from January to March 2023") is one reading; of two dates with one year, both have it.
    """
    windows = _windows(text, words)
    found = [
        reading
        for form in forms_of_dates(words)
        for start, end in _shared(windows, form.anchors)
        for match in form.pattern.finditer(text, start, end)
        for reading in _readings(form.name, match, words)
    ]
    found.sort(key=lambda reading: (reading.start, -reading.end))
    kept: list[Reading] = []
    for reading in found:
        if not kept or reading.start >= kept[-1].end:
            kept.append(as_week(reading, text, words))
    return tuple(joined(kept, text, words))


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


def _shared(windows: Mapping[str, Sequence[tuple[int, int]]], groups: Sequence[str]) -> Sequence[tuple[int, int]]:
    """Return the stretches around words of the first of some groups that reach some around words of each other."""
    kept = windows.get(groups[0], ())
    for group in groups[1:]:
        others = windows.get(group, ())
        kept = [(start, end) for start, end in kept if _reaches(others, start, end)]
    return kept


def _reaches(others: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether a stretch touches one of others, which are in order."""
    before = bisect_left(others, (end,)) - 1
    return before >= 0 and others[before][1] > start


def _readings(name: str, match: re.Match[str], words: Words) -> list[Reading]:
    """Return the one reading of a match, or both days of "July 3 and 4"."""
    groups = {key: value for key, value in match.groupdict().items() if value}
    found = _reading(name, match, groups, words)
    if found is None:
        return []
    if "second" not in groups:
        return [found]
    other = replace(found, start=match.start("second"), day=_leading_number(groups["second"]), weekday=None)
    if groups["joint"] in words.time.ranges or is_between(match, words):
        return [replace(found, until=other)]
    others = [
        replace(found, start=place, end=end, day=day, weekday=None)
        for group in ("lead", "more")
        for place, end, day in _listed(match, group)
    ]
    start = match.start("day") if "lead" in groups else found.start
    end = match.end("day") if "more" in groups else match.start("joint")
    return [replace(found, start=start, end=end), *others, other]


def _listed(match: re.Match[str], group: str) -> Iterator[tuple[int, int, int]]:
    """Yield the further days of a list, "June 5, 6 and 7": where each stands and its number."""
    if group in match.re.groupindex and match[group]:
        for number in re.finditer(r"\d+", match[group]):
            yield match.start(group) + number.start(), match.start(group) + number.end(), int(number[0])


def _reading(name: str, match: re.Match[str], groups: Mapping[str, str], words: Words) -> Reading | None:
    month, day = _month_and_day(groups, words)
    weekday = words.time.weekdays.get(groups.get("weekday", "").title())
    which = words.time.deictics.get(_plain(groups.get("which", "")))
    ago = _whole(groups["ago"], words) if "ago" in groups else None
    back = _whole(groups["back"], words) if "back" in groups else None
    if ("ago" in groups and ago is None) or ("back" in groups and back is None):
        return None
    steps = _steps(name, groups, words)
    if name in SPANS and any(unit.endswith(YEARS) for unit, _ in steps):
        return None  # "over the past three years" dates nothing
    in_week = name in {"weekday of week", "week weekday"}
    of_month = name in {"day of month", "nth weekday of", "nth day of"}
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
        steps=steps,
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
    if "single" in groups:
        return ((_length(groups["single"].lower(), words), -1 if name in BACKWARD else 1),)
    if "amount" not in groups:
        return ()
    sign = -1 if name in BACKWARD else words.time.directions.get(_plain(groups.get("onward", "")), 1) or 1
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
