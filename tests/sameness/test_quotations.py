"""Which quotations of one speaker are one statement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.records import DateBasis, EventDate
from kg.sameness.facts import document_parties, mention_facts
from kg.sameness.quotations import same_words
from tests.extract.mentions import ENTITIES, PUTIN, mention, named
from tests.known import KNOWLEDGE

DAY = date(2025, 7, 4).toordinal()
LONG = "we will go on until the very last of them has left our land for good"
STATEMENT = mention_facts(
    [mention("Statement", named("speaker", PUTIN))],
    document_parties(ENTITIES),
    KNOWLEDGE.taxonomy,
    KNOWLEDGE.participants,
)


def reason(left: tuple[str, ...], right: tuple[str, ...], days: int | None = 0) -> str | None:
    """Return why two quotations, reported so many days apart, are one."""
    facts = [
        replace(STATEMENT, date=None, quote=quote, published=None if days is None else DAY + shift)
        for quote, shift in ((left, 0), (right, days or 0))
    ]
    found = same_words(*facts)
    assert found == same_words(*reversed(facts))
    return None if found is None else found.reason


def test_long_words_are_one_whenever_they_are_reported_and_few_words_in_the_same_days() -> None:
    assert reason((LONG,), (LONG,), 100) == "same words of the same speaker"
    assert reason((LONG,), (LONG,), None) == "same words of the same speaker"
    assert reason(("we will win",), ("we will win",), 2) == "same few words, same days"
    assert reason(("we will win",), ("we will win",), 3) is None
    assert reason(("we will win",), ("we will win",), None) is None


def test_a_long_part_stands_for_the_whole_of_its_day() -> None:
    whole = f"i tell you {LONG} and so be it"
    assert reason((LONG,), (whole,), 1) == "part of the same words, same day"
    assert reason((LONG,), (whole,), 2) is None
    assert reason((LONG,), (whole,), None) is None
    assert reason(("we will go on",), (whole,), 0) is None
    assert reason((LONG,), (f"x{whole.replace(' we ', ' xwe ')}",), 0) is None


def test_the_pieces_of_a_part_stand_in_their_order() -> None:
    first, second = "we will go on until the very last", "of them has left our land"
    assert reason((first, second), (LONG,), 0) == "part of the same words, same day"
    assert reason((second, first), (LONG,), 0) is None


def test_the_day_of_the_words_goes_before_that_of_the_article() -> None:
    told = EventDate("2025-07-01", DateBasis.EXPLICIT).value
    left = replace(STATEMENT, quote=("we will win",), date=told, published=None)
    right = replace(STATEMENT, quote=("we will win",), date=None, published=DAY)
    assert same_words(left, right) is None
    assert same_words(left, replace(right, published=DAY - 1)) is not None
    assert same_words(replace(left, date="2025-07"), right) is None
