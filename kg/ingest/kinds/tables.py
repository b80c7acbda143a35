"""Tables of articles, CSV or Excel: a row is an article, the header says what its cells are."""

from __future__ import annotations

import csv
import io
from contextlib import closing
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from kg.errors import InputError, KgError, LeftOut
from kg.ingest.columns import article_of, named
from kg.ingest.kinds.article import Article
from kg.ingest.kinds.packed import check_packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from openpyxl import Workbook

DELIMITERS: Final = ",;\t|"
_LONGEST_CELL: Final = 10_000_000
"""Characters of a cell; the library's own limit, 131,072, is shorter than some articles."""
_MOST_CELLS: Final = 20_000_000
"""Cells of a sheet, with the empty ones between them: a cell in the last column makes a row of 16,384."""


def articles_of_csv(
    text: str, *, place: str, columns: Mapping[str, str], on_problem: Callable[[KgError], None]
) -> Iterator[Article]:
    """Yield the articles of a CSV table with any common delimiter; LeftOut where it has no column of texts.

    A row of more cells than the header has is a problem: an article whose commas part it would lose what is behind one.
    """
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    yield from _articles(_numbered(rows, place=place), place=place, columns=columns, on_problem=on_problem, strict=True)


def articles_of_xlsx(
    path: Path, *, columns: Mapping[str, str], on_problem: Callable[[KgError], None]
) -> Iterator[Article]:
    """Yield the articles of the first sheet of an Excel file; LeftOut where it has no column of texts."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    check_packed(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        with closing(book):
            rows = _rows_of_sheet(book, place=str(path))
            yield from _articles(rows, place=str(path), columns=columns, on_problem=on_problem)
    except (InvalidFileException, KeyError, ValueError, ParseError) as error:
        raise InputError("is no Excel table", place=str(path), remedy="save it as .xlsx or .csv") from error


def _rows_of_sheet(book: Workbook, *, place: str) -> Iterator[tuple[int, tuple[object, ...]]]:
    """Yield the rows of the first sheet with their numbers; raise InputError where they are next to endless."""
    if not book.worksheets:
        return
    sheet, cells = book.worksheets[0], 0
    # What a sheet says of its size is not to be trusted: rows that are not there would be made as wide as it says.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells += len(row)
        if cells > _MOST_CELLS:
            raise InputError(f"has more than {_MOST_CELLS:,} cells", place=place, remedy="split it, or save it as .csv")
        yield number, row


def delimiter_of(text: str) -> str:
    """Return the delimiter that the header of a table uses most, a comma where it has one column."""
    header = text.lstrip("\ufeff").partition("\n")[0]
    return max(DELIMITERS, key=header.count)


def not_csv(error: csv.Error, *, place: str) -> InputError:
    """Return the problem of a table that breaks off: below an open quotation mark nothing can be told apart."""
    return InputError(f"is not CSV: {error}", place=place, remedy="close the quotation mark there")


def _numbered(rows: Iterator[list[str]], *, place: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows with their numbers; raise InputError where the table breaks off."""
    number = 0
    try:
        for number, row in enumerate(rows, start=1):
            yield number, row
    except csv.Error as error:
        raise not_csv(error, place=f"{place}: row {number + 1}") from error


def _articles(
    rows: Iterator[tuple[int, list[str]]] | Iterator[tuple[int, tuple[object, ...]]],
    *,
    place: str,
    columns: Mapping[str, str],
    on_problem: Callable[[KgError], None],
    strict: bool = False,
) -> Iterator[Article]:
    found: dict[str, int] | None = None
    width = filled = 0
    for number, row in rows:
        if not any(row):
            continue
        if found is None:
            found, width = _read_header([str(cell or "").strip() for cell in row], columns, place=place), len(row)
            continue
        here, filled = f"{place}: row {number}", filled + 1
        try:
            if strict and any(row[width:]):
                problem = f"has {len(row)} cells below a header of {width}"
                raise InputError(problem, place=here, remedy="put quotation marks around a text with commas in it")
            fields = {field: row[index] for field, index in found.items() if index < len(row)}
            name, text, about = article_of(fields, place=here)
            yield Article(here, name, number, text, about)
        except InputError as error:
            on_problem(error)
    if not filled:
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
