"""The written forms of dates in English, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.durations import read_duration

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.knowledge.words import Words

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:1[5-9]|20)\d\d"
TAIL = r"(?![\d%]|[.,:]\d|-[^\W\d])"
NUMBER = r"(?:0?[1-9]|1[0-2])"
GAP = r"(?:\s*,\s*|\s+)"
LAST_DAY = 31
DIGITS = "digits"
ANCHORS = (
    *(("named", "named"), ("month", "month"), ("weekday", "weekday"), ("quarter", DIGITS), ("fraction", "unit")),
    *(("unit", "unit"), ("amount", "unit"), ("which", "unit"), ("relative", "relative")),
)
"""Which group of words a form with this group in its pattern must have one of."""


def alternatives(forms: Iterable[str]) -> str:
    """Return a pattern for any of the forms, the longest first, with any space between their words."""
    longest_first = sorted(forms, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"


def fractions(words: Words) -> Mapping[str, int]:
    """Return the words for parts of a year, with their months: quarter, half."""
    return {word: round(value * 12) for word, value in words.numbers.values.items() if 0 < value < 1}


@lru_cache(maxsize=4)
def ordinal_days(words: Words) -> Mapping[str, int]:
    """Return the ordinals in words from first to thirty-first, with a hyphen or without."""
    named = {word: value for word, value in words.numbers.ordinals.items() if value <= LAST_DAY}
    tens = {word: int(value) for word, value in words.numbers.values.items() if value in {20, 30}}
    joint = {
        f"{ten}{hyphen}{word}": high + low
        for ten, high in tens.items()
        for word, low in named.items()
        for hyphen in ("-", " ")
        if low < 10 and high + low <= LAST_DAY
    }
    return named | joint


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of dates: its name, the group of words of which it must have one, and its pattern."""

    name: str
    anchor: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=4)
def forms_of_dates(words: Words) -> tuple[Form, ...]:
    """Return the forms of dates; a group of a pattern is named after what it tells."""
    forms = _numeric_forms(words) | _calendar_forms(words) | _placed_forms(words) | _parts_of_years(words)
    forms |= _counting_forms(words) | _bare_forms(words)
    return tuple(Form(name, _anchor(form), re.compile(form)) for name, form in forms.items())


def _anchor(form: str) -> str:
    return next((kind for group, kind in ANCHORS if f"(?P<{group}>" in form), DIGITS)


@lru_cache(maxsize=4)
def anchors(words: Words) -> Mapping[str, frozenset[str]]:
    """Return the groups of words of dates that a word belongs to, in small letters; digits are a group of their own."""
    units = {*words.time.units, *words.time.periods, *words.time.weekends, *fractions(words)}
    groups = {
        "month": words.time.months,
        "weekday": words.time.weekdays,
        "relative": words.time.shifts,
        "named": words.time.named_days,
        "unit": units | {words.endings.plural(unit) for unit in units},
    }
    found: dict[str, set[str]] = {}
    for group, phrases in groups.items():
        for word in (word for phrase in phrases for word in re.findall(r"[^\W\d_]+", phrase.lower())):
            found.setdefault(word, set()).add(group)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _with_capitals(names: Iterable[str]) -> set[str]:
    return {form for name in names for form in (name, name.upper())}


def _longest(names: Mapping[str, int]) -> list[str]:
    """Return the full name of each month or weekday: abbreviations are too often something else ("Sat", "Mar")."""
    return [max((name for name in names if names[name] == number), key=len) for number in sorted(set(names.values()))]


def _month(words: Words) -> str:
    return rf"(?P<month>{alternatives(_with_capitals(words.time.months))})"


def _full_month(words: Words) -> str:
    return rf"(?P<month>{alternatives(_with_capitals(_longest(words.time.months)))})"


def _full_weekday(words: Words) -> str:
    return rf"(?P<weekday>(?i:{alternatives(_longest(words.time.weekdays))}))"


def _weekday_before(words: Words) -> str:
    the = alternatives(words.function.definite_article)
    return rf"(?:(?P<weekday>{alternatives(_with_capitals(words.time.weekdays))})\.?,?\s+(?:{the}\s+)?)?"


def _which(words: Words) -> str:
    return rf"(?P<which>(?i:{alternatives(words.time.deictics)}))"


def _units(words: Words, length: str) -> str:
    return alternatives(unit for unit, size in words.time.units.items() if size == length)


def _count(words: Words) -> str:
    """A number of units in digits or words: "3", "twenty-one", "a"."""
    whole = alternatives(word for word, value in words.numbers.values.items() if value >= 1)
    one = alternatives(words.function.indefinite_article)
    of = alternatives(words.prepositions.genitive)
    return rf"(?:\d{{1,3}}|{whole}(?:[-\s]{whole})?|{one}(?:\s+{whole})?)(?:\s+{of})?"


def _amount(words: Words) -> str:
    """Some units, perhaps of several sizes: "two weeks and three days"."""
    unit = alternatives({*words.time.units, *map(words.endings.plural, words.time.units)})
    both = alternatives(words.function.additive_conjunction)
    one = rf"{_count(words)}\s+{unit}\b"
    return rf"(?P<amount>{one}(?:(?:\s*,)?\s+(?:{both}\s+)?{one}){{0,3}})"


def _years(words: Words) -> str:
    """The year behind a day or month: ", 2024", "of 2024", "last year", "three years ago"."""
    within = alternatives(words.prepositions.period | words.prepositions.genitive)
    year, years = _units(words, "P1Y"), alternatives(map(words.endings.plural, _names_of(words, "P1Y")))
    ago = alternatives(words.function.backward_adverb)
    named = rf"(?P<year>{YEAR})\b(?!,\d)(?!\s*{_zone(words)})"
    back = rf"(?P<ago>{_count(words)})\s+(?:{year}|{years})\s+{ago}\b"
    return rf"(?:{GAP}(?:{within}\s+)?(?:{named}|{_which(words)}\s+{year}\b|{back}))"


def _names_of(words: Words, length: str) -> list[str]:
    return [unit for unit, size in words.time.units.items() if size == length]


def _zone(words: Words) -> str:
    place = rf"(?:[A-Z]\w+\s+){{1,2}}(?:{alternatives(words.time.clocks)})"
    return rf"(?:{alternatives(words.time.zones)}|{place})\b"


def _numeric_forms(words: Words) -> dict[str, str]:
    month = _month(words)
    number = rf"(?P<month_number>{NUMBER})"
    return {
        "iso": rf"(?<![\w/.-])(?P<year>{YEAR})[-/]{number}[-/](?P<day>{DAY})(?:T[\d:.Z+-]+)?\b(?![/-])",
        "dotted": rf"\b(?P<day>{DAY})\.{number}\.(?P<year>{YEAR})\b",
        "either": rf"(?<![\w/.-])(?P<one>\d\d?)[-/](?P<other>\d\d?)[-/](?P<year>{YEAR})\b(?![/-]\d)",
        "either short": r"(?<![\w/.-])(?P<one>\d\d?)/(?P<other>\d\d?)/(?P<short_year>\d\d)\b(?![/-]\d)",
        "day-month": rf"(?<![\w-])(?P<day>{DAY})[-/]{month}(?:[-/](?P<year>{YEAR}))?\b(?![-/])",
        "month-day": rf"\b{month}[-/](?P<day>{DAY})\b(?![-/\d])",
    }


def _ordinal(words: Words) -> str:
    return rf"{DAY}{alternatives(words.endings.ordinal)}"


def _day(words: Words) -> str:
    return rf"{DAY}{alternatives(words.endings.ordinal)}?"


def _day_in_words(words: Words) -> str:
    return rf"(?P<day_word>(?i:{alternatives(ordinal_days(words))}))"


def _second_day(words: Words) -> str:
    """The end of "June 28 to 30" and "July 3 and 4": a dash tells of itself, a word only where no noun is counted."""
    the = alternatives(words.function.definite_article)
    dashes = alternatives(mark for mark in words.time.ranges if not mark.isalpha())
    joint = alternatives(_joints(words))
    following = alternatives({*words.time.coincident, *words.time.since, *words.time.until})
    closing = rf"(?=\W*(?:$|[,.;:!?)\n]|{YEAR}\b)|\s+{following}\b)"
    second = rf"(?:{the}\s+)?{_day(words)}\b"
    return rf"(?P<joint>{dashes}|{joint}(?=\s+{second}{closing}))\s*(?:{the}\s+)?(?P<second>{_day(words)})\b"


def _joints(words: Words) -> set[str]:
    return {*words.function.additive_conjunction, *words.time.ranges, "&"}


def _calendar_forms(words: Words) -> dict[str, str]:
    month, weekday, years = _month(words), _weekday_before(words), _years(words)
    the, of = alternatives(words.function.definite_article), alternatives(words.prepositions.genitive)
    small_month = rf"(?P<month>(?i:{alternatives(words.time.months)}))"
    ordinal, strict, in_words = _day(words), _ordinal(words), _day_in_words(words)
    some_month = rf"(?:{of}\s+)?{month}\b\.?(?!\s+\d\d?\b){years}?"
    either_month = rf"(?P<month>{alternatives(words.time.months)}|(?i:{alternatives(words.time.months)})(?=\s+{the}\s))"
    closing = rf"(?=\W*(?:$|[,.;:!?)\n]|{YEAR}\b))"
    return {
        "day month": rf"\b{weekday}(?P<day>{ordinal})\.?\s+{some_month}",
        "days month": rf"\b{weekday}(?:{the}\s+)?(?P<day>{ordinal})\s*(?P<joint>{alternatives(_joints(words))})\s*"
        rf"(?:{the}\s+)?(?P<second>{ordinal})\s+{some_month}",
        "ordinal of month": rf"\b{weekday}(?:(?P<day>{strict})|{in_words})\s+{of}\s+{small_month}\b\.?{years}?",
        "month day": rf"\b{weekday}{month}\.?\s+(?:{the}\s+(?={strict}))?(?P<day>{ordinal})\b{TAIL}"
        rf"(?:\s*{_second_day(words)})?{years}?",
        "month ordinal": rf"\b{weekday}{either_month}\.?\s+(?:{the}\s+)?{in_words}\b(?:{years}|{closing})",
        "month year": rf"\b{month}\b\.?{years}",
        "named": rf"\b(?P<named>{alternatives(words.time.named_days)})\b{years}?",
        "part year": rf"(?i:\b{alternatives(words.time.parts)})(?:\s+|-)(?P<year>{YEAR})\b(?![.,]?\d|[-–/]\w|%)",
        "part": rf"(?i:\b{alternatives(words.time.parts)})(?:\s+|-){_full_month(words)}\b{years}?",
    }


def _placed_forms(words: Words) -> dict[str, str]:
    """Days and months whose month or year is told by its distance, or that are told by their place in it."""
    month, the = _month(words), alternatives(words.function.definite_article)
    of, ordinal, strict = alternatives(words.prepositions.genitive), _day(words), _ordinal(words)
    in_or_of = alternatives(words.prepositions.period | words.prepositions.genitive)
    year, months = alternatives(_names_of(words, "P1Y")), alternatives(_names_of(words, "P1M"))
    inside = alternatives({*words.prepositions.period, *words.prepositions.genitive, *words.time.coincident})
    last = [word for word, shift in words.time.deictics.items() if shift == -1 and " " not in word]
    place = rf"(?P<nth>(?i:{alternatives([*words.numbers.ordinals, *last])})|\d{alternatives(words.endings.ordinal)})"
    in_words, small_month = _day_in_words(words), rf"(?P<month>(?i:{alternatives(words.time.months)}))"
    other = "|".join(map(alternatives, (words.prepositions.genitive, words.time.months, words.time.deictics)))
    which_year = rf"(?i:\b{_which(words)})\s+{year},?\s+{inside}\s+"
    return {
        "year month": rf"{which_year}{month}\b\.?(?:\s+(?P<day>{ordinal})\b{TAIL})?",
        "year day": rf"{which_year}(?P<day>{ordinal})\s+(?:{of}\s+)?{month}\b",
        "nth weekday": rf"\b{place}\s+{_full_weekday(words)}\s+{in_or_of}\s+{small_month}\b\.?{_years(words)}?",
        "nth weekday of": rf"\b{place}\s+{_full_weekday(words)}\s+{in_or_of}\s+{_which(words)}\s+{months}\b",
        "day of month": rf"\b(?:(?P<day>{strict})|{in_words})\s+(?:{of}\s+)?{_which(words)}\s+{months}\b",
        "weekday day": rf"\b{_full_weekday(words)},?\s+(?:(?:{the}\s+)?(?P<day>{strict})|{the}\s+{in_words})\b",
        "day": rf"(?i:\b{alternatives(words.time.of_day)})\s+(?:{the}\s+)?(?P<day>{strict})\b(?!\s+(?:{other}))",
    }


def _parts_of_years(words: Words) -> dict[str, str]:
    """Quarters and halves of years: "the second quarter of 2024", "Q3 2024"; a half only of a year that is named."""
    in_or_of = alternatives(words.prepositions.period | words.prepositions.genitive)
    the, named = alternatives(words.function.definite_article), alternatives(_names_of(words, "P1Y"))
    year = rf"{GAP}(?:{in_or_of}\s+)?(?:(?P<year>{YEAR})\b|{_which(words)}\s+{named}\b|{the}\s+{named}\b)"
    place = rf"(?P<nth>(?i:{alternatives(words.numbers.ordinals)})|\d{alternatives(words.endings.ordinal)})"
    within, quarter = alternatives(words.prepositions.period), rf"(?P<fraction>{alternatives(_quarter(words))})"
    return {
        "part of year": rf"\b{place}\s+(?P<fraction>{alternatives(fractions(words))}){year}",
        "quarter": rf"\b{within}\s+{the}\s+{place}\s+{quarter}\b(?!\s+{in_or_of}\b)",
        "numbered quarter": rf"\bQ(?P<quarter>[1-4])\b(?:{year})?",
    }


def _counting_forms(words: Words) -> dict[str, str]:
    time = words.time
    weekday, which, amount = _full_weekday(words), _which(words), _amount(words)
    week = _units(words, "P7D")
    ago = alternatives(words.function.backward_adverb)
    onward = alternatives({*time.onward, *(word for word, sign in time.directions.items() if sign)})
    of_or_on = alternatives({*words.prepositions.period, *words.prepositions.genitive, *time.coincident})
    during = rf"(?:\s+{alternatives(time.day_parts)})?,?\s+(?:{of_or_on}\s+)?"
    no_article = "".join(rf"(?<!\b{re.escape(article)} )" for article in words.function.definite_article)
    unit = rf"(?P<unit>{alternatives({*_calendar_units(words), *time.periods, *time.weekends, *_quarter(words)})})"
    deictic = rf"(?P<deictic>{alternatives(time.deictics)})"
    the = alternatives(words.function.definite_article)
    within = alternatives(words.prepositions.period)
    clitic = alternatives(words.function.possessive_clitic)
    before = alternatives(word for word, sign in time.directions.items() if sign)
    coming = rf"(?:{the}\s+)?(?:{alternatives(time.deictics)}\s+)?"
    anchor = rf"(?P<relative>{alternatives({*time.shifts, *time.present})})"
    return {
        "relative": rf"(?i:\b(?P<relative>{alternatives(time.shifts)}))\b",
        "deictic weekday": rf"(?i:\b{deictic})\s+{weekday}\b",
        "deictic month": rf"(?i:\b{deictic})\s+{_full_month(words)}\b",
        "deictic unit": rf"(?i:{no_article}\b{deictic}\s+{unit})\b(?!-)",
        "weekend": rf"(?i:\b{the}\s+(?P<unit>{alternatives(time.weekends)}))\b(?!-)",
        "unit beyond": rf"(?i:\b{the}\s+{unit}\s+(?P<beyond>{before})\s+{deictic})\b(?!\s+[A-Z])",
        "weekday of week": rf"\b{weekday}{during}(?i:{which})\s+{week}\b",
        "week weekday": rf"(?i:\b{which})\s+{week},?\s+(?:{of_or_on}\s+)?{weekday}\b",
        "weekday ago": rf"\b{weekday}{during}(?i:(?P<back>{_count(words)})\s+{_weeks(words)}\s+{ago})\b",
        "ago weekday": rf"(?i:\b(?P<back>{_count(words)})\s+{_weeks(words)}\s+{ago}),?\s+(?:{of_or_on}\s+)?{weekday}\b",
        "ago": rf"(?i:\b{amount}\s+{ago})\b",
        "from day": rf"(?i:\b{amount}\s+(?P<onward>{onward})\s+{anchor})\b",
        "ahead": rf"(?i:\b{within}\s+{amount}(?:{clitic}\s+{alternatives(time.clocks)})?)(?!\w)",
        "limit": rf"(?i:\b{alternatives(time.limits)}\s+{coming}{amount})(?!\w)",
    }


def _weeks(words: Words) -> str:
    names = _names_of(words, "P7D")
    return alternatives({*names, *map(words.endings.plural, names)})


def _calendar_units(words: Words) -> list[str]:
    """The units that are calendar periods themselves: week, month and year, no hours, days and decades."""
    found = {unit: read_duration(size) for unit, size in words.time.units.items()}
    week = read_duration("P7D")
    return [unit for unit, size in found.items() if size is not None and (size == week or 0 < size.months <= 12)]


def _quarter(words: Words) -> list[str]:
    return [word for word, months in fractions(words).items() if months * 4 == 12]


def _bare_forms(words: Words) -> dict[str, str]:
    joint = alternatives({*words.time.ranges, *words.function.additive_conjunction})
    clock = rf"(?!\s*(?:{joint}\s*\d{{4}}\s*)?{_zone(words)})"
    on = "|".join(rf"(?<=\b{word}\s)" for word in sorted(words.time.of_day))
    longest = _longest(words.time.weekdays)
    short = alternatives(name for name in words.time.weekdays if name not in longest)
    return {
        "weekday": rf"\b{_full_weekday(words)}\b",
        "short weekday": rf"(?:{on})(?P<weekday>{short})\b\.?(?![\w-])",
        "month": rf"\b{_full_month(words)}\b",
        "year": rf"(?:(?<![\d.,$€£/-])|(?<=\b\d{{4}}[-–]))\b(?P<year>(?:19|20)\d\d)\b"
        rf"(?![.,]?\d|/\w|[-–](?!{YEAR}\b)\w|%){clock}",
    }
