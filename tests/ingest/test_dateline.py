from datetime import date

import pytest

from kg.ingest.dateline import parse_date, publication_date, yearless_dateline
from tests.known import KNOWLEDGE

DAY = date(2025, 7, 4)
PATTERNS = KNOWLEDGE.boilerplate
BODY = ["The two presidents spoke by telephone about air defence and joint production of drones."]


@pytest.mark.parametrize(
    "words",
    [
        "July 4, 2025",
        "July 4th, 2025",
        "Jul. 4 2025",
        "4 July 2025",
        "4 Jul 2025",
        "2025-07-04",
        "2025-07-04T16:47:00Z",
    ],
)
def test_a_day_named_in_full_is_read(words: str) -> None:
    assert parse_date(words) == DAY


@pytest.mark.parametrize(
    "words", ["", "July 2025", "4 July", "07/04/2025", "2025-13-04", "Juli 4, 2025", "May or 4, 2025"]
)
def test_words_that_name_no_single_day_give_none(words: str) -> None:
    assert parse_date(words) is None


def test_two_different_days_give_none() -> None:
    assert parse_date("July 4, 2025 to July 5, 2025") is None


@pytest.mark.parametrize(
    "line",
    [
        "Published on July 4, 2025",
        "Published: Friday, 4 July 2025 16:47 GMT",
        "First published July 4, 2025",
        "July 4, 2025 4:47 PM",
        "Friday, July 4, 2025",
        "By Jane Doe July 4, 2025 4:47 PM (Updated: ) 2 min read",
        "WASHINGTON, July 4, 2025 — The two presidents spoke by telephone on air defence.",
        "Kyiv, Ukraine, 4 July 2025 (Example News) - The two presidents spoke by telephone.",
        "2025-07-04",
    ],
)
def test_a_date_line_near_the_top_gives_the_day(line: str) -> None:
    assert publication_date(["Leaders discuss air defence", line, *BODY], PATTERNS) == DAY


def test_a_publication_line_counts_wherever_it_stands() -> None:
    assert publication_date([*BODY * 30, "Published on July 4, 2025", "Leave a comment"], PATTERNS) == DAY


def test_a_publication_line_goes_before_a_date_line() -> None:
    assert publication_date(["July 5, 2025", *BODY, "Published on July 4, 2025"], PATTERNS) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Birds fly over a residential building after a drone strike, in Kyiv, Ukraine July 4, 2025.",
        "On July 4, 2025, the two presidents spoke by telephone.",
        "Published reports say that the treaty of July 4, 2025 will end soon",
        "The agreement of July 4, 2025 — the second in a year — was signed in Geneva.",
    ],
)
def test_the_date_of_an_event_is_not_the_day_of_publication(line: str) -> None:
    assert publication_date(["Leaders discuss air defence", line, *BODY], PATTERNS) is None


def test_a_date_far_below_the_top_is_not_the_day_of_publication() -> None:
    assert publication_date([*BODY * 30, "July 4, 2025"], PATTERNS) is None


@pytest.mark.parametrize(
    "line",
    [
        "Last updated 5 July 2025. Published 4 July 2025.",
        "Updated July 5, 2025 | Published July 4, 2025",
        "Published 4 July 2025, last updated 5 July 2025",
        "Modified: 2025-07-05 09:12 Posted: 2025-07-04 18:00",
        "Last updated: July 5, 2025 - Published: July 4, 2025",
        "By Jane Doe | Published July 4, 2025 | Updated July 5, 2025",
        "By Jane Doe Updated July 5, 2025 Published July 4, 2025",
        "This article was last updated on 5 July 2025. It was published on 4 July 2025.",
        "Revised 5 July 2025. Published 4 July 2025.",
    ],
)
def test_the_day_of_publication_goes_before_that_of_the_last_change(line: str) -> None:
    assert publication_date([line, *BODY], PATTERNS) == DAY


def test_the_last_change_counts_where_nothing_else_is_told() -> None:
    assert publication_date(["Last updated 4 July 2025", *BODY], PATTERNS) == DAY
    assert publication_date(["Last updated 5 July 2025", "July 4, 2025", *BODY], PATTERNS) == DAY


def test_what_a_sentence_says_was_published_is_another_text() -> None:
    assert publication_date(["The report, published on July 3, 2025, blamed Iran.", *BODY], PATTERNS) is None
    assert publication_date(["He runs Example. Published on July 3, 2025, it blamed Iran.", *BODY], PATTERNS) is None


def test_a_dateline_without_a_year_takes_it_from_the_address() -> None:
    lines = ["KYIV, Nov 24 (Example News) - The two presidents spoke by telephone.", *BODY]
    assert publication_date(lines, PATTERNS) is None
    assert yearless_dateline(lines) == yearless_dateline(["Nov 24 (Example News) - They spoke."]) == "Nov 24"
    assert publication_date(lines, PATTERNS, url="https://example.org/2023/world/call") == date(2023, 11, 24)
    assert publication_date(BODY, PATTERNS, url="https://example.org/2025/07/04/call") == DAY
    assert publication_date(BODY, PATTERNS, url="https://example.org/world/call-20250704") is None


@pytest.mark.parametrize("line", ["KYIV, Nov 24, 2023 (Example News) - They spoke.", "On Nov 24 they spoke.", BODY[0]])
def test_other_lines_are_no_dateline_without_a_year(line: str) -> None:
    assert yearless_dateline([line]) is None
