"""Named graphs: each holds what its document tells, and the default graph says where they are from."""

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import version
from io import BytesIO

import pytest
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, Triple, parse

from kg.export import format_named, write_stream
from kg.knowledge.namespaces import ID, KG, PROV
from tests.known import KNOWLEDGE

CALL = f"{ID}call/2025-07-04-ann-able-bob-bright"


@pytest.fixture(scope="module")
def graphs(store: Store) -> dict[str, set[Triple]]:
    """The triples of each graph by its name, the default graph's under the empty one."""
    stream = BytesIO()
    write_stream(store, format_named("trig"), stream, KNOWLEDGE)
    found: defaultdict[str, set[Triple]] = defaultdict(set)
    for quad in parse(stream.getvalue(), RdfFormat.TRIG):
        found["" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value].add(quad.triple)
    return found


def test_there_is_a_graph_for_each_document(store: Store, graphs: dict[str, set[Triple]]) -> None:
    rows = store.query(f"SELECT ?d {{ ?d a <{KG}Document> }}")
    documents = {row["d"].value for row in rows}

    assert {name for name in graphs if name} == {name.replace("/document/", "/graph/") for name in documents}


def test_an_event_stands_in_the_graph_of_every_document_that_tells_it(graphs: dict[str, set[Triple]]) -> None:
    telling = {name for name, triples in graphs.items() if any(t.subject.value == CALL for t in triples)}

    assert telling == {f"{ID}graph/a-post", f"{ID}graph/b_wire"}


def test_a_graph_holds_the_evidence_of_its_own_document_only(graphs: dict[str, set[Triple]]) -> None:
    for name, triples in graphs.items():
        mentions = {t.object.value for t in triples if t.predicate.value == KG + "evidence"}
        slug = name.rpartition("/")[2]
        assert {mention.rpartition("/")[2].startswith(slug) for mention in mentions} <= {True}, name


def test_a_figure_that_one_document_reports_is_not_ascribed_to_another(graphs: dict[str, set[Triple]]) -> None:
    for name, triples in graphs.items():
        linked = {t.object.value for t in triples if t.predicate.value == KG + "hasFigure"}
        described = {t.subject.value for t in triples if t.predicate.value == KG + "measure"}
        assert linked == described, name


def test_entities_and_merges_are_no_documents(graphs: dict[str, set[Triple]]) -> None:
    subjects = {t.subject.value for t in graphs[""]}

    assert {f"{ID}person/ann-able", f"{ID}country/northland"} <= subjects
    assert any("/merge/" in subject for subject in subjects)
    assert not any("/mention/" in subject or "/call/" in subject for subject in subjects)


def test_the_default_graph_says_where_each_graph_is_from(graphs: dict[str, set[Triple]]) -> None:
    graph, document = NamedNode(f"{ID}graph/a-post"), NamedNode(f"{ID}document/a-post")
    program = NamedNode(f"https://w3id.org/newskg/software/newskg-{version('newskg')}")

    assert Triple(graph, NamedNode(PROV + "wasDerivedFrom"), document) in graphs[""]
    assert Triple(graph, NamedNode(PROV + "wasAttributedTo"), program) in graphs[""]


def test_quads_and_trig_are_the_same_data_set(store: Store, graphs: dict[str, set[Triple]]) -> None:
    stream = BytesIO()
    write_stream(store, format_named("nquads"), stream, KNOWLEDGE)
    lines = list(parse(stream.getvalue(), RdfFormat.N_QUADS))

    assert len(lines) == len(set(lines)) == sum(map(len, graphs.values()))
