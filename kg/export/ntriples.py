"""N-Triples: a line for each statement, for tools that stream."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from kg.store.lines import sorted_rows, store_lines

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.knowledge import Knowledge


def write_ntriples(
    store: Store,
    stream: IO[bytes],
    knowledge: Knowledge,  # noqa: ARG001 (as every writer)
    *,
    base: str,  # noqa: ARG001 (as every writer)
) -> None:
    """Write the triples of all graphs of a store, sorted."""
    for subject, predicate, value in sorted_rows(store_lines(store)):
        stream.write(f"<{subject}> <{predicate}> {value} .\n".encode())
