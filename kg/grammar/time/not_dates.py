"""What is written like a date and is none, or names no day that is sure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.grammar.time.tense import is_fixed

if TYPE_CHECKING:
    from kg.grammar.time.readings import Reading
    from kg.grammar.tree import Span, Token
    from kg.knowledge.words import Words
    from kg.records import EventDate

POSSESSIVE_TAG = "POS"
YEAR = "P1Y"
WEEKDAY, COUNTED_WEEKDAY = "weekday", "from weekday"


def is_date(reading: Reading, span: Span, words: Words) -> bool:
    """Say whether a form that may be something else is a date: a number of a day counts no things and heads no name."""
    if span.start and span.doc[span.start - 1].lower_ in words.function.negative_particle:
        return False  # "on Tuesday, not Wednesday"
    if reading.form == COUNTED_WEEKDAY and span.start and span.doc[span.start - 1].pos_ == "ADP":
        return False  # "for two weeks from Monday" is how long
    if reading.form in {"month", "year"} and reading.until is None:
        return _is_bare_date(reading, span, words)
    if reading.until is not None and not reading.sure and reading.form == reading.until.form == "year":
        return _is_bare_date(reading, span, words)
    following = span.doc[span.end] if span.end < len(span.doc) else None
    return reading.form not in {"day", "weekday day"} or following is None or following.pos_ not in {"NOUN", "PROPN"}


def _is_bare_date(reading: Reading, span: Span, words: Words) -> bool:
    """A bare month or year is a date only where a word of time says so; "may" is a verb and 2000 may count drones."""
    before = span.doc[span.start - 1] if span.start else None
    if reading.sure:
        return _counts_nothing(span)
    if before is None:
        return False
    if reading.form == "year" and before.lower_ in words.time.of_clock:
        return False  # "at 2030" is a time of day
    opening = words.time.coincident | words.time.since | words.time.until | words.time.ranges
    if before.lower_ in opening | words.time.parts or words.time.units.get(before.lower_) == "P1Y":
        return _counts_nothing(span)
    if reading.form == "month" and before.lower_ in words.prepositions.rescheduling and is_fixed(span.root, words):
        return True  # "is set for November"
    if reading.form == "month":  # "in February and May"
        return before.dep_ == "cc" and any(
            token.text in words.time.months for token in span.doc[span.start - 2 : span.start]
        )
    determined = before.pos_ == "DET" or before.tag_ == POSSESSIVE_TAG
    return determined and span.end < len(span.doc) and _is_year_before(span.doc[span.end], reading, span)


def _is_year_before(following: Token, reading: Reading, span: Span) -> bool:
    """Say whether a number may be the year of a noun: of one thing, or no round number of several.

    "The 2002 Bali attacks", "a 2003 Russian law", "the 2005 bombings"; but "the 2000 Russian troops" are so many.
    """
    noun = following if following.tag_ in {"NN", "NNS"} else span.root.head
    if following.tag_ != noun.tag_ and (following.pos_ not in {"PROPN", "ADJ"} or noun.i < following.i):
        return False
    return noun.tag_ == "NN" or (noun.tag_ == "NNS" and reading.year is not None and reading.year % 100 != 0)


def _counts_nothing(span: Span) -> bool:
    return not (span.root.dep_ == "nummod" and span.root.head.tag_ == "NNS")


def is_rough(span: Span, words: Words) -> bool:
    """In "more than two years ago" the number is a bound, and "half a year ago" is no year."""
    before = span.doc[max(span.start - 2, 0) : span.start]
    if len(before) and words.numbers.values.get(before[-1].lower_, 1) < 1:
        return True
    phrases = {" ".join(token.lower_ for token in before[-size:]) for size in (1, 2)}
    return bool(phrases & (words.numbers.at_least | words.numbers.at_most | words.numbers.about))


def is_told_by_another(reading: Reading, span: Span, words: Words) -> bool:
    """Say whether only other words tell the day: "the Monday before Easter", "the weekend of July 12"."""
    if reading.until is not None:
        return False  # "the weekend of July 12 and 13"
    doc = span.doc
    opening = [token.lower_ for token in doc[max(span.start - 2, 0) : span.start]]
    if len(opening) == 2 and opening[0] in words.time.weekends and opening[1] in words.prepositions.genitive:
        return True
    if reading.form != WEEKDAY or not span.start or span.end >= len(doc):
        return False
    determined = doc[span.start - 1].lower_ in words.function.definite_article
    return determined and bool(words.time.directions.get(doc[span.end].lower_))


def in_that_year(reading: Reading, span: Span, words: Words, *, before: EventDate | None) -> Reading | None:
    """Return a reading with the year that is pointed at, if any: "in July 2006, and in August [that year]".

    None where no year was told `before`.
    """
    doc, end = span.doc, span.end
    while end < len(doc) and doc[end].lower_ in words.prepositions.genitive | words.function.definite_article:
        end += 1
    pointing = words.function.demonstrative
    pointed = end + 1 < len(doc) and doc[end].lower_ in pointing and words.time.units.get(doc[end + 1].lower_) == YEAR
    if not pointed or reading.names_year or reading.month is None:
        return reading
    return None if before is None else replace(reading, year=int(before.value[:4]))
