"""The pieces of patterns for dates, each with what it takes and what it leaves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kg.grammar.time import date_words
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.knowledge.words import Words

WORDS = KNOWLEDGE.words


def test_of_alternatives_the_longest_is_taken_and_spaces_are_any() -> None:
    pattern = re.compile(date_words.alternatives(["last", "last but one", "a.m"]))
    found = pattern.match("last  but\none")
    assert found is not None
    assert found[0] == "last  but\none"
    assert pattern.match("axm") is None


def test_days_in_words_end_with_the_month() -> None:
    ordinals, numbers = date_words.ordinal_days(WORDS), date_words.numbered_days(WORDS)
    assert (ordinals["third"], ordinals["twenty-first"], ordinals["thirty first"]) == (3, 21, 31)
    assert "thirty-second" not in ordinals
    assert sorted(set(ordinals.values())) == list(range(1, 32))
    assert (numbers["thirteen"], numbers["twenty one"], numbers["thirty-one"]) == (13, 21, 31)
    assert "two" not in numbers
    assert sorted(set(numbers.values())) == list(range(13, 32))


def test_parts_of_a_year_are_counted_in_months() -> None:
    parts = date_words.fractions(WORDS)
    assert (parts["quarter"], parts["half"]) == (3, 6)
    assert date_words.quarter_words(WORDS) == ["quarter"]


def test_full_names_are_one_for_each_month_and_weekday() -> None:
    months = date_words.longest_names(WORDS.time.months)
    assert (len(months), months[2], months[8]) == (12, "March", "September")
    assert len(date_words.longest_names(WORDS.time.weekdays)) == 7


def test_calendar_units_are_no_shorter_than_a_week_nor_longer_than_a_year() -> None:
    units = set(date_words.calendar_units(WORDS))
    assert {"week", "month", "year"} <= units
    assert units.isdisjoint({"hour", "day", "decade"})


@pytest.mark.parametrize(
    ("piece", "taken", "left"),
    [
        (date_words.month_pattern, ("March", "MARCH", "Mar"), ("march", "Marches")),
        (date_words.full_month, ("March", "MARCH"), ("Mar",)),
        (date_words.full_weekday, ("Friday", "friday"), ("Fri",)),
        (date_words.weekday_before, ("Friday, ", "Fri. ", "Friday the ", ""), ("Friday", "friday, ")),
        (date_words.which_pattern, ("last", "Next", "this"), ("first",)),
        (date_words.count_pattern, ("3", "twenty-one", "a", "a couple of"), ("some", "1000")),
        (
            date_words.amount_pattern,
            ("two weeks and three days", "a day", "3 years, 2 months and a day"),
            ("two", "two tanks"),
        ),
        (
            date_words.years_pattern,
            (", 2024", " of 2024", " last year", " three years ago", " in 2024"),
            (" 2,024", " last month", "2024", " 1400"),
        ),
        (date_words.zone_pattern, ("GMT", "Kyiv time", "New York time"), ("Kyiv", "kyiv time")),
        (date_words.ordinal_pattern, ("23rd", "1st"), ("23", "32nd")),
        (date_words.day_pattern, ("23rd", "23", "31", "07"), ("32", "0")),
        (date_words.day_in_words, ("twenty-third", "First"), ("twenty-three",)),
        (date_words.number_in_words, ("twenty-three", "Thirty"), ("three", "twenty-third")),
        (date_words.second_day, ("-30", " to 30", " and 4"), (" or 4",)),
        (date_words.weeks_pattern, ("week", "weeks"), ("days",)),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_piece_takes_its_words_and_no_others(
    piece: Callable[[Words], str], taken: tuple[str, ...], left: tuple[str, ...]
) -> None:
    pattern = re.compile(piece(WORDS))
    prefix = piece is date_words.second_day
    assert [words for words in taken if not pattern.fullmatch(words.lstrip() if prefix else words)] == []
    assert [words for words in left if pattern.fullmatch(words.lstrip() if prefix else words)] == []


def test_a_word_joins_two_days_only_where_nothing_is_counted_behind_them() -> None:
    pattern = re.compile(date_words.second_day(WORDS))
    assert pattern.match("and 4, he said") is not None
    assert pattern.match("and 4 tanks") is None
    assert pattern.match("-4 tanks") is not None


def test_four_digits_before_a_zone_are_no_year() -> None:
    pattern = re.compile(date_words.years_pattern(WORDS))
    assert pattern.match(", 2030 GMT") is None
    assert pattern.match(", 2030 people") is not None
