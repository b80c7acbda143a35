"""The days, weeks, months and stretches that phrases of the news stand for, published on Friday, 4 July 2025."""

from __future__ import annotations

from datetime import date

import pytest

from kg.grammar.time.dates import find_dates
from kg.periods import days_of
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE

FRIDAY = date(2025, 7, 4)


def dates(text: str, published: date | None = FRIDAY) -> list[str | None]:
    found = find_dates(unparsed(text), KNOWLEDGE.words, published=published)
    return [mention.value.value if mention.value else None for mention in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in October last year", "2024-10"),
        ("on 3 August last year", "2024-08-03"),
        ("on August 3 of last year", "2024-08-03"),
        ("last year in April", "2024-04"),
        ("next year on April 12", "2026-04-12"),
        ("in March this year", "2025-03"),
        ("in September two years ago", "2023-09"),
        ("in the spring", None),
    ],
)
def test_a_year_told_by_its_distance_is_that_of_the_month_or_day(text: str, value: str | None) -> None:
    assert dates(text) == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("on April 3 and May 9, 2022", ["2022-04-03", "2022-05-09"]),
        ("on 3 April and 9 May 2022", ["2022-04-03", "2022-05-09"]),
        ("in April and May 2022", ["2022-04", "2022-05"]),
        ("in October and November last year", ["2024-10", "2024-11"]),
        ("on December 28 and January 3, 2022", ["2024-12-28", "2022-01-03"]),
        ("in 2014 and 2022", ["2014", "2022"]),
        ("on 3 and 4 June", ["2025-06-03", "2025-06-04"]),
        ("on June 3 and 4 in Kyiv", ["2025-06-03", "2025-06-04"]),
    ],
)
def test_two_dates_share_the_year_or_the_month_that_follows_the_second(text: str, values: list[str]) -> None:
    assert dates(text) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("from 2 to 5 June", "2025-06-02/2025-06-05"),
        ("from June 2 to 5 in Kyiv", "2025-06-02/2025-06-05"),
        ("from June 2 to June 5, 2023", "2023-06-02/2023-06-05"),
        ("from December 30 to January 2, 2023", "2022-12-30/2023-01-02"),
        ("2-5 June 2023", "2023-06-02/2023-06-05"),
        ("June 2–5, 2023", "2023-06-02/2023-06-05"),
        ("from March to May 2022", "2022-03/2022-05"),
        ("between March and May 2022", "2022-03/2022-05"),
        ("from 2014 to 2022", "2014/2022"),
        ("between 2014 and 2022", "2014/2022"),
        ("from Monday to Wednesday", "2025-06-30/2025-07-02"),
        ("from Sunday through Tuesday", "2025-06-29/2025-07-01"),
        ("between June 2 and 5, 2023", "2023-06-02/2023-06-05"),
        ("from December 2023 to January", "2023-12/2024-01"),
        ("from May 3, 2024, to June 7", "2024-05-03/2024-06-07"),
        ("in September/October 2020", "2020-09/2020-10"),
        ("on 28/29 June", "2025-06-28/2025-06-29"),
        ("on the weekend of 28-29 June", "2025-06-28/2025-06-29"),
    ],
)
def test_a_stretch_has_its_beginning_and_its_end(text: str, value: str) -> None:
    assert dates(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("last week on Monday", "2025-06-23"),
        ("on Monday last week", "2025-06-23"),
        ("on Monday of last week", "2025-06-23"),
        ("Monday night last week", "2025-06-23"),
        ("next week on Thursday", "2025-07-10"),
        ("on Thursday this week", "2025-07-03"),
        ("on Tuesday two weeks ago", "2025-06-17"),
        ("on Saturday the 28th", "2025-06-28"),
        ("on Saturday, 28th", "2025-06-28"),
        ("on Friday 13th", "2025-06-13"),
        ("on Monday the twenty-third", "2025-06-23"),
        ("on the 27th", "2025-06-27"),
        ("the 20th of last month", "2025-06-20"),
        ("on the last day of May", "2025-05-31"),
        ("on the last day of February 2024", "2024-02-29"),
        ("on the first day of last month", "2025-06-01"),
        ("on the third Tuesday of June", "2025-06-17"),
        ("on the last Sunday in May 2023", "2023-05-28"),
        ("next Tuesday", "2025-07-08"),
        ("this coming Sunday", "2025-07-06"),
        ("three weeks and two days ago", "2025-06-11"),
        ("a month and ten days ago", "2025-05-25"),
        ("two days before yesterday", "2025-07-01"),
    ],
)
def test_a_day_is_told_by_its_week_its_number_or_its_distance(text: str, value: str) -> None:
    assert dates(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("last week", "2025-W26"),
        ("earlier this week", "2025-W27"),
        ("next week", "2025-W28"),
        ("the week before last", "2025-W25"),
        ("three weeks ago", "2025-W24"),
        ("in the week of June 23", "2025-W26"),
        ("last weekend", "[2025-06-28..2025-06-29]"),
        ("over the weekend", "[2025-06-28..2025-06-29]"),
        ("next weekend", "[2025-07-12..2025-07-13]"),
        ("in the second quarter", "[2025-04-01..2025-06-30]"),
        ("in the fourth quarter", "[2024-10-01..2024-12-31]"),
        ("in the first quarter of 2023", "[2023-01-01..2023-03-31]"),
        ("in the second half of last year", "[2024-07-01..2024-12-31]"),
        ("Q1 2024", "[2024-01-01..2024-03-31]"),
        ("last quarter", "[2025-04-01..2025-06-30]"),
        ("three years ago", "2022"),
        ("late last month", "2025-06"),
        ("in early May", "2025-05"),
        ("mid-May 2023", "2023-05"),
        ("at the end of 2023", "2023"),
        ("in autumn 2022", "2022"),
        ("in the last quarter of 2023", "[2023-10-01..2023-12-31]"),
        ("over the past three days", "[2025-07-01..2025-07-04]"),
        ("in the last 24 hours", "[2025-07-03..2025-07-04]"),
        ("within the past week", "[2025-06-27..2025-07-04]"),
        ("just two days ago", "2025-07-02"),
    ],
)
def test_a_week_a_weekend_and_a_quarter_are_no_day(text: str, value: str) -> None:
    assert dates(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "At 2030 GMT",
        "by 2015 Moscow time",
        "around 1945 local time",
        "at 1930",
        "from 2000 to 2030 GMT",
        "at 1800 hours",
        "in ten days",
        "within two weeks",
        "1945 EST",
    ],
)
def test_a_time_of_day_and_a_length_of_time_are_no_date(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Jan. 20 , 2018 .", "2018-01-20"),
        ("on January 20 of 2018", "2018-01-20"),
        ("on 16. Nov. 2016", "2016-11-16"),
        ("on the fourth of May, 2016", "2016-05-04"),
        ("on May the 4th, 2016", "2016-05-04"),
        ("on 28-Nov-2016", "2016-11-28"),
        ("on 21/04/2016", "2016-04-21"),
        ("on 04/21/2016", "2016-04-21"),
        ("on 08/12/2015", "2015"),
        ("in November , 2016", "2016-11"),
    ],
)
def test_other_spellings(text: str, value: str) -> None:
    assert dates(text, None) == [value]


def test_on_a_sunday_next_tuesday_is_one_of_two() -> None:
    assert dates("next Tuesday", date(2025, 7, 6)) == [None]


def test_of_a_week_every_day_counts() -> None:
    days = days_of("2025-W26")
    assert (days.first, days.last, days.count) == (date(2025, 6, 23), date(2025, 6, 29), 7)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("on 5, 6 and 7 June 2024", ["2024-06-05", "2024-06-06", "2024-06-07"]),
        ("on June 5, 6 and 7, 2024", ["2024-06-05", "2024-06-06", "2024-06-07"]),
        ("on May 16 and again on June 2, 2024", ["2024-05-16", "2024-06-02"]),
        ("in January, February and March 2024", ["2024-01", "2024-02", "2024-03"]),
        ("on Monday and Tuesday last week", ["2025-06-23", "2025-06-24"]),
        ("May 28-June 3, 2022", ["2022-05-28/2022-06-03"]),
        ("two years ago in May", ["2023-05"]),
        ("four years ago on 12 March", ["2021-03-12"]),
        ("in January 2024 and again in March", ["2024-01", "2024-03"]),
        ("on March 3 last year and April 9", ["2024-03-03", "2024-04-09"]),
        ("in December of the year before last", ["2023-12"]),
    ],
)
def test_lists_and_years_that_stand_apart(text: str, values: list[str]) -> None:
    assert dates(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("on December 31, 9999.", []),
        ("on 31 December 9999, they met", []),
        ("in December 12025.", []),
        ("on December 31, 1066.", []),
        ("on December 31, 300 people met", ["2024-12-31"]),
        ("in May 500 people met", ["2025-05"]),
        ("on December 31, 2024.", ["2024-12-31"]),
        ("on June 3, at 1030.", ["2025-06-03"]),
    ],
)
def test_a_day_of_a_year_that_no_news_tells_is_not_of_the_last(text: str, values: list[str]) -> None:
    assert dates(text) == values


@pytest.mark.parametrize("text", ["this decade", "the last decade"])
def test_a_decade_is_too_long_for_a_date(text: str) -> None:
    assert set(dates(text)) <= {None}
