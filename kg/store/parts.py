"""A graph as N-Triples in parts, which the bulk loaders of triple stores take side by side."""

from __future__ import annotations

import gzip
from itertools import islice
from typing import TYPE_CHECKING, Final

from pyoxigraph import parse

from kg.files import replaced
from kg.store.graph import format_of
from kg.store.lines import lines_of

if TYPE_CHECKING:
    from pathlib import Path

LINES: Final = 1_000_000
"""Of a part: some 20 MB when packed."""
_NAME: Final = "part-{:05d}.nt.gz"


def keep_parts(graph: Path, folder: Path, *, lines: int = LINES) -> list[Path]:
    """Write a graph file to part-00000.nt.gz and so on in a folder, of so many lines each, and return the files.

    Parts of an earlier graph that had more of them go. The same graph gives the same bytes. Raises GraphError where a
    file can not be written.
    """
    triples = (quad.triple for quad in parse(path=graph, format=format_of(graph)))
    told = lines_of(triples)
    written: list[Path] = []
    while part := list(islice(told, lines)):
        written.append(folder / _NAME.format(len(written)))
        with replaced(written[-1]) as stream, gzip.GzipFile(fileobj=stream, mode="wb", filename="", mtime=0) as packed:
            packed.writelines(f"{line} .\n".encode() for line in part)
    for left in sorted(set(folder.glob("part-*.nt.gz")) - set(written)):
        left.unlink()
    return written
