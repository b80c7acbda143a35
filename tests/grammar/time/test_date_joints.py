"""Which readings are joined, by the words between and before them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kg.grammar.time.date_joints import as_week, is_between, joined
from kg.grammar.time.readings import Reading
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
JANUARY = Reading("month", 0, 7, month=1)
MARCH_2023 = Reading("month year", 0, 10, year=2023, month=3)
MONDAY, TUESDAY_LAST_WEEK = Reading("weekday", 0, 6, weekday=1), Reading("weekday of week", 0, 17, weekday=2, weeks=-1)
MAY_3, MAY_9_2022 = Reading("month day", 0, 5, month=5, day=3), Reading("month day", 0, 11, month=5, day=9, year=2022)
DECEMBER_28, JANUARY_3_2023 = replace(MAY_3, month=12, day=28), replace(MAY_9_2022, month=1, day=3, year=2023)


def pair(left: Reading, between: str, right: Reading, *, before: str = "") -> list[Reading]:
    """The two readings as they are joined; what stands at their own places is of no account."""
    start = len(before) + left.end + len(between)
    first = replace(left, start=len(before), end=len(before) + left.end)
    second = replace(right, start=start, end=start + right.end)
    return joined([first, second], before + "x" * left.end + between + "x" * right.end, WORDS)


@pytest.mark.parametrize("joint", [" to ", " - ", " until "])
def test_a_joint_of_ranges_makes_one_stretch_which_has_the_year_of_its_end(joint: str) -> None:
    (stretch,) = pair(JANUARY, joint, MARCH_2023)
    assert (stretch.year, stretch.month, stretch.start, stretch.end) == (2023, 1, 0, 17 + len(joint))
    assert stretch.until is not None
    assert (stretch.until.year, stretch.until.month) == (2023, 3)


def test_a_stretch_is_sure_where_one_of_its_ends_is_more_than_a_name() -> None:
    (bare,), (named,) = pair(JANUARY, " to ", replace(JANUARY, month=3)), pair(JANUARY, " to ", MARCH_2023)
    assert (bare.sure, named.sure) == (False, True)


def test_a_stretch_is_joined_to_no_third_date() -> None:
    text = "May 1 to May 3 to May 9"
    days = [replace(MAY_3, start=at, end=at + 5, day=day) for at, day in ((0, 1), (9, 3), (18, 9))]
    first, second = joined(days, text, WORDS)
    assert (first.day, first.until, second.day, second.until) == (1, None, 3, days[2])


def test_a_stretch_over_the_turn_of_a_year_begins_in_the_year_before() -> None:
    (stretch,) = pair(DECEMBER_28, " to ", JANUARY_3_2023)
    assert (stretch.year, stretch.day) == (2022, 28)
    (told_by_distance,) = pair(DECEMBER_28, " to ", replace(JANUARY_3_2023, year=None, years=-1))
    assert (told_by_distance.year, told_by_distance.years) == (None, -2)


def test_two_days_of_a_list_share_the_year_where_they_are_in_its_order() -> None:
    first, second = pair(MAY_3, " and ", MAY_9_2022)
    assert (first.year, first.until, second.year) == (2022, None, 2022)
    first, _ = pair(DECEMBER_28, " and ", JANUARY_3_2023)
    assert first.year is None


def test_a_list_is_a_stretch_behind_between() -> None:
    (stretch,) = pair(MAY_3, " and ", MAY_9_2022, before="between ")
    assert stretch.until is not None
    assert stretch.sure


def test_a_day_and_a_month_are_no_pair() -> None:
    assert len(pair(MAY_3, " to ", MARCH_2023)) == 2
    first, _ = pair(MAY_3, " and ", MARCH_2023)
    assert first.year is None


def test_other_words_between_join_nothing_nor_do_words_far_away() -> None:
    for between in (" was worse than ", " and " + " " * 30):
        first, second = pair(MAY_3, between, MAY_9_2022)
        assert (first.until, first.year, second.year) == (None, None, 2022)


def test_weekdays_share_the_week_behind_the_second() -> None:
    first, _ = pair(MONDAY, " and ", TUESDAY_LAST_WEEK)
    assert first.weeks == -1


def test_years_that_are_listed_are_sure_and_one_alone_is_not() -> None:
    year = Reading("year", 0, 4, year=2014)
    assert [one.sure for one in pair(year, " and ", replace(year, year=2022))] == [False, True]
    assert [one.sure for one in pair(year, " saw ", replace(year, year=2022))] == [False, False]


def test_the_year_behind_a_month_is_its_year() -> None:
    (reading,) = pair(JANUARY, " of ", Reading("unit beyond", 0, 20, shift=-2, unit="P1Y"))
    assert (reading.month, reading.years, reading.sure, reading.end) == (1, -2, True, 31)
    assert len(pair(JANUARY, " of ", Reading("deictic unit", 0, 10, shift=-1, unit="P1M"))) == 2


def test_the_week_of_a_day_is_a_week() -> None:
    text = "in the week of November 30"
    day = Reading("month day", 15, 26, month=11, day=30)
    week = as_week(day, text, WORDS)
    assert (week.is_week, text[week.start : week.end]) == (True, "the week of November 30")
    assert as_week(day, "in the talks of November 30", WORDS) == day
    assert not as_week(Reading("month", 15, 23, month=11), text, WORDS).is_week


def test_what_stands_before_a_pair_makes_it_a_stretch() -> None:
    for before, found in (("between ", True), ("Between the ", True), ("on ", False)):
        match = re.search(r"May 5 and 10", before + "May 5 and 10")
        assert match is not None
        assert is_between(match, WORDS) is found
