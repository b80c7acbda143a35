"""Rows that travel between machines: Arrow batches, which end at a number of bytes before they end at one of rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyarrow import RecordBatch, Table

MOST_ROWS: Final = 128
MOST_BYTES: Final = 8 << 20
"""Of the rows that are handed on together."""
_AT_ONCE: Final = 2
"""Batches that are sent together: the JVM of who sends has them several times, as tasks and as messages."""


def tables_of(rows: Iterable[tuple[Any, ...]], schema: str) -> Iterator[Table]:
    """Yield rows in tables of some batches, at most some 16 MB each."""
    import pyarrow as pa

    held: list[RecordBatch] = []
    for batch in batches_of(rows, schema):
        held.append(batch)
        if len(held) >= _AT_ONCE:
            yield pa.Table.from_batches(held)
            held.clear()
    if held:
        yield pa.Table.from_batches(held)


def batches_of(rows: Iterable[tuple[Any, ...]], schema: str) -> Iterator[RecordBatch]:
    """Yield rows in batches of at most MOST_ROWS and, but for the last row of each, MOST_BYTES."""
    held: list[tuple[Any, ...]] = []
    size = 0
    for row in rows:
        held.append(row)
        size += sum(len(cell) for cell in row if isinstance(cell, bytes))
        if len(held) >= MOST_ROWS or size >= MOST_BYTES:
            yield _batch(held, schema)
            held, size = [], 0
    if held:
        yield _batch(held, schema)


def _batch(rows: list[tuple[Any, ...]], schema: str) -> RecordBatch:
    import pyarrow as pa

    kinds = {"string": pa.string(), "long": pa.int64(), "binary": pa.binary()}
    fields = [(name, kinds[kind]) for name, kind in (field.split() for field in schema.split(", "))]
    columns = [pa.array(column, kind) for column, (_, kind) in zip(zip(*rows, strict=True), fields, strict=True)]
    return pa.RecordBatch.from_arrays(columns, schema=pa.schema(fields))
