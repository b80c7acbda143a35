"""Parquet: a row is an article, its columns are those of any table; a few rows at a time are in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kg.errors import MESSAGE, InputError, KgError, LeftOut
from kg.ingest.columns import article_of, named
from kg.ingest.kinds.article import Article
from kg.ingest.kinds.streams import LARGEST, needs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

_ROWS: Final = 16
"""At a time, as a dictionary can make a few bytes stand for long texts."""


def articles_of_parquet(
    path: Path, *, columns: Mapping[str, str], on_problem: Callable[[KgError], None]
) -> Iterator[Article]:
    """Yield the articles of a Parquet file; LeftOut where it has no column of texts.

    A row that is broken is reported. Where the bytes of a row group are damaged the rest of its rows are lost.
    """
    place = str(path)
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise needs("pyarrow", place=place) from error
    try:
        file = ParquetFile(path)
    except (pyarrow.ArrowException, OSError) as error:
        raise InputError(f"is no Parquet file: {error}"[:MESSAGE], place=place, remedy="write it anew") from error
    with file:
        found = _columns(list(file.schema_arrow.names), columns, place=place)
        end = 0
        for group in range(file.num_row_groups):
            number, end = end, end + file.metadata.row_group(group).num_rows
            try:
                for batch in file.iter_batches(_ROWS, row_groups=[group], columns=sorted(set(found.values()))):
                    for index in range(batch.num_rows):
                        number += 1
                        yield from _article(batch, index, found, number, place=place, on_problem=on_problem)
            except (pyarrow.ArrowException, OSError) as error:
                problem = f"rows {number + 1} to {end} are damaged: {error}"[:MESSAGE]
                on_problem(InputError(problem, place=place, remedy="write the file anew; all other rows are read"))


def _columns(names: list[str], given: Mapping[str, str], *, place: str) -> dict[str, str]:
    found = named(names, given, place=place)
    if "text" not in found:
        problem = f"has no column of texts among {', '.join(names[:8])}"
        raise LeftOut(problem, place=place, remedy="name it: --columns text=NAME")
    return found


def _article(
    batch: Any,
    index: int,
    found: Mapping[str, str],
    number: int,
    *,
    place: str,
    on_problem: Callable[[KgError], None],
) -> Iterator[Article]:
    """Yield the article of a row, or report why there is none."""
    here = f"{place}: row {number}"
    try:
        # What can not be told in Python is one cell of one row: bytes that are not UTF-8, a day after the year 9999.
        fields = {field: batch.column(column)[index].as_py() for field, column in found.items()}
        name, text, about = article_of(fields, place=here)
        if len(text) > LARGEST:
            raise InputError(f"has more than {LARGEST:,} characters", place=here, remedy="split it")
        yield Article(here, name, number, text, about)
    except InputError as error:
        on_problem(error)
    except (ValueError, OverflowError) as error:
        on_problem(InputError(f"can not be read: {error}"[:MESSAGE], place=here, remedy="mend that cell"))
