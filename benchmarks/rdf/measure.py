"""How fast graphs are written, read, asked and checked, beside rdflib and pyshacl, on a made-up archive of any size.

    python benchmarks/rdf/measure.py [--articles 10000] [--limit 30] [write|load|ask|join|validate|memory ...]

Prints Markdown. 10,000 articles are about a million triples. Both sides get the same graph, and answers are compared: a
wrong one is no fast one. A question that rdflib has not answered in LIMIT seconds (a join in six times that) is ended.
All times are seconds of the processor, which a busy machine changes less than those of the clock.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import random
import re
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import rdflib
from archive import triples
from pyoxigraph import NamedNode, Store

from kg.knowledge.namespaces import ID
from kg.query import named, names, run
from kg.store.graph import load
from kg.store.prefixes import query_prefixes
from kg.store.turtle import write_turtle
from kg.validate import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PARTS: Final = ("write", "load", "ask", "join", "validate", "memory")
JOINS: Final = {
    "calls between two countries": """
        SELECT (COUNT(*) AS ?n) WHERE {
          ?call a kg:Call ; kg:participant ?a, ?b . ?a kg:represents ?x . ?b kg:represents ?y .
          ?x kg:countryCode "US" . ?y kg:countryCode "JP" }""",
    "people of a country named beside a weapon": """
        SELECT (COUNT(*) AS ?n) WHERE {
          ?m kg:document ?d ; kg:refersTo ?who . ?n kg:document ?d ; kg:refersTo ?weapon .
          ?who kg:represents ?land . ?weapon a kg:Weapon . ?land kg:countryCode "JP" }""",
    "calls by people whose country is attacked that day": """
        SELECT (COUNT(*) AS ?n) WHERE {
          ?attack a kg:Attack ; kg:target ?place ; kg:weapon ?weapon ; kg:date ?day . ?place kg:inCountry ?land .
          ?call a kg:Call ; kg:date ?day ; kg:participant ?who . ?who kg:represents ?land }""",
    "callers of whom one's country arms the other's": """
        SELECT (COUNT(*) AS ?n) WHERE {
          ?call a kg:Call ; kg:participant ?a, ?b . ?a kg:represents ?x . ?b kg:represents ?y .
          ?transfer a kg:Transfer ; kg:supplier ?x ; kg:recipient ?y }""",
}
"""Joins over several events, which most named questions are not."""
PATIENCE: Final = 6
"""How many times as long rdflib has for a join."""


def main() -> None:
    """Measure the parts that the command line names, all when it names none."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all by default")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--limit", type=float, default=30.0, help="seconds for rdflib to answer one query")
    given = parser.parse_args()
    parts = given.parts or PARTS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.ttl"
        if "write" in parts:
            _write(given.articles)
        if {"load", "ask", "join"} & set(parts):
            with path.open("wb") as file:
                write_turtle(triples(given.articles), file)
            store, graph = _load(path)
            _let_be()
            if "ask" in parts:
                _ask(store, graph, {name: named(name).text for name in names()}, given.limit)
            if "join" in parts:
                _ask(store, graph, JOINS, PATIENCE * given.limit)
        if "validate" in parts:
            _validate(Path(folder), given.articles)
    if "memory" in parts:
        _memory(given.articles)


def _say(*cells: object) -> None:
    print("|", " | ".join(str(cell) for cell in cells), "|", flush=True)  # noqa: T201 (its output)


def _head(*cells: str) -> None:
    print()  # noqa: T201 (its output)
    _say(*cells)
    _say("---", *("---:" for _ in cells[1:]))


def _let_be() -> None:
    """Keep Python from looking through rdflib's graph for what to free whenever either side makes new objects."""
    gc.collect()
    gc.freeze()


def _timed(action: Callable[[], object]) -> tuple[float, object]:
    begin = time.process_time()
    result = action()
    return time.process_time() - begin, result


def _write(articles: int) -> None:
    """Time the writers on a graph in memory; ours also on its triples shuffled, of which rdflib's knows nothing."""
    told = list(dict.fromkeys(triples(articles)))
    shuffled = random.Random(articles).sample(told, len(told))  # noqa: S311 (an order, not a secret)
    other = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in query_prefixes().items():
        other.bind(prefix, namespace)
    for triple in told:
        other.add((rdflib.URIRef(triple.subject.value), rdflib.URIRef(triple.predicate.value), _term(triple.object)))
    _let_be()
    with tempfile.TemporaryFile() as file:
        theirs, _ = _timed(lambda: other.serialize(file, format="turtle"))
    _head("write Turtle", "triples", "kg, s", "rdflib, s", "times as fast")
    for order, graph in (("as articles tell them, like a build", told), ("shuffled", shuffled)):
        with tempfile.TemporaryFile() as file:
            ours, _ = _timed(lambda graph=graph, file=file: write_turtle(graph, file))  # type: ignore[misc]
        _say(order, f"{len(graph):,}", f"{ours:.1f}", f"{theirs:.1f}", f"{theirs / ours:.1f}")


def _term(value: object) -> rdflib.term.Node:
    if isinstance(value, NamedNode):
        return rdflib.URIRef(value.value)
    return rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value))  # type: ignore[attr-defined]


def _load(path: Path) -> tuple[Store, rdflib.Graph]:
    ours, store = _timed(lambda: load(path))
    theirs, graph = _timed(lambda: rdflib.Graph(bind_namespaces="none").parse(path, format="turtle"))
    assert isinstance(store, Store)  # noqa: S101 (what load returns)
    assert isinstance(graph, rdflib.Graph)  # noqa: S101 (what parse returns)
    _head("parse and load Turtle", "triples", "kg, s", "rdflib, s", "times as fast")
    _say("", f"{len(store):,}", f"{ours:.1f}", f"{theirs:.1f}", f"{theirs / ours:.1f}")
    return store, graph


def _ask(store: Store, graph: rdflib.Graph, questions: Mapping[str, str], limit: float) -> None:
    _head("question", "rows", "kg, s", "rdflib, s", "times as fast")
    for name, text in questions.items():
        ours, rows = _timed(lambda text=text: _rows(store, text))  # type: ignore[misc]
        theirs, other = _within(graph, text, limit)
        if other is not None and other != rows:
            sys.exit(f"{name}: rdflib gives {other}, kg {rows}")
        more = ">" if other is None else ""
        _say(name, rows, f"{ours:.3f}", f"{more}{theirs:.2f}", f"{more}{theirs / ours:,.0f}")


def _rows(store: Store, text: str) -> str:
    """Return the number of rows, or the number that the one row is."""
    rows = [tuple(row[at] for at in range(len(row))) for row in run(store, text)]  # type: ignore[union-attr, arg-type]
    return _told([str(rows[0][0].value)] if rows and len(rows[0]) == 1 else [], len(rows))


def _told(cells: list[str], rows: int) -> str:
    return f"{int(cells[0]):,}" if rows == 1 and cells and cells[0].isdigit() else f"{rows:,}"


def _within(graph: rdflib.Graph, text: str, limit: float) -> tuple[float, str | None]:
    """Return the seconds that rdflib takes and what it answers, None where it had to be ended."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    before = _of_children()
    # A copy of this process has the graph already, and can be ended.
    process = multiprocessing.get_context("fork").Process(target=_answer, args=(graph, text, theirs))
    process.start()
    answer: tuple[float, str] | None = ours.recv() if ours.poll(limit) else None
    process.kill()
    process.join()
    return answer or (_of_children() - before, None)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _answer(graph: rdflib.Graph, text: str, pipe: multiprocessing.connection.Connection) -> None:
    seconds, answer = _timed(lambda: _rows_of(graph, text))
    pipe.send((seconds, answer))


def _rows_of(graph: rdflib.Graph, text: str) -> str:
    rows = list(graph.query(text, initNs=query_prefixes(base=ID)))
    return _told([str(rows[0][0])] if rows and len(rows[0]) == 1 else [], len(rows))


def _validate(folder: Path, articles: int) -> None:
    """Time the shapes on graphs of growing size; the last column is what a million triples would take at that pace."""
    _head("validate (pyshacl)", "triples", "s", "s a million")
    for part in (64, 32, 16, 8):
        path = folder / f"part-{part}.ttl"
        with path.open("wb") as file:
            write_turtle(triples(max(10, articles // part)), file)
        size = len(load(path))
        seconds, findings = _timed(lambda path=path: validate(path))  # type: ignore[misc]
        broken = [finding for finding in findings if finding.breaks]  # type: ignore[attr-defined]
        if broken:
            sys.exit(f"the made-up archive breaks a shape: {broken[0]}")
        _say("", f"{size:,}", f"{seconds:.1f}", f"{seconds / size * 1e6:.0f}")


def _memory(articles: int) -> None:
    """Write archives of growing size in processes of their own, and give the most memory that each held."""
    _head("memory of the writer", "triples given", "MiB")
    for part in (16, 4, 1):
        ours, theirs = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.get_context("spawn").Process(target=_peak, args=(max(10, articles // part), theirs))
        process.start()
        given, peak = ours.recv()
        process.join()
        _say("", f"{given:,}", f"{peak:,.0f}")


def _peak(articles: int, pipe: multiprocessing.connection.Connection) -> None:
    given = 0

    def counted() -> object:
        nonlocal given
        for triple in triples(articles):
            given += 1
            yield triple

    with Path("/dev/null").open("wb") as nowhere:
        write_turtle(counted(), nowhere)  # type: ignore[arg-type]
    # What getrusage tells is inherited from the process that started this one.
    (peak,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    pipe.send((given, int(peak) / 1024))


if __name__ == "__main__":
    main()
