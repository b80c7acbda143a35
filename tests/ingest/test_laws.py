"""Laws of ingest: words are neither lost nor made, what was read stays as it is, and kinds of files say one thing."""

from __future__ import annotations

import calendar
import csv
import io
import json
import tempfile
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ingest import read
from kg.ingest.dateline import parse_date
from kg.ingest.layout import in_parts, normalised, one_line, paragraphs
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.records import Document

steady = settings(derandomize=True, database=None, deadline=None, max_examples=50)
SIGNS = st.characters(exclude_categories=["Cs"]) | st.sampled_from(
    "\r\n\t\x0b\x0c\x85\u2028\u00ad\u200b\ufeff \u00a0-.“”'\"#*<&["
)
ANY = st.text(SIGNS.filter(lambda sign: sign != "\0"), max_size=80)
_WORDS = "Iran fired at Israel on Friday . \n \n\n well- known Kyiv , and then"
WORDS = st.lists(st.sampled_from(_WORDS.split(" ")), max_size=60)


def seen(text: str) -> str:
    """The text without its blanks."""
    return "".join(text.split())


@steady
@given(ANY)
def test_a_text_that_was_normalised_stays_as_it_is(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once == unicodedata.normalize("NFC", once)
    line = one_line(text)
    assert one_line(line) == line == line.strip()
    assert "\n" not in line


@steady
@given(ANY | WORDS.map(" ".join))
def test_paragraphs_hold_all_words_and_are_paragraphs_again(text: str) -> None:
    found = paragraphs(normalised(text))
    assert seen("".join(found)) == seen(normalised(text))
    assert all(paragraph == paragraph.strip() and paragraph and "\n" not in paragraph for paragraph in found)
    assert paragraphs("\n\n".join(found)) == found


@steady
@given(st.lists(ANY.map(one_line).filter(bool), max_size=8), st.integers(1, 60))
def test_parts_hold_all_words_and_none_is_too_long(given_: list[str], longest: int) -> None:
    parts = list(in_parts(given_, longest))
    assert seen("".join(piece for part in parts for piece in part)) == seen("".join(given_))
    assert all(sum(map(len, part)) <= longest for part in parts)


@steady
@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_day_is_read_in_each_way_that_pages_write_it(day: date) -> None:
    month = calendar.month_name[day.month]
    for told in (
        day.isoformat(),
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]}. {day.day} {day.year}",
    ):
        assert parse_date(told) == day


ROWS = st.fixed_dictionaries(
    {
        "id": ANY.map(one_line).filter(bool),
        "title": ANY,
        "outlet": ANY,
        "url": ANY,
        "text": ANY.filter(lambda text: "x" not in text).map(lambda text: f"Trump called Putin x {text}"),
        "date": st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.isoformat),
    }
)


@settings(steady, max_examples=20)
@given(st.lists(ROWS, min_size=1, max_size=4, unique_by=lambda row: row["id"]))
def test_lines_lists_and_tables_of_the_same_articles_are_the_same_documents(rows: list[dict[str, str]]) -> None:
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, sorted(rows[0]), lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    files = {
        "a.jsonl": "".join(json.dumps(row) + "\n" for row in rows),
        "a.json": json.dumps(rows, ensure_ascii=False),
        "a.csv": table.getvalue(),
    }
    lines, lists, tables = (read_one(name, text) for name, text in files.items())
    assert lines == lists == tables
    for one, row in zip(lines, rows, strict=True):
        told = [one_line(row[field]) or None for field in ("id", "title", "outlet", "url")]
        assert [one.id, one.title if told[1] else None, one.outlet, one.url] == told


def read_one(name: str, text: str) -> list[Document]:
    problems: list[KgError] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(text.encode())
        documents = list(read([path], KNOWLEDGE.boilerplate, on_problem=problems.append))
    assert problems == []
    return documents
