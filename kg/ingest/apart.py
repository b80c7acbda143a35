"""Files that a library takes apart, each read in another process within a budget: none can hurt the others."""

from __future__ import annotations

from collections import deque
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from kg.errors import InputError, KgError
from kg.ingest.formats import TAKEN_APART
from kg.ingest.kinds.streams import suffix_of
from kg.ingest.sources import drafts_of_row
from kg.workers import Loss, mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from kg.ingest.formats import Draft
    from kg.ingest.manifest import Row
    from kg.workers import Budget


def drafts_of_rows(
    rows: Iterable[Row], *, on_problem: Callable[[KgError], None], columns: Mapping[str, str], budget: Budget | None
) -> Iterator[Draft]:
    """Yield the articles of files; report each file that can not be read, or not within a budget, and go on."""
    for apart, group in groupby(rows, key=lambda row: budget is not None and suffix_of(row.file) in TAKEN_APART):
        if apart and budget is not None:
            yield from _apart(group, on_problem, columns, budget)
            continue
        for row in group:
            yield from drafts_of_row(row, on_problem=on_problem, columns=columns)


def _apart(
    rows: Iterable[Row], on_problem: Callable[[KgError], None], columns: Mapping[str, str], budget: Budget
) -> Iterator[Draft]:
    waiting: deque[Row] = deque()

    def noted() -> Iterator[Row]:
        for row in rows:
            waiting.append(row)
            yield row

    for found in mapped(partial(_reader, columns), noted(), workers=1, budget=budget):
        row = waiting.popleft()
        if isinstance(found, Loss):
            on_problem(InputError(found.problem, place=row.place, remedy="save its text alone, as .txt"))
            continue
        for each in found:
            if isinstance(each, KgError):
                on_problem(each)
            else:
                yield each


def _reader(columns: Mapping[str, str]) -> Callable[[Row], list[Draft | KgError]]:
    """Return what reads a file: its articles and, in their places, what is wrong with others."""

    def read(row: Row) -> list[Draft | KgError]:
        found: list[Draft | KgError] = []
        for draft in drafts_of_row(row, on_problem=found.append, columns=columns):
            found.append(draft)  # noqa: PERF402 (problems come between them)
        return found

    return read
