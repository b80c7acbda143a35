import random
import tracemalloc
from io import BytesIO

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from kg.store.lines import lines_of, literal_parts, sorted_rows, store_lines
from kg.store.turtle import write_turtle

NAME = NamedNode("https://example.org/name")


def triples(number: int) -> "list[Triple]":
    return [Triple(NamedNode(f"https://example.org/{at:06}"), NAME, Literal(f"number {at}")) for at in range(number)]


@pytest.mark.parametrize(("run", "most"), [(1000, 200), (7, 200), (7, 3), (1, 2)])
def test_runs_on_disk_give_the_same_rows_as_memory(monkeypatch: pytest.MonkeyPatch, run: int, most: int) -> None:
    expected = [(t.subject.value, t.predicate.value, str(t.object)) for t in triples(100)]
    monkeypatch.setattr("kg.store.lines._RUN", run)
    monkeypatch.setattr("kg.store.lines._MOST_RUNS", most)
    shuffled = triples(100) * 2
    random.Random(1).shuffle(shuffled)  # noqa: S311 (an order, not a secret)

    assert list(sorted_rows(lines_of(shuffled))) == expected


def test_the_memory_of_the_writer_does_not_grow_with_the_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.lines._RUN", 1000)
    monkeypatch.setattr("kg.store.lines._MOST_RUNS", 10)
    monkeypatch.setattr("kg.store.lines._BATCH", 1000)
    monkeypatch.setattr("kg.store.turtle._IN_MEMORY", 100_000)

    def peak(number: int) -> int:
        with open("/dev/null", "wb") as nowhere:  # noqa: PTH123 (a stream, wherever it is)
            source = (Triple(NamedNode(f"x:{at % number:08}"), NAME, Literal("word " * 20)) for at in range(number))
            tracemalloc.start()
            write_turtle(source, nowhere)
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        return most

    assert peak(48_000) < 1.2 * peak(12_000)


def test_the_lines_of_a_store_are_those_of_all_its_graphs() -> None:
    store = Store()
    first, second, third = triples(3)
    store.extend([Quad(*first), Quad(*second, NamedNode("x:g")), Quad(*third, NamedNode("x:h")), Quad(*third)])

    assert list(sorted_rows(store_lines(store))) == list(sorted_rows(lines_of(triples(3))))


@pytest.mark.parametrize(
    "words", ["", 'say "so"', "back\\slash\\u0041", "line\nbreak\ttab", "é😀\x01\x85", '"^^<x:y>', "a@en"]
)
@pytest.mark.parametrize(("language", "datatype"), [("", ""), ("en-gb", ""), ("", "https://example.org/type#1")])
def test_a_literal_is_taken_apart_as_it_was_made(words: str, language: str, datatype: str) -> None:
    literal = Literal(words, language=language or None, datatype=NamedNode(datatype) if datatype else None)
    (row,) = sorted_rows(lines_of([Triple(NAME, NAME, literal)]))

    assert literal_parts(row[2]) == (words, language, datatype)


def test_a_large_graph_is_written_as_one_in_memory_would_be(monkeypatch: pytest.MonkeyPatch) -> None:
    whole, parts = BytesIO(), BytesIO()
    write_turtle(triples(500), whole)
    monkeypatch.setattr("kg.store.lines._RUN", 50)
    write_turtle(reversed(triples(500)), parts)

    assert parts.getvalue() == whole.getvalue()
