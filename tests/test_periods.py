from __future__ import annotations

from datetime import date

import pytest

from kg.periods import agree, beginning, choice, contains, days_of, is_choice, is_day, is_plain, size, stretch, week_of


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2025-07-04", "2025-07-04", "2025-07-04"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2025-W01", "2024-12-30", "2025-01-05"),
        ("2024-11/2025-01", "2024-11-01", "2025-01-31"),
        ("2014/2022", "2014-01-01", "2022-12-31"),
        ("[2025-07-05..2025-07-06]", "2025-07-05", "2025-07-06"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period: str, first: str, last: str) -> None:
    days = days_of(period)
    assert (days.first.isoformat(), days.last.isoformat()) == (first, last)
    assert size(period) == (days.last - days.first).days + 1


def test_a_day_a_stretch_and_a_choice_are_told_apart() -> None:
    periods = ["2025-07-04", "2025-07", "2014/2022", "2025-W27", "[2025-07-05..2025-07-06]"]
    assert [period for period in periods if is_day(period)] == ["2025-07-04"]
    assert [period for period in periods if is_plain(period)] == ["2025-07-04", "2025-07"]
    assert [period for period in periods if is_choice(period)] == ["2025-W27", "[2025-07-05..2025-07-06]"]
    assert [beginning(period) for period in periods[1:4]] == ["2025-07", "2014", "2025-W27"]


def test_periods_agree_where_they_share_a_day() -> None:
    assert agree("2025-07-04", "2025-W27")
    assert agree("2025-W27", "2025-06")  # it begins on 30 June
    assert not agree("2025-W27", "2025-05")
    assert not agree("2025-06-28/2025-06-30", "2025-07-01")
    assert contains("2025-06", "2025-06-28/2025-06-30")
    assert not contains("2025-06", "2025-W27")


def test_a_stretch_does_not_end_before_it_begins() -> None:
    assert stretch("2025-06-28", "2025-06-30") == "2025-06-28/2025-06-30"
    assert stretch("2025-06-30", "2025-06-28") is None


def test_weeks_and_choices_are_written_as_they_are_read() -> None:
    assert week_of(date(2025, 7, 4)) == "2025-W27"
    assert size(choice(date(2025, 7, 5), date(2025, 7, 6))) == 2
