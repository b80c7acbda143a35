"""What is written like a date, and what its parts say, before anybody knows when it was written."""

from __future__ import annotations

import pytest

from kg.grammar.time.date_grammar import find_readings
from kg.grammar.time.readings import Reading
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
EMPTY = Reading("", 0, 0)


def said(reading: Reading) -> dict[str, object]:
    """What a reading names, without its form and place."""
    told = {name: getattr(reading, name) for name in Reading.__slots__ if name not in {"form", "start", "end", "sure"}}
    return {name: value for name, value in told.items() if value != getattr(EMPTY, name)}


def found(text: str) -> list[tuple[str, dict[str, object]]]:
    return [(text[one.start : one.end], said(one)) for one in find_readings(text, WORDS)]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("May 9, 2023", {"year": 2023, "month": 5, "day": 9}),
        ("9 May 2023", {"year": 2023, "month": 5, "day": 9}),
        ("2023-05-09", {"year": 2023, "month": 5, "day": 9}),
        ("21/04/2016", {"year": 2016, "month": 4, "day": 21}),
        ("04/21/2016", {"year": 2016, "month": 4, "day": 21}),
        ("08/12/2015", {"year": 2015}),  # August or December
        ("08/08/2015", {"year": 2015, "month": 8, "day": 8}),
        ("May 2023", {"year": 2023, "month": 5}),
        ("Christmas Eve", {"month": 12, "day": 24}),
        ("first Monday of May", {"month": 5, "weekday": 1, "nth": 1}),
        ("second quarter of 2023", {"year": 2023, "nth": 2, "unit": "P3M"}),
        ("yesterday", {"shift": -1}),
        ("last week", {"shift": -1, "unit": "P7D"}),
        ("last weekend", {"shift": -1, "unit": "P2D"}),
        ("next Friday", {"weekday": 5, "shift": 1}),
        ("last May", {"month": 5, "shift": -1}),
        ("Tuesday last week", {"weekday": 2, "weeks": -1}),
        ("two weeks and three days ago", {"steps": (("P7D", -2), ("P1D", -3))}),
        ("a year ago", {"steps": (("P1Y", -1),)}),
    ],
)
def test_a_form_says_what_its_words_name(words: str, parts: dict[str, object]) -> None:
    assert found(f"They met {words}, he said.") == [(words, parts)]


@pytest.mark.parametrize("text", ["The march went on.", "Nine men met.", "Route 66", "It is 5 to 3."])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert not [one for one in find_readings(text, WORDS) if one.sure]
    assert all("month" in parts for _, parts in found(text))  # "march" may be one, and is none by its place


def test_of_two_forms_at_one_place_the_longer_counts_and_none_overlap() -> None:
    assert found("They met on Friday, May 9, 2023, and Monday.") == [
        ("Friday, May 9, 2023", {"year": 2023, "month": 5, "day": 9, "weekday": 5}),
        ("Monday", {"weekday": 1}),
    ]


def test_a_list_of_days_is_a_reading_for_each() -> None:
    assert [parts["day"] for _, parts in found("They met on June 5, 6 and 7.")] == [5, 6, 7]
    assert [parts["day"] for _, parts in found("They met on 5, 6 and 7 June.")] == [5, 6, 7]


def test_a_stretch_is_one_reading_with_its_end() -> None:
    for text, last in (("from June 28 to 30", 30), ("between June 28 and 30", 30), ("June 28-30", 30)):
        (reading,) = find_readings(text, WORDS)
        assert reading.until is not None
        assert (reading.month, reading.day, reading.until.month, reading.until.day) == (6, 28, 6, last)


def test_forms_far_apart_are_all_found() -> None:
    text = " ".join(["On May 9 they met."] + ["Nobody spoke of it again."] * 20 + ["On June 3 they met."])
    assert [parts["month"] for _, parts in found(text)] == [5, 6]
