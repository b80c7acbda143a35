"""Tables of articles, CSV or Excel: a row is an article, the header says what its cells are."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from kg.errors import InputError, KgError, LeftOut
from kg.ingest.columns import article_of, named
from kg.ingest.kinds.article import Article
from kg.ingest.kinds.packed import check_packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

DELIMITERS: Final = ",;\t|"
_LONGEST_CELL: Final = 10_000_000
"""Characters of a cell; the library's own limit, 131,072, is shorter than some articles."""


def articles_of_csv(
    text: str, *, place: str, columns: Mapping[str, str], on_problem: Callable[[KgError], None]
) -> Iterator[Article]:
    """Yield the articles of a CSV table with any common delimiter; LeftOut where it has no column of texts."""
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    numbered = _numbered(rows, place=place, on_problem=on_problem)
    yield from _articles(numbered, place=place, columns=columns, on_problem=on_problem)


def articles_of_xlsx(
    path: Path, *, columns: Mapping[str, str], on_problem: Callable[[KgError], None]
) -> Iterator[Article]:
    """Yield the articles of the first sheet of an Excel file; LeftOut where it has no column of texts."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    check_packed(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError) as error:
        raise InputError("is no Excel table", place=str(path), remedy="save it as .xlsx or .csv") from error
    sheet = book.worksheets[0] if book.worksheets else None
    rows = enumerate(sheet.iter_rows(values_only=True) if sheet is not None else (), start=1)
    yield from _articles(rows, place=str(path), columns=columns, on_problem=on_problem)
    book.close()


def delimiter_of(text: str) -> str:
    """Return the delimiter that the header of a table uses most, a comma where it has one column."""
    header = text.lstrip("\ufeff").partition("\n")[0]
    return max(DELIMITERS, key=header.count)


def not_csv(error: csv.Error, *, place: str) -> InputError:
    """Return the problem of a table that breaks off: below an open quotation mark nothing can be told apart."""
    return InputError(f"is not CSV: {error}", place=place, remedy="close the quotation mark there")


def _numbered(
    rows: Iterator[list[str]], *, place: str, on_problem: Callable[[KgError], None]
) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            yield number, row
    except csv.Error as error:
        on_problem(not_csv(error, place=f"{place}: row {number + 1}"))


def _articles(
    rows: Iterator[tuple[int, list[str]]] | Iterator[tuple[int, tuple[object, ...]]],
    *,
    place: str,
    columns: Mapping[str, str],
    on_problem: Callable[[KgError], None],
) -> Iterator[Article]:
    found: dict[str, int] | None = None
    for number, row in rows:
        if not any(row):
            continue
        if found is None:
            found = _read_header([str(cell or "").strip() for cell in row], columns, place=place)
            continue
        here = f"{place}: row {number}"
        try:
            fields = {field: row[index] for field, index in found.items() if index < len(row)}
            name, text, about = article_of(fields, place=here)
            yield Article(here, name, number, text, about)
        except InputError as error:
            on_problem(error)
    if found is None:
        raise InputError("is empty", place=place, remedy="give it a header and rows, or leave it out")


def _read_header(header: list[str], columns: Mapping[str, str], *, place: str) -> dict[str, int]:
    """Return the place in a row of each field that the table has; raise LeftOut where it has no texts."""
    found = named([name for name in header if name], columns, place=place)
    if "text" not in found:
        problem = f"has no column of texts among {', '.join(filter(None, header[:8]))}"
        raise LeftOut(problem, place=place, remedy="name it: --columns text=NAME")
    # Of columns of one name the last one counts.
    places = {name: index for index, name in enumerate(header)}
    return {field: places[column] for field, column in found.items()}
