from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.grammar.time.dates import DateKind, find_dates
from kg.records import DateBasis
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.time.dates import DateMention

FRIDAY = date(2025, 7, 4)


def dates(text: str, published: date | None = FRIDAY) -> list[str | None]:
    return [
        mention.value.value if mention.value else None
        for mention in find_dates(unparsed(text), KNOWLEDGE.words, published=published)
    ]


def only(text: str) -> DateMention:
    (mention,) = find_dates(unparsed(text), KNOWLEDGE.words, published=FRIDAY)
    return mention


@pytest.mark.parametrize(
    "text",
    [
        "on July 4, 2025",
        "on July 4th, 2025,",
        "on 4 July 2025",
        "on the 4th of July, 2025",
        "on Friday, July 4, 2025",
        "on Fri., 4 Jul. 2025",
        "JULY 4, 2025",
        "2025-07-04",
        "2025/07/04",
        "2025-07-04T13:47:00Z",
        "on 04.07.2025",
        "July 4 2025",
    ],
)
def test_a_full_date_needs_no_day_of_publication(text: str) -> None:
    assert dates(text, None) == ["2025-07-04"]
    assert only(text).value is not None
    assert only(text).value.basis is DateBasis.EXPLICIT  # type: ignore[union-attr]  # asserted above


def test_without_a_day_of_publication_nothing_else_has_a_value() -> None:
    text = "on July 4, in June, on Friday, today, last month, two days ago"
    assert dates(text, None) == [None] * 6


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on July 4", "2025-07-04"),
        ("on Dec. 28", "2024-12-28"),
        ("on Thursday, July 3", "2025-07-03"),
        ("in June", "2025-06"),
        ("in July", "2025-07"),
        ("in November", "2024-11"),
        ("last July", "2024-07"),
        ("next March", "2026-03"),
        ("in February 2022", "2022-02"),
        ("in 2014", "2014"),
        ("at Christmas", "2024-12-25"),
    ],
)
def test_what_names_no_year_is_the_last_one_up_to_publication(text: str, value: str) -> None:
    assert dates(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("today", "2025-07-04"),
        ("tonight", "2025-07-04"),
        ("overnight", "2025-07-04"),
        ("this morning", "2025-07-04"),
        ("yesterday", "2025-07-03"),
        ("last night", "2025-07-03"),
        ("tomorrow", "2025-07-05"),
        ("on Friday", "2025-07-04"),
        ("on Thursday evening", "2025-07-03"),
        ("late on Saturday", "2025-06-28"),
        ("last Friday", "2025-06-27"),
        ("this month", "2025-07"),
        ("last month", "2025-06"),
        ("next year", "2026"),
        ("two days ago", "2025-07-02"),
        ("three months ago", "2025-04"),
        ("overnight Sunday", "2025-06-29"),
        ("overnight on Wednesday", "2025-07-02"),
        ("a year ago this week", "2024"),
        ("two years ago on Saturday", "2023"),
        ("a year ago today", "2024-07-04"),
        ("two weeks from Tuesday", "2025-07-22"),
    ],
)
def test_relative_words_count_from_publication(text: str, value: str) -> None:
    mention = only(text)
    assert mention.value is not None
    assert (mention.value.value, mention.value.basis) == (value, DateBasis.RELATIVE)


@pytest.mark.parametrize(
    "text",
    [
        "last summer",
        "on February 30",
        "on Monday the 24th",
        "on the Monday before the vote",
        "over the weekend of July 12",
    ],
)
def test_what_is_no_certain_day_month_or_year_has_no_value(text: str) -> None:
    assert dates(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "He sent 2000 drones and 1950 rounds.",
        "the 1990s",
        "an F-2000 jet",
        "May I ask?",
        "in recent weeks, over the past year",
        "It costs $2,014 or €2014.",
        "https://example.org/2025/07/04/news and https://example.org/2025/",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == []


def test_a_number_before_a_full_date_is_no_day() -> None:
    assert dates("Directive 5 of February 28, 2003") == ["2003-02-28"]


def test_a_date_of_an_earlier_century_keeps_its_year() -> None:
    assert dates("on 12 April 1862") == ["1862-04-12"]


def test_a_weekday_has_the_word_of_the_one_that_it_is_joined_to() -> None:
    assert dates("next Thursday and Friday") == ["2025-07-10", "2025-07-11"]
    assert dates("overnight, Sunday's raid") == ["2025-07-04", "2025-06-29"]


def test_a_month_of_that_year_has_the_year_that_was_told_before() -> None:
    assert dates("in July 2006 and in August that year") == ["2006-07", "2006-08"]
    assert dates("in August that year") == [None]


def test_a_day_that_is_denied_is_none() -> None:
    assert dates("on Tuesday, not Wednesday") == ["2025-07-01"]


def test_parts_of_the_day_stand_in_a_stretch() -> None:
    assert dates("between Friday night and Saturday morning") == ["2025-06-27/2025-06-28"]


def test_a_rough_distance_is_no_date() -> None:
    assert dates("more than two years ago") == [None]
    assert dates("about three days ago") == [None]


def test_two_days_of_a_month_are_two_dates_and_a_range_is_one() -> None:
    assert dates("on May 16 and June 2") == ["2025-05-16", "2025-06-02"]
    assert dates("on July 2 and 3, 2025") == ["2025-07-02", "2025-07-03"]
    assert dates("on July 2-3") == ["2025-07-02/2025-07-03"]
    assert dates("on July 4-6, 2025", None) == ["2025-07-04/2025-07-06"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Friday", DateKind.POINT),
        ("since February 2022", DateKind.SINCE),
        ("after July 1", DateKind.SINCE),
        ("until Friday", DateKind.UNTIL),
        ("by 2026", DateKind.UNTIL),
        ("before Thursday", DateKind.UNTIL),
        ("in the three months to the end of June", DateKind.UNTIL),
        ("no later than August 10", DateKind.UNTIL),
        ("not earlier than August 10", DateKind.SINCE),
    ],
)
def test_a_bound_is_told_from_a_point_in_time(text: str, kind: DateKind) -> None:
    assert only(text).kind is kind


def test_a_stretch_from_one_date_to_another_is_one_date() -> None:
    mention = only("from July 1 to July 3")
    assert mention.value is not None
    assert (mention.kind, mention.value.value) == (DateKind.POINT, "2025-07-01/2025-07-03")
