"""Dates in running text: explicit ones, and those that count from the day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.extract.calendar_words import Reading, date_pattern, read_date
from kg.extract.tense import looks_ahead
from kg.schema.words import load_time_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from spacy.tokens import Doc, Span, Token

    from kg.records import EventDate

MODIFIERS = frozenset({"nmod:poss", "compound", "nummod", "amod", "nmod:unmarked", "nmod:desc", "nmod"})
YEAR_LENGTH = 4


class DateKind(StrEnum):
    """Whether a date is when something happened, or only where a stretch of time begins or ends."""

    POINT = "point"
    SINCE = "since"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class DateMention:
    """Tokens start..end (end exclusive) that name a date; `value` is None where no ISO 8601 day, month or year is sure."""

    start: int
    end: int
    value: EventDate | None
    kind: DateKind


def find_dates(doc: Doc, *, published: date | None) -> tuple[DateMention, ...]:
    """Return the dates of a parsed text in its order; without a day of publication only full dates have a value.

    A day or month without a year is the last one up to publication, the next one where the clause looks ahead.
    """
    found: list[DateMention] = []
    for reading, span in _readings(doc):
        if not _is_date(reading, span):
            continue
        ahead = looks_ahead(span.root)
        value = read_date(reading, published=published, ahead=ahead)
        found.append(DateMention(span.start, span.end, value, _kind(reading, span, found)))
    return tuple(found)


def _readings(doc: Doc) -> Iterator[tuple[Reading, Span]]:
    for match in date_pattern().finditer(doc.text):
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None:
            continue
        reading = Reading.of(match)
        yield reading, span
        if reading.second_day is not None:  # "July 3 and 4"
            last = doc.char_span(match.start("second"), match.end("second"), alignment_mode="expand")
            if last is not None:
                yield reading.on_second_day(), last


def _is_date(reading: Reading, span: Span) -> bool:
    """Bare months and years are dates only after a word of time; "may" and numbers are common, dates are not."""
    if not reading.needs_context:
        return True
    words = load_time_words()
    before = _word_before(span)
    if before in words.coincident | words.since | words.until:
        return True
    if reading.month is not None:  # "in February and May"
        first = span.doc[span.start - 2] if span.start > 1 else None
        return span.root.dep_ == "conj" and first is not None and first.text in words.months
    root = span.root
    return (
        len(span) == 1
        and root.head.i == span.end
        and root.dep_ in MODIFIERS
        and root.head.tag_ == "NN"
        and before in {"the", "’s", "'s"}
    )


def _word_before(span: Span) -> str:
    return str(span.doc[span.start - 1].lower_) if span.start else ""


def _kind(reading: Reading, span: Span, found: list[DateMention]) -> DateKind:
    if _modifies_what_follows(span):
        return DateKind.POINT
    words = load_time_words()
    before = [token.lower_ for token in span.doc[max(span.start - 3, 0) : span.start]]
    while before and before[-1] in {"the", "early", "late", "mid", "-"}:
        before.pop()
    last, pair = (before[-1] if before else ""), " ".join(before[-2:])
    if found and found[-1].end >= span.start - 1 and last in {"to", "through", "–", "-", "until"}:
        return DateKind.UNTIL
    if reading.is_range:
        return DateKind.POINT
    if last in words.since or pair in words.since:
        return DateKind.SINCE
    return DateKind.UNTIL if last in words.until or pair in words.until else DateKind.POINT


def _modifies_what_follows(span: Span) -> bool:
    """In "after Friday's call" the preposition governs the call."""
    root = span.root
    return root.dep_ in MODIFIERS and root.head.i >= span.end and root.head.pos_ in {"NOUN", "PROPN"}


def root_of(mention: DateMention, doc: Doc) -> Token:
    """Return the token by which the date hangs on the rest of the sentence."""
    return doc[mention.start : mention.end].root
