"""The written forms of dates in English, as patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.grammar.time.date_words import (
    CLOSING,
    DAY,
    GAP,
    OTHER_DAY,
    OTHER_YEAR,
    YEAR,
    alternatives,
    amount_pattern,
    calendar_units,
    count_pattern,
    day_in_words,
    day_pattern,
    fractions,
    full_month,
    full_weekday,
    joint_words,
    longest_names,
    month_pattern,
    names_of,
    number_in_words,
    ordinal_days,
    ordinal_pattern,
    quarter_words,
    second_day,
    units_of,
    weekday_before,
    weeks_pattern,
    which_pattern,
    years_pattern,
    zone_pattern,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.words import Words

NUMBER = r"(?:0?[1-9]|1[0-2])"
DIGITS, ORDINAL, UNIT, BACK = "digits", "ordinal", "unit", "back"
ANCHORS = (
    *(("named", "named"), ("month", "month"), ("weekday", "weekday"), ("quarter", DIGITS), ("fraction", "unit")),
    *(("unit", "unit"), ("amount", "unit"), ("which", "unit"), ("relative", "relative")),
)
"""Which group of words a form with this group in its pattern must have one of."""
FURTHER = {
    **dict.fromkeys(("day-month", "month-day", "day month", "days month", "month day"), (DIGITS,)),
    **dict.fromkeys(("ordinal of month", "month ordinal", "day of month", "part of year"), (ORDINAL,)),
    **dict.fromkeys(("year month", "year day", "nth day", "nth weekday of", "from weekday"), (UNIT,)),
    **dict.fromkeys(("weekday of week", "week weekday"), (UNIT,)),
    **dict.fromkeys(("weekday ago", "ago weekday"), (UNIT, BACK)),
    "nth weekday": ("weekday",),
    "ago": (BACK,),
    "from day": ("present",),
}
"""Of which other groups a form must have a word, too."""


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of dates: its name, the groups of words of each of which it must have one, and its pattern."""

    name: str
    anchors: tuple[str, ...]
    pattern: re.Pattern[str]


@lru_cache(maxsize=4)
def forms_of_dates(words: Words) -> tuple[Form, ...]:
    """Return the forms of dates; a group of a pattern is named after what it tells."""
    forms = _numeric_forms(words) | _calendar_forms(words) | _placed_forms(words) | _parts_of_years(words)
    forms |= _counting_forms(words) | _bare_forms(words)
    return tuple(Form(name, (_anchor(form), *FURTHER.get(name, ())), re.compile(form)) for name, form in forms.items())


def _anchor(form: str) -> str:
    return next((kind for group, kind in ANCHORS if f"(?P<{group}>" in form), DIGITS)


@lru_cache(maxsize=4)
def anchors(words: Words) -> Mapping[str, frozenset[str]]:
    """Return the groups of words of dates that a word stands for, in small letters; digits are a group of their own.

    Of several words the longest stands for all: "the day before [yesterday]".
    """
    units = {*words.time.units, *words.time.periods, *words.time.weekends, *fractions(words)}
    groups = {
        "month": words.time.months,
        "weekday": words.time.weekdays,
        "relative": words.time.shifts,
        "named": words.time.named_days,
        UNIT: units | {words.endings.plural(unit) for unit in units},
        ORDINAL: {*words.numbers.ordinals, *ordinal_days(words), *words.endings.ordinal},
        BACK: words.function.backward_adverb,
        "present": {*words.time.shifts, *words.time.present},
    }
    found: dict[str, set[str]] = {}
    for group, phrases in groups.items():
        for phrase in phrases:
            found.setdefault(max(re.findall(r"[^\W\d_]+", phrase.lower()), key=len), set()).add(group)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _numeric_forms(words: Words) -> dict[str, str]:
    month = month_pattern(words)
    number = rf"(?P<month_number>{NUMBER})"
    return {
        "iso": rf"(?<![\w/.-])(?P<year>{YEAR})[-/]{number}[-/](?P<day>{DAY})(?:T[\d:.Z+-]+)?\b(?![/-])",
        "dotted": rf"\b(?P<day>{DAY})\.{number}\.(?P<year>{YEAR})\b",
        "either": rf"(?<![\w/.-])(?P<one>\d\d?)[-/](?P<other>\d\d?)[-/](?P<year>{YEAR})\b(?![/-]\d)",
        "either short": r"(?<![\w/.-])(?P<one>\d\d?)/(?P<other>\d\d?)/(?P<short_year>\d\d)\b(?![/-]\d)",
        "day-month": rf"(?<![\w-])(?P<day>{DAY})[-/]{month}(?:[-/](?P<year>{YEAR}))?\b(?![-/])",
        "month-day": rf"\b{month}[-/](?P<day>{DAY})\b(?![-/\d])",
    }


def _calendar_forms(words: Words) -> dict[str, str]:
    month, weekday, years = month_pattern(words), weekday_before(words), years_pattern(words)
    the, of = alternatives(words.function.definite_article), alternatives(words.prepositions.genitive)
    small_month = rf"(?P<month>(?i:{alternatives(words.time.months)}))"
    ordinal, strict, in_words = day_pattern(words), ordinal_pattern(words), day_in_words(words)
    some_month = rf"(?:{of}\s+)?{month}\b\.?(?!\s+\d\d?\b){years}?{OTHER_YEAR}"
    tail = rf"(?![\d%]|[.,:]\d|-(?!{alternatives(words.time.months)})[^\W\d])"
    joint = rf"(?P<joint>{alternatives(joint_words(words))})"
    either_month = rf"(?P<month>{alternatives(words.time.months)}|(?i:{alternatives(words.time.months)})(?=\s+{the}\s))"
    return {
        "day month": rf"\b{weekday}(?P<day>{ordinal})\.?\s+{some_month}",
        "days month": rf"\b{weekday}(?:{the}\s+)?(?P<lead>(?:{ordinal}\s*,\s*)*)(?P<day>{ordinal})\s*{joint}\s*"
        rf"(?:{the}\s+)?(?P<second>{ordinal})\s+{some_month}",
        "ordinal of month": rf"\b{weekday}(?:(?P<day>{strict})|{in_words})\s+{of}\s+{small_month}\b\.?{years}?",
        "month day": rf"\b{weekday}{month}\.?\s+(?:{the}\s+(?={strict}))?(?P<day>{ordinal})\b{tail}"
        rf"(?:(?P<more>(?:,\s*{ordinal}\b(?!\s*,?\s*\d{{4}}))*),?\s*{second_day(words)})?{years}?{OTHER_YEAR}",
        "month ordinal": rf"\b{weekday}{either_month}\.?\s+(?:{the}\s+)?{in_words}\b(?:{years}|{CLOSING})",
        "month number": rf"\b{weekday}{month}\.?\s+{number_in_words(words)}\b{CLOSING}",
        "month year": rf"\b{month}\b\.?{years}",
        "named": rf"\b(?P<named>{alternatives(words.time.named_days)})\b{years}?",
        "part year": rf"(?i:\b{alternatives(words.time.parts)})(?:\s+|-)(?P<year>{YEAR})\b(?![.,]?\d|[-–/]\w|%)",
        "part": rf"(?i:\b{alternatives(words.time.parts)})(?:\s+|-){full_month(words)}\b{years}?",
    }


def _placed_forms(words: Words) -> dict[str, str]:
    """Days and months whose month or year is told by its distance, or that are told by their place in it."""
    month, the = month_pattern(words), alternatives(words.function.definite_article)
    of, ordinal, strict = alternatives(words.prepositions.genitive), day_pattern(words), ordinal_pattern(words)
    in_or_of = alternatives(words.prepositions.period | words.prepositions.genitive)
    year, months, day = (alternatives(names_of(words, unit)) for unit in ("P1Y", "P1M", "P1D"))
    inside = alternatives({*words.prepositions.period, *words.prepositions.genitive, *words.time.coincident})
    places = alternatives([*words.numbers.ordinals, *_last_ones(words)])
    place = rf"(?P<nth>(?i:{places})|\d{alternatives(words.endings.ordinal)})"
    in_words, small_month = day_in_words(words), rf"(?P<month>(?i:{alternatives(words.time.months)}))"
    other = "|".join(map(alternatives, (words.prepositions.genitive, words.time.months, words.time.deictics)))
    years = alternatives({*names_of(words, "P1Y"), *map(words.endings.plural, names_of(words, "P1Y"))})
    ago = rf"(?P<ago>{count_pattern(words)})\s+{years}\s+"
    ago += alternatives(words.function.backward_adverb)
    which_year = rf"(?i:\b(?:{which_pattern(words)}\s+{year}|{ago})),?\s+{inside}\s+"
    tail = rf"(?![\d%]|[.,:]\d|-(?!{alternatives(words.time.months)})[^\W\d])"
    return {
        "year month": rf"{which_year}{month}\b\.?(?:\s+(?P<day>{ordinal})\b{tail})?",
        "year day": rf"{which_year}(?P<day>{ordinal})\s+(?:{of}\s+)?{month}\b",
        "nth weekday": rf"\b{place}\s+{full_weekday(words)}\s+{in_or_of}\s+{small_month}\b\.?{years_pattern(words)}?",
        "nth day": rf"\b{place}\s+{day}\s+{of}\s+{small_month}\b\.?{years_pattern(words)}?",
        "nth day of": rf"\b{place}\s+{day}\s+{of}\s+{which_pattern(words)}\s+{months}\b",
        "nth weekday of": rf"\b{place}\s+{full_weekday(words)}\s+{in_or_of}\s+{which_pattern(words)}\s+{months}\b",
        # "The third this month" is one of several things.
        "day of month": rf"\b(?:(?P<day>{strict})\s+(?:{of}\s+)?|{in_words}\s+{of}\s+)"
        rf"{which_pattern(words)}\s+{months}\b",
        "weekday day": rf"\b{full_weekday(words)},?\s+"
        rf"(?:(?:{the}\s+)?(?P<day>{strict})\b|{the}\s+{in_words}\b{CLOSING})",
        "weekday number": rf"\b{full_weekday(words)},?\s+{the}\s+{number_in_words(words)}\b{CLOSING}",
        "day": rf"(?i:\b{alternatives(words.time.of_day)})\s+(?:{the}\s+)?(?P<day>{strict})\b(?!\s+(?:{other}))",
    }


def _last_ones(words: Words) -> list[str]:
    return [word for word, shift in words.time.deictics.items() if shift == -1 and " " not in word]


def _parts_of_years(words: Words) -> dict[str, str]:
    """Quarters and halves of years: "the second quarter of 2024", "Q3 2024"; a half only of a year that is named."""
    in_or_of = alternatives(words.prepositions.period | words.prepositions.genitive)
    the, named = alternatives(words.function.definite_article), alternatives(names_of(words, "P1Y"))
    year = rf"{GAP}(?:{in_or_of}\s+)?(?:(?P<year>{YEAR})\b|{which_pattern(words)}\s+{named}\b|{the}\s+{named}\b)"
    place = rf"(?P<nth>(?i:{alternatives(words.numbers.ordinals)})|\d{alternatives(words.endings.ordinal)})"
    last = rf"(?P<nth>(?i:{alternatives(_last_ones(words))}))"
    within, quarter = alternatives(words.prepositions.period), rf"(?P<fraction>{alternatives(quarter_words(words))})"
    return {
        "last part of year": rf"\b{last}\s+(?P<fraction>{alternatives(fractions(words))}){year}",
        "part of year": rf"\b{place}\s+(?P<fraction>{alternatives(fractions(words))}){year}",
        "quarter": rf"\b{within}\s+{the}\s+{place}\s+{quarter}\b(?!\s+{in_or_of}\b)",
        "numbered quarter": rf"\bQ(?P<quarter>[1-4])\b(?:{year})?",
    }


def _counting_forms(words: Words) -> dict[str, str]:
    time = words.time
    weekday, which, amount = full_weekday(words), which_pattern(words), amount_pattern(words)
    week = units_of(words, "P7D")
    ago = alternatives(words.function.backward_adverb)
    onward = alternatives({*time.onward, *(word for word, sign in time.directions.items() if sign)})
    of_or_on = alternatives({*words.prepositions.period, *words.prepositions.genitive, *time.coincident})
    weeks_ago = rf"(?P<back>{count_pattern(words)})\s+{weeks_pattern(words)}\s+{ago}"
    during = rf"(?:\s+{alternatives(time.day_parts)})?,?\s+(?:{of_or_on}\s+)?"
    no_article = "".join(rf"(?<!\b{re.escape(article)} )" for article in words.function.definite_article)
    unit = rf"(?P<unit>{alternatives({*calendar_units(words), *time.periods, *time.weekends, *quarter_words(words)})})"
    deictic = rf"(?P<deictic>{alternatives(time.deictics)})"
    the = alternatives(words.function.definite_article)
    within = alternatives(words.prepositions.period)
    clitic = alternatives(words.function.possessive_clitic)
    genitive = alternatives(words.prepositions.genitive)
    before = alternatives(word for word, sign in time.directions.items() if sign)
    coming = rf"(?:{the}\s+)?(?:{alternatives(time.deictics)}\s+)?"
    anchor = rf"(?P<relative>{alternatives({*time.shifts, *time.present})})"
    length = rf"(?:{amount}|(?P<single>{alternatives(time.units)}))(?!\w|\s+{genitive}\b|\s+{onward}\s)"
    next_ones = alternatives(word for word, shift in time.deictics.items() if shift == 1)
    return {
        "relative": rf"(?i:\b(?P<relative>{alternatives(time.shifts)}))\b",
        "deictic weekday": rf"(?i:\b{deictic})\s+{weekday}\b",
        "deictic month": rf"(?i:\b{deictic})\s+{full_month(words)}\b",
        "deictic unit": rf"(?i:{no_article}\b{deictic}\s+{unit})\b(?!-)",
        "weekend": rf"(?i:\b{the}\s+(?P<unit>{alternatives(time.weekends)}))\b(?!-|\s+{genitive}\b)",
        "unit beyond": rf"(?i:\b{the}\s+{unit}\s+(?P<beyond>{before})\s+{deictic})\b(?!\s+[A-Z])",
        "weekday of week": rf"\b{weekday}{during}(?i:{which})\s+{week}\b",
        "week weekday": rf"(?i:\b{which})\s+{week},?\s+(?:{of_or_on}\s+)?{weekday}\b",
        "weekday ago": rf"\b{weekday}{during}(?i:{weeks_ago})\b",
        "ago weekday": rf"(?i:\b{weeks_ago}),?\s+(?:{of_or_on}\s+)?{weekday}\b",
        "ago": rf"(?i:\b{amount}\s+{ago})\b",
        "from day": rf"(?i:\b{amount}\s+(?P<onward>{onward})\s+{anchor})\b",
        "from weekday": rf"(?i:\b{amount}\s+(?P<onward>{alternatives(time.onward)}))\s+{weekday}\b(?!['’]{clitic}\b)",
        "elapsed": rf"(?i:\b{alternatives(time.extents)}\s+{the}\s+{alternatives(time.elapsed)}\s+{length})",
        "to come": rf"(?i:\b{alternatives(time.extents)}\s+(?:{the}\s+)?{next_ones}\s+{length})",
        "ahead": rf"(?i:\b{within}\s+{amount}(?:['’](?:{clitic})?\s+{alternatives(time.clocks)})?)(?!\w)",
        "limit": rf"(?i:\b{alternatives(time.limits)}\s+{coming}{amount})(?!\w|\s+{onward}\s)",
    }


def _bare_forms(words: Words) -> dict[str, str]:
    joint = alternatives({*words.time.ranges, *words.function.additive_conjunction})
    clock = rf"(?!\s*(?:{joint}\s*\d{{4}}\s*)?{zone_pattern(words)})"
    on = "|".join(rf"(?<=\b{word}\s)" for word in sorted(words.time.of_day))
    longest = longest_names(words.time.weekdays)
    short = alternatives(name for name in words.time.weekdays if name not in longest)
    return {
        "weekday": rf"\b{full_weekday(words)}\b",
        "short weekday": rf"(?:{on})(?P<weekday>{short})\b\.?(?![\w-])",
        "month": rf"\b{full_month(words)}\b{OTHER_DAY}",
        "year": rf"(?:(?<![\d.,$€£/-])|(?<=\b\d{{4}}[-–]))\b(?P<year>(?:19|20)\d\d)\b"
        rf"(?![.,]?\d|/\w|[-–](?!{YEAR}\b)\w|%){clock}",
    }
