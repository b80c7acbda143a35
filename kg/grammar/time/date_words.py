"""The words that dates in English are written with, as pieces of patterns."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.durations import read_duration

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.knowledge.words import Words

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:1[5-9]|20)\d\d"
CLOSING = rf"(?=\W*(?:$|[,.;:!?)\n]|{YEAR}\b))"
_UNCOUNTED = r",?\s+\d{3,6}\s*(?:[.;:!?)](?!\d)|,(?!\d)|$)"
OTHER_YEAR = rf"(?!{_UNCOUNTED})"
"""Behind a month and its day stands no number that counts nothing: it is a year, but none of those that news tells."""
OTHER_DAY = rf"(?!\.?\s+\d\d?{_UNCOUNTED})(?!{_UNCOUNTED})"
"""Nor behind a month, with a day between or without."""
GAP = r"(?:\s*,\s*|\s+)"
LAST_DAY, SMALLEST = 31, 13


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


@lru_cache(maxsize=4)
def numbered_days(words: Words) -> Mapping[str, int]:
    """Return the numbers in words from thirteen to thirty-one; smaller ones count people: "on Friday the two met"."""
    units = {word: int(value) for word, value in words.numbers.values.items() if value == int(value)}
    joint = {
        f"{ten}{hyphen}{unit}": high + low
        for ten, high in units.items()
        for unit, low in units.items()
        for hyphen in ("-", " ")
        if high in {20, 30} and 0 < low < 10
    }
    return {word: value for word, value in (units | joint).items() if SMALLEST <= value <= LAST_DAY}


def with_capitals(names: Iterable[str]) -> set[str]:
    """Return the names as they are written, and in capitals."""
    return {form for name in names for form in (name, name.upper())}


def longest_names(names: Mapping[str, int]) -> list[str]:
    """Return the full name of each month or weekday: abbreviations are too often something else ("Sat", "Mar")."""
    return [max((name for name in names if names[name] == number), key=len) for number in sorted(set(names.values()))]


def month_pattern(words: Words) -> str:
    """Return a pattern for a month by its name or abbreviation."""
    return rf"(?P<month>{alternatives(with_capitals(words.time.months))})"


def full_month(words: Words) -> str:
    """Return a pattern for a month by its full name."""
    return rf"(?P<month>{alternatives(with_capitals(longest_names(words.time.months)))})"


def full_weekday(words: Words) -> str:
    """Return a pattern for a weekday by its full name, in small letters too."""
    return rf"(?P<weekday>(?i:{alternatives(longest_names(words.time.weekdays))}))"


def weekday_before(words: Words) -> str:
    """Return a pattern for a weekday that may stand before a day: "Friday, "."""
    the = alternatives(words.function.definite_article)
    return rf"(?:(?P<weekday>{alternatives(with_capitals(words.time.weekdays))})\.?,?\s+(?:{the}\s+)?)?"


def which_pattern(words: Words) -> str:
    """Return a pattern for last, this and next."""
    return rf"(?P<which>(?i:{alternatives(words.time.deictics)}))"


def units_of(words: Words, length: str) -> str:
    """Return a pattern for the names of the unit of that length."""
    return alternatives(unit for unit, size in words.time.units.items() if size == length)


def count_pattern(words: Words) -> str:
    """Return a pattern for a number of units in digits or words: "3", "twenty-one", "a"."""
    whole = alternatives(word for word, value in words.numbers.values.items() if value >= 1)
    one = alternatives(words.function.indefinite_article)
    of = alternatives(words.prepositions.genitive)
    return rf"(?:\d{{1,3}}|{whole}(?:[-\s]{whole})?|{one}(?:\s+{whole})?)(?:\s+{of})?"


def amount_pattern(words: Words) -> str:
    """Return a pattern for some units, perhaps of several sizes: "two weeks and three days"."""
    unit = alternatives({*words.time.units, *map(words.endings.plural, words.time.units)})
    both = alternatives(words.function.additive_conjunction)
    one = rf"{count_pattern(words)}\s+{unit}\b"
    return rf"(?P<amount>{one}(?:(?:\s*,)?\s+(?:{both}\s+)?{one}){{0,3}})"


def years_pattern(words: Words) -> str:
    """Return a pattern for the year behind a day or month: ", 2024", "of 2024", "last year", "three years ago"."""
    within = alternatives(words.prepositions.period | words.prepositions.genitive)
    year, years = units_of(words, "P1Y"), alternatives(map(words.endings.plural, names_of(words, "P1Y")))
    ago = alternatives(words.function.backward_adverb)
    named = rf"(?P<year>{YEAR})\b(?!,\d)(?!\s*{zone_pattern(words)})"
    back = rf"(?P<ago>{count_pattern(words)})\s+(?:{year}|{years})\s+{ago}\b"
    return rf"(?:{GAP}(?:{within}\s+)?(?:{named}|{which_pattern(words)}\s+{year}\b|{back}))"


def names_of(words: Words, length: str) -> list[str]:
    """Return the names of the unit of that length."""
    return [unit for unit, size in words.time.units.items() if size == length]


def zone_pattern(words: Words) -> str:
    """Return a pattern for what says that four digits are a time of day: "GMT", "Kyiv time"."""
    place = rf"(?:[A-Z]\w+\s+){{1,2}}(?:{alternatives(words.time.clocks)})"
    return rf"(?:{alternatives(words.time.zones)}|{place})\b"


def ordinal_pattern(words: Words) -> str:
    """Return a pattern for a day as an ordinal in digits: 23rd."""
    return rf"{DAY}{alternatives(words.endings.ordinal)}"


def day_pattern(words: Words) -> str:
    """Return a pattern for a day in digits: 23 or 23rd."""
    return rf"{DAY}{alternatives(words.endings.ordinal)}?"


def day_in_words(words: Words) -> str:
    """Return a pattern for a day as an ordinal in words."""
    return rf"(?P<day_word>(?i:{alternatives(ordinal_days(words))}))"


def number_in_words(words: Words) -> str:
    """Return a pattern for a number that is a day where nothing is counted behind it: "May twenty-one"."""
    return rf"(?P<number_word>(?i:{alternatives(numbered_days(words))}))"


def second_day(words: Words) -> str:
    """Return a pattern for the end of "June 28 to 30" and "July 3 and 4"; a word joins where no noun is counted."""
    the = alternatives(words.function.definite_article)
    dashes = alternatives(mark for mark in words.time.ranges if not mark.isalpha())
    joint = alternatives(joint_words(words))
    following = alternatives({*words.time.coincident, *words.time.since, *words.time.until})
    closing = rf"(?=\W*(?:$|[,.;:!?)\n]|{YEAR}\b)|\s+{following}\b)"
    second = rf"(?:{the}\s+)?{day_pattern(words)}\b"
    return rf"(?P<joint>{dashes}|{joint}(?=\s+{second}{closing}))\s*(?:{the}\s+)?(?P<second>{day_pattern(words)})\b"


def joint_words(words: Words) -> set[str]:
    """Return what stands between the days of a pair or stretch."""
    return {*words.function.additive_conjunction, *words.time.ranges, "&"}


def weeks_pattern(words: Words) -> str:
    """Return a pattern for weeks that are counted."""
    names = names_of(words, "P7D")
    return alternatives({*names, *map(words.endings.plural, names)})


def calendar_units(words: Words) -> list[str]:
    """Return the units that are calendar periods themselves: week, month and year, no hours, days and decades."""
    found = {unit: read_duration(size) for unit, size in words.time.units.items()}
    week = read_duration("P7D")
    return [unit for unit, size in found.items() if size is not None and (size == week or 0 < size.months <= 12)]


def quarter_words(words: Words) -> list[str]:
    """Return the words for a quarter of a year."""
    return [word for word, months in fractions(words).items() if months * 4 == 12]
