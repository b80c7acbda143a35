"""VoID and DCAT: the numbers are right, the names repeatable."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, Quad, Store

from kg.export import format_named, write_files
from kg.export.description import contents
from kg.knowledge.namespaces import DCAT, KG, RDF, SPDX, VOID
from kg.store.graph import load
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Triple


@pytest.fixture
def described(store: Store, tmp_path: Path) -> Store:
    *_, about = write_files(store, format_named("trig"), tmp_path / "news.trig", KNOWLEDGE)
    assert about.name == "news.trig.void.ttl"
    return load(about)


def value(store: Store, subject: NamedNode, predicate: str) -> str:
    (found,) = store.quads_for_pattern(subject, NamedNode(predicate), None, None)
    return found.object.value


def one_of_class(store: Store, kind: str) -> NamedNode:
    (found,) = store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(kind), None)
    return found.subject


def test_the_numbers_are_those_of_the_graph(described: Store, triples: set[Triple]) -> None:
    dataset = one_of_class(described, VOID + "Dataset")

    assert value(described, dataset, VOID + "triples") == str(len(triples))
    assert value(described, dataset, VOID + "distinctSubjects") == str(len({t.subject for t in triples}))
    assert value(described, dataset, VOID + "distinctObjects") == str(len({t.object for t in triples}))
    assert value(described, dataset, VOID + "properties") == str(len({t.predicate for t in triples}))
    assert value(described, dataset, VOID + "documents") == "3"


def test_each_class_is_a_part_with_its_number(described: Store, triples: set[Triple]) -> None:
    parts = described.query(f"SELECT ?n {{ ?p <{VOID}class> <{KG}Call> ; <{VOID}entities> ?n }}")
    calls = [t for t in triples if t.predicate.value == RDF + "type" and t.object.value == KG + "Call"]

    assert [row["n"].value for row in parts] == [str(len(calls))]


def test_the_file_is_named_with_its_size_and_checksum(described: Store, tmp_path: Path) -> None:
    file = one_of_class(described, DCAT + "Distribution")
    content = (tmp_path / "news.trig").read_bytes()

    assert value(described, file, DCAT + "byteSize") == str(len(content))
    assert value(described, file, DCAT + "mediaType").endswith("/application/trig")
    checksum = one_of_class(described, SPDX + "Checksum")
    assert value(described, checksum, SPDX + "checksumValue") == sha256(content).hexdigest()


def test_the_description_of_the_same_graph_has_the_same_bytes_anywhere(store: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "one" / "news.ttl", tmp_path / "two" / "news.ttl"
    texts = [write_files(store, format_named("turtle"), path, KNOWLEDGE)[-1].read_bytes() for path in (first, second)]

    assert texts[0] == texts[1]


def test_a_folder_of_tables_has_one_description(store: Store, tmp_path: Path) -> None:
    files = write_files(store, format_named("csv"), tmp_path / "tables", KNOWLEDGE)

    assert [file.name for file in files] == ["nodes.csv", "edges.csv", "void.ttl"]
    assert len(list(load(files[-1]).quads_for_pattern(None, NamedNode(DCAT + "distribution"), None, None))) == 2


def test_what_two_named_graphs_say_counts_once() -> None:
    store = Store()
    said = NamedNode("http://example.org/it"), NamedNode(RDF + "type"), NamedNode(KG + "Document")
    for graph in ("one", "two"):
        store.add(Quad(*said, NamedNode(f"http://example.org/{graph}")))

    held = contents(store)
    assert (held.triples, held.subjects, held.objects) == (1, 1, 1)
    assert held.classes == {KG + "Document": 1}
    assert held.properties == {RDF + "type": 1}
