"""Triples as lines of N-Triples: taken from memory, a store or a file, and sorted in bounded memory."""

from __future__ import annotations

import re
from heapq import merge
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import DefaultGraph, RdfFormat, Triple, serialize

from kg.errors import GraphError
from kg.schema.namespaces import XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad, Store

Row: TypeAlias = tuple[str, str, str]
"""Subject and predicate without their brackets, and the object as N-Triples writes it."""

_ESCAPES: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_ESCAPE: Final = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_DECIMAL: Final = f"^^<{XSD}decimal> .\n".encode()
_WHOLE: Final = re.compile(rb'("-?[0-9]+)("\^\^<[^<>]*> \.)$')
_BATCH: Final = 50_000
_RUN: Final = 1_000_000
"""How many lines are sorted in memory at once (about 250 MB); the runs of a larger graph wait in temporary files."""
_MOST_RUNS: Final = 200
"""How many files are open at once at most; that many are merged into one before the next."""


def lines_of(statements: Iterable[Triple | Quad]) -> Iterator[bytes]:
    """Yield triples, or quads without their graph, as lines of N-Triples without the line's end."""
    source = iter(statements)
    # The library's N-Triples are made in C, ten times faster than Triple objects are read.
    while batch := [item if isinstance(item, Triple) else item.triple for item in islice(source, _BATCH)]:
        lines = (serialize(batch, format=RdfFormat.N_TRIPLES) or b"").split(b"\n")
        lines.pop()
        yield from lines


def store_lines(store: Store) -> Iterator[bytes]:
    """Yield the triples of all graphs of a store as `lines_of` does, once for each graph that holds one.

    A store keeps the values of numbers, not their digits: whole decimals get back the point that Turtle needs (1.0).
    """
    with TemporaryFile() as file:
        for graph in (DefaultGraph(), *store.named_graphs()):
            store.dump(file, RdfFormat.N_TRIPLES, from_graph=graph)
        file.seek(0)
        for line in file:
            yield _WHOLE.sub(rb"\1.0\2", line[:-1]) if line.endswith(_DECIMAL) else line[:-1]


def sorted_rows(lines: Iterable[bytes]) -> Iterator[Row]:
    """Yield lines of N-Triples as rows, sorted and once each, whatever their order; memory does not grow with them.

    Raises GraphError for a blank node or a quoted triple as the subject, which other stores can not name or read.
    """
    last = b""
    for line in _sorted(iter(lines)):
        if line != last:
            subject, predicate, value = line.decode().split(" ", 2)
            yield subject[1:], predicate[1:], value[:-2]
            last = line


def literal_parts(value: str) -> tuple[str, str, str]:
    """Return the words, the language and the datatype (one of them empty) of a literal of N-Triples."""
    if value[0] != '"':
        raise _unfit(value.encode())
    end = value.rindex('"')
    words, rest = value[1:end], value[end + 1 :]
    if "\\" in words:
        words = _ESCAPE.sub(_unescaped, words)
    return (words, "", rest[3:-1]) if rest.startswith("^^") else (words, rest[1:], "")


def _unfit(line: bytes) -> GraphError:
    """Return the error of a statement that no file for other stores may hold."""
    problem = f"a blank node or quoted triple can not be written: {line[:80].decode(errors='replace')}"
    return GraphError(problem, remedy="give every node an IRI")


def _sorted(lines: Iterator[bytes]) -> Iterator[bytes]:
    runs: list[IO[bytes]] = []
    try:
        run = _run(lines)
        while len(run) == _RUN:
            runs.append(_kept(run))
            run.clear()  # before the next one is made
            if len(runs) == _MOST_RUNS:
                whole = _kept(_merged(runs, ()))
                _close(runs)
                runs = [whole]
            run = _run(lines)
        yield from _merged(runs, run) if runs else run
    finally:
        _close(runs)


def _run(lines: Iterator[bytes]) -> list[bytes]:
    # Without the closing brackets a shorter IRI sorts before a longer one that it begins.
    run = [line.replace(b"> ", b" ", 2) for line in islice(lines, _RUN)]
    run.sort()
    # Quoted triples (<<) sort before and blank nodes (_:) behind all that begins with an IRI.
    for line in (*run[:1], *run[-1:]):
        if line[:1] != b"<" or line[:2] == b"<<":
            raise _unfit(line)
    return run


def _merged(runs: Iterable[IO[bytes]], last: Iterable[bytes]) -> Iterator[bytes]:
    return merge(*((line[:-1] for line in run) for run in runs), last)


def _kept(run: Iterable[bytes]) -> IO[bytes]:
    """Return a temporary file of the lines, at its start; it goes when it is closed."""
    file = TemporaryFile()  # noqa: SIM115 (read later, closed by whoever asked)
    file.writelines(line + b"\n" for line in run)
    file.seek(0)
    return file


def _close(files: Iterable[IO[bytes]]) -> None:
    for file in files:
        file.close()


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if code[0] in "uU" else _ESCAPES[code]
