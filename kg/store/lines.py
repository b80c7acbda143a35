"""Triples as lines of N-Triples: taken from memory, a store or a file, and sorted in bounded memory."""

from __future__ import annotations

import re
from collections import defaultdict
from heapq import merge
from io import TextIOWrapper
from itertools import chain, groupby, islice
from operator import itemgetter
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import DefaultGraph, RdfFormat, parse, serialize

from kg.errors import GraphError
from kg.knowledge.namespaces import XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store, Triple

Row: TypeAlias = tuple[str, str, str]
"""Subject and predicate without their brackets, and the object as N-Triples writes it."""
Subject: TypeAlias = tuple[str, list[str]]
"""A subject as in a row, and the rest of each of its lines, from behind the predicate's opening bracket."""

_ESCAPES: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_ESCAPE: Final = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_END: Final = " .\n"
_DECIMAL: Final = f"^^<{XSD}decimal>"
_WHOLE: Final = re.compile(r'("-?[0-9]+)("\^\^<[^<>]*>)$')
_BATCH: Final = 50_000
_RUN: Final = 1_000_000
"""How many lines are sorted in memory at once (about 200 MB) if not told; runs of more wait in temporary files."""
_MOST_RUNS: Final = 200
"""How many files are open at once at most; that many are merged into one before the next."""


def lines_of(triples: Iterable[Triple]) -> Iterator[str]:
    """Yield triples as lines of N-Triples without the point and the line's end."""
    source = iter(triples)
    # The library's N-Triples are made in C, ten times faster than Triple objects are read.
    while batch := serialize(islice(source, _BATCH), format=RdfFormat.N_TRIPLES):
        yield from batch.decode().split(_END)[:-1]


def parsed(lines: Iterable[str]) -> Iterator[Triple]:
    """Yield the triples of lines that `lines_of` gives."""
    source = iter(lines)
    while batch := "".join(f"{line}{_END}" for line in islice(source, _BATCH)):
        yield from (quad.triple for quad in parse(batch, format=RdfFormat.N_TRIPLES))


def store_lines(store: Store) -> Iterator[str]:
    """Yield the triples of all graphs of a store as `lines_of` does, once for each graph that holds one.

    A store keeps the values of numbers, not their digits: whole decimals get back the point that Turtle needs (1.0).
    """
    with TextIOWrapper(TemporaryFile(), "utf-8", newline="\n") as file:
        for graph in (DefaultGraph(), *store.named_graphs()):
            store.dump(file.buffer, RdfFormat.N_TRIPLES, from_graph=graph)
        file.seek(0)
        for line in file:
            yield with_point(line.removesuffix(_END))


def with_point(statement: str) -> str:
    """Return a line of N-Triples with the point that Turtle needs in a decimal that a store made whole."""
    return _WHOLE.sub(r"\1.0\2", statement) if statement.endswith(_DECIMAL) else statement


def sorted_subjects(lines: Iterable[str], *, at_once: int | None = None) -> Iterator[Subject]:
    """Yield what lines of N-Triples say by subject, all sorted and once each; memory does not grow with the lines.

    `at_once` says how many are sorted in memory, a million (200 MB) if not told: the fewer, the more files. Raises
    GraphError for a blank node or a quoted triple as the subject, which other stores can not name or read.
    """
    for subject, statements in _sorted(iter(lines), at_once or _RUN):
        yield subject[1:], statements


def sorted_rows(lines: Iterable[str]) -> Iterator[Row]:
    """Yield what `sorted_subjects` does, a statement at a time."""
    for subject, statements in sorted_subjects(lines):
        for statement in statements:
            predicate, _, value = statement.partition("> ")
            yield subject, predicate, value


def literal_parts(value: str) -> tuple[str, str, str]:
    """Return the words, the language and the datatype (one of them empty) of a literal of N-Triples."""
    if value[0] != '"':
        raise _unfit(value)
    end = value.rindex('"')
    words, rest = value[1:end], value[end + 1 :]
    if "\\" in words:
        words = _ESCAPE.sub(_unescaped, words)
    return (words, "", rest[3:-1]) if rest.startswith("^^") else (words, rest[1:], "")


def _unfit(words: str) -> GraphError:
    """Return the error of a statement that no file for other stores may hold."""
    problem = f"a blank node or quoted triple can not be written: {words[:80]}"
    return GraphError(problem, remedy="give every node an IRI")


def _sorted(lines: Iterator[str], at_once: int) -> Iterator[Subject]:
    runs: list[IO[str]] = []
    try:
        run = _run(islice(lines, at_once))
        while sum(map(len, run.values())) == at_once:
            runs.append(_kept(_in_order(run)))
            if len(runs) == _MOST_RUNS:
                whole = _kept(_merged(runs, {}))
                _close(runs)
                runs = [whole]
            run = _run(islice(lines, at_once))
        yield from _merged(runs, run) if runs else _in_order(run)
    finally:
        _close(runs)


def _run(lines: Iterator[str]) -> dict[str, list[str]]:
    run: defaultdict[str, list[str]] = defaultdict(list)
    for line in lines:
        subject, _, statement = line.partition("> <")
        run[subject].append(statement)
    return run


def _in_order(run: dict[str, list[str]]) -> Iterator[Subject]:
    """Yield the subjects of a run, sorted, and let go of each."""
    order = sorted(run)
    # Quoted triples (<<) sort before and blank nodes (_:) behind all that begins with an IRI.
    for subject in (*order[:1], *order[-1:]):
        if subject[:1] != "<" or subject[:2] == "<<":
            raise _unfit(subject)
    for subject in order:
        yield subject, sorted(set(run.pop(subject)))


def _merged(runs: Iterable[IO[str]], last: dict[str, list[str]]) -> Iterator[Subject]:
    first = itemgetter(0)
    for subject, parts in groupby(merge(*map(_read, runs), _in_order(last), key=first), key=first):
        yield subject, sorted({*chain.from_iterable(statements for _, statements in parts)})


def _kept(subjects: Iterable[Subject]) -> IO[str]:
    """Return a temporary file with a line for each subject, at its start; it goes when it is closed."""
    file = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 (read later, closed by whoever asked)
    file.writelines("\0".join((subject, *statements)) + "\n" for subject, statements in subjects)
    file.seek(0)
    return file


def _read(file: IO[str]) -> Iterator[Subject]:
    for line in file:
        # N-Triples escape what they hold of this separator.
        subject, *statements = line[:-1].split("\0")
        yield subject, statements


def _close(files: Iterable[IO[str]]) -> None:
    for file in files:
        file.close()


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if code[0] in "uU" else _ESCAPES[code]
