"""The nearest day or month of a number or a name, counted from Friday, 4 July 2025."""

from __future__ import annotations

from datetime import date

import pytest

from kg.grammar.time.near_days import day_of_month, month_of, nearest_weekday, weekday_of_month

FRIDAY, SUNDAY = date(2025, 7, 4), date(2025, 7, 6)
MON, TUE, FRI, SUN = 1, 2, 5, 7


@pytest.mark.parametrize(
    ("month", "day", "weekday", "ahead", "found"),
    [
        (6, 30, None, False, date(2025, 6, 30)),
        (7, 5, None, False, date(2025, 7, 5)),  # where it happens it may be tomorrow
        (7, 6, None, False, date(2024, 7, 6)),
        (7, 6, None, True, date(2025, 7, 6)),
        (7, 3, None, True, date(2026, 7, 3)),
        (None, 31, None, False, date(2025, 5, 31)),  # June has none
        (None, 9, None, False, date(2025, 6, 9)),
        (None, 9, None, True, date(2025, 7, 9)),
        (None, 9, MON, False, date(2025, 6, 9)),
        (None, 9, FRI, False, date(2025, 5, 9)),
        (None, 9, SUN, False, None),
        (7, 6, SUN, False, date(2025, 7, 6)),  # a weekday that fits goes before what is past
        (2, 30, None, False, None),
    ],
)
def test_a_day_is_the_nearest_of_its_number(
    month: int | None, day: int, weekday: int | None, found: date | None, *, ahead: bool
) -> None:
    assert day_of_month(month, day, weekday, FRIDAY, ahead=ahead) == found


def test_a_day_without_its_month_lies_beyond_the_turn_of_a_year() -> None:
    assert day_of_month(None, 20, None, date(2026, 1, 4), ahead=False) == date(2025, 12, 20)
    assert day_of_month(None, 2, None, date(2025, 12, 30), ahead=True) == date(2026, 1, 2)


@pytest.mark.parametrize(
    ("weekday", "nth", "found"),
    [(FRI, 1, date(2025, 8, 1)), (FRI, 5, date(2025, 8, 29)), (MON, -1, date(2025, 8, 25)), (MON, 5, None)],
)
def test_a_weekday_has_its_place_in_a_month(weekday: int, nth: int, found: date | None) -> None:
    assert weekday_of_month(2025, 8, weekday, nth) == found


@pytest.mark.parametrize(
    ("month", "shift", "ahead", "found"),
    [
        (5, None, False, "2025-05"),
        (8, None, False, "2024-08"),
        (7, None, False, "2025-07"),
        (8, None, True, "2025-08"),
        (5, None, True, "2026-05"),
        (8, 0, False, "2025-08"),  # "this August"
        (7, -1, False, "2024-07"),  # "last July", told in July
        (6, -1, False, "2025-06"),
        (7, 1, False, "2026-07"),
        (8, 1, False, "2025-08"),
    ],
)
def test_a_month_is_of_the_year_that_is_meant(month: int, shift: int | None, found: str, *, ahead: bool) -> None:
    assert month_of(month, shift, FRIDAY, ahead=ahead) == found


@pytest.mark.parametrize(
    ("weekday", "shift", "ahead", "found"),
    [
        (TUE, None, False, date(2025, 7, 1)),
        (TUE, None, True, date(2025, 7, 8)),
        (FRI, None, False, FRIDAY),
        (FRI, None, True, FRIDAY),
        (FRI, -1, False, date(2025, 6, 27)),
        (TUE, -1, True, date(2025, 7, 1)),
        (MON, 1, False, date(2025, 7, 7)),
        (FRI, 1, False, date(2025, 7, 11)),  # that of the next week
    ],
)
def test_a_weekday_is_before_publication_or_after_it(
    weekday: int, shift: int | None, found: date, *, ahead: bool
) -> None:
    assert nearest_weekday(weekday, shift, FRIDAY, ahead=ahead, next_one=False) == found


def test_on_a_sunday_nobody_knows_which_next_friday_is_and_the_coming_one_is_the_nearest() -> None:
    assert nearest_weekday(FRI, 1, SUNDAY, ahead=True, next_one=False) is None
    assert nearest_weekday(FRI, 1, SUNDAY, ahead=True, next_one=True) == date(2025, 7, 11)
    assert nearest_weekday(SUN, 1, SUNDAY, ahead=True, next_one=True) == date(2025, 7, 13)


def test_where_no_weekday_is_named_every_day_has_its_place_in_the_month() -> None:
    assert [weekday_of_month(2025, 2, None, nth) for nth in (1, -1)] == [date(2025, 2, 1), date(2025, 2, 28)]
    assert weekday_of_month(2025, 2, None, 29) is None
