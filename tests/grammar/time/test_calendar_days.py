"""What a reading stands for, seen from Friday, 4 July 2025."""

from __future__ import annotations

from datetime import date

import pytest

from kg.grammar.time.calendar_days import read_date
from kg.grammar.time.readings import Reading
from kg.records import DateBasis, EventDate

FRIDAY = date(2025, 7, 4)


def reading(form: str = "test", **said: object) -> Reading:
    return Reading(form, 0, 1, **said)  # type: ignore[arg-type]


def value(said: Reading, *, published: date | None = FRIDAY, ahead: bool = False) -> str | None:
    found = read_date(said, published=published, ahead=ahead)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"year": 2023, "month": 5, "day": 9}, "2023-05-09"),
        ({"year": 2023, "month": 5}, "2023-05"),
        ({"year": 2023}, "2023"),
        ({"year": 2023, "month": 2, "day": 30}, None),
        ({"year": 2023, "nth": 2, "unit": "P3M"}, "[2023-04-01..2023-06-30]"),
        ({"year": 2023, "nth": 5, "unit": "P3M"}, None),
        ({"year": 2023, "nth": -1, "month": 5, "weekday": 1}, "2023-05-29"),
        ({"year": 2023, "month": 5, "day": 9, "is_week": True}, "2023-W19"),
    ],
)
def test_what_names_its_year_needs_no_publication(said: dict[str, object], found: str | None) -> None:
    assert value(reading(**said), published=None) == found


@pytest.mark.parametrize(
    "said", [{"month": 5, "day": 9}, {"shift": -1}, {"weekday": 1}, {"years": -1}, {"steps": (("P1D", -2),)}]
)
def test_what_names_no_year_is_unsure_without_a_day_of_publication(said: dict[str, object]) -> None:
    assert value(reading(**said), published=None) is None
    assert value(reading(**said)) is not None


@pytest.mark.parametrize(
    ("said", "behind", "ahead"),
    [
        ({"month": 5, "day": 9}, "2025-05-09", "2026-05-09"),
        ({"month": 5}, "2025-05", "2026-05"),
        ({"weekday": 1}, "2025-06-30", "2025-07-07"),
        ({"nth": 1, "unit": "P3M"}, "[2025-01-01..2025-03-31]", "[2026-01-01..2026-03-31]"),
        ({"nth": 4, "unit": "P3M"}, "[2024-10-01..2024-12-31]", "[2025-10-01..2025-12-31]"),
        ({"unit": "P2D"}, "[2025-06-28..2025-06-29]", "[2025-07-05..2025-07-06]"),
        ({"form": "ahead", "steps": (("P1D", 10),)}, None, "2025-07-14"),
        ({"form": "limit", "steps": (("P1D", 10),)}, None, "[2025-07-04..2025-07-14]"),
    ],
)
def test_it_is_the_last_such_time_or_the_next(said: dict[str, object], behind: str | None, ahead: str) -> None:
    assert (value(reading(**said)), value(reading(**said), ahead=True)) == (behind, ahead)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"shift": -1}, "2025-07-03"),
        ({"shift": -1, "unit": "P7D"}, "2025-W26"),
        ({"shift": -1, "unit": "P1M"}, "2025-06"),
        ({"shift": 6, "unit": "P1M"}, "2026-01"),
        ({"shift": -1, "unit": "P1Y"}, "2024"),
        ({"shift": -1, "unit": "P3M"}, "[2025-04-01..2025-06-30]"),
        ({"shift": 0, "unit": "P6M"}, "[2025-07-01..2025-12-31]"),
        ({"shift": -1, "unit": "P10Y"}, None),
        ({"shift": -1, "unit": "P2D"}, "[2025-06-28..2025-06-29]"),
        ({"shift": 1, "unit": "P2D"}, "[2025-07-12..2025-07-13]"),
        ({"weeks": -1, "weekday": 2}, "2025-06-24"),
        ({"months": -1, "day": 9}, "2025-06-09"),
        ({"months": -7, "day": 9}, "2024-12-09"),
        ({"years": -1, "month": 5}, "2024-05"),
    ],
)
def test_what_is_told_by_its_distance_is_as_precise_as_its_unit(said: dict[str, object], found: str | None) -> None:
    assert value(reading(**said)) == found


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ((("P1D", -3),), "2025-07-01"),
        ((("P7D", -2),), "2025-W25"),
        ((("P1M", -2),), "2025-05"),
        ((("P1Y", -2),), "2023"),
        ((("P1Y", -1), ("P1M", -1)), "2024-06"),
        ((("P7D", -2), ("P1D", -3)), "2025-06-17"),
        ((("PT1H", -6),), "2025-07-04"),
        ((("PT1H", -20),), None),  # it may have been yesterday
        ((("", 0),), None),
    ],
)
def test_steps_back_are_as_precise_as_the_smallest(steps: tuple[tuple[str, int], ...], found: str | None) -> None:
    assert value(reading("ago", steps=steps)) == found


def test_months_from_the_last_of_a_long_one_end_with_the_short_one() -> None:
    day = read_date(reading(steps=(("P1M", 3),), shift=0), published=date(2025, 1, 31), ahead=True)
    assert day is not None
    assert day.value == "2025-04-30"


def test_a_stretch_begins_the_last_such_time_before_its_end() -> None:
    end = reading(month=1, day=3)
    assert value(reading(month=12, day=28, until=end)) == "2024-12-28/2025-01-03"
    assert value(reading(year=2025, month=2, day=1, until=end)) is None
    assert value(reading(month=1, day=3, until=end)) == "2025-01-03"


def test_a_date_is_explicit_where_it_is_named_and_relative_where_it_is_counted() -> None:
    named, counted = reading(month=5, day=9), reading(shift=-1)
    assert read_date(named, published=FRIDAY, ahead=False) == EventDate("2025-05-09", DateBasis.EXPLICIT)
    assert read_date(counted, published=FRIDAY, ahead=False) == EventDate("2025-07-03", DateBasis.RELATIVE)
    last_may = read_date(reading(month=5, shift=-1), published=FRIDAY, ahead=False)
    assert last_may == EventDate("2025-05", DateBasis.RELATIVE)
