"""A pair of CSV tables, nodes and edges, for spreadsheets, Gephi, pandas and graph databases."""

from __future__ import annotations

import csv
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, Final

from kg.export.network import network
from kg.files import replaced

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pyoxigraph import Store

    from kg.knowledge import Knowledge

NODES: Final = "nodes.csv"
EDGES: Final = "edges.csv"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def write_tables(store: Store, folder: Path, knowledge: Knowledge, *, base: str) -> tuple[Path, Path]:
    """Write nodes.csv and edges.csv into a folder and return them; the edges name the nodes by their id."""
    net = network(store, knowledge.taxonomy, base=base)
    nodes, edges = folder / NODES, folder / EDGES
    with replaced(nodes) as stream:
        cells = (
            (node.id, node.label, node.kind, *(node.attributes.get(name, "") for name in net.columns))
            for node in net.vertices
        )
        _write(stream, ("id", "label", "class", *net.columns), cells)
    with replaced(edges) as stream:
        ends = ((edge.source, edge.target, edge.relation, edge.weight) for edge in net.edges)
        _write(stream, ("source", "target", "relation", "weight"), ends)
    return nodes, edges


def _write(stream: IO[bytes], columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    file = TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(map(_inert, row) for row in rows)
    file.detach()


def _inert(cell: object) -> object:
    """Return a cell of which a spreadsheet makes no formula: words that begin like one get an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
