"""The network: what is a node, what is an edge, and that the tools it is for open it."""

from __future__ import annotations

import csv
from io import BytesIO
from typing import TYPE_CHECKING

import networkx
import pytest

from kg.export import format_named, write_files, write_stream
from kg.export.tables import write_tables
from kg.store.graph import load
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

CALL = "call:2025-07-04-ann-able-bob-bright"
ATTACK = "attack:2025-07-04-southland-northport"


@pytest.fixture(scope="module")
def graph(store: Store) -> networkx.MultiDiGraph:
    stream = BytesIO()
    write_stream(store, format_named("graphml"), stream, KNOWLEDGE)
    return networkx.read_graphml(BytesIO(stream.getvalue()), force_multigraph=True)


@pytest.fixture(scope="module")
def tables(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    write_files(store, format_named("csv"), folder, KNOWLEDGE)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def relations(graph: networkx.MultiDiGraph, source: str, target: str) -> dict[str, int]:
    return {data["relation"]: data["weight"] for data in graph.get_edge_data(source, target, default={}).values()}


def test_networkx_opens_the_graph_with_its_labels_and_numbers(graph: networkx.MultiDiGraph) -> None:
    assert graph.is_directed()
    assert graph.nodes["person:ann-able"]["label"] == "Ann Able"
    assert graph.nodes["person:ann-able"]["class"] == "Person"
    assert graph.nodes[CALL]["durationMinutes"] == 40
    assert graph.nodes[CALL]["confidence"] == 0.96
    assert graph.nodes[CALL]["factuality"] == "Asserted"


def test_roles_are_edges_and_a_property_above_another_is_left_out(graph: networkx.MultiDiGraph) -> None:
    assert relations(graph, CALL, "person:ann-able") == {"initiator": 1}
    assert relations(graph, CALL, "person:bob-bright") == {"participant": 1}
    assert relations(graph, ATTACK, "country:southland") == {"attacker": 1}


def test_evidence_leads_to_documents_weighted_by_its_mentions(graph: networkx.MultiDiGraph) -> None:
    assert relations(graph, CALL, "document:a-post")["evidence"] >= 1
    assert not [node for node in graph if node.startswith(("mention:", "merge:"))]


def test_codes_of_a_list_are_attributes_and_not_nodes(graph: networkx.MultiDiGraph) -> None:
    assert graph.nodes[CALL]["code"] == "cameo:041 | plover:CONSULT-phone"
    assert "cameo:041" not in graph


def test_links_to_elsewhere_are_attributes(graph: networkx.MultiDiGraph) -> None:
    matched = {node: data["sameAs"] for node, data in graph.nodes(data=True) if "sameAs" in data}

    assert all(iri.startswith("wd:Q") for iri in matched.values())


def test_the_tables_are_the_same_network(tables: Path, graph: networkx.MultiDiGraph) -> None:
    nodes, edges = rows(tables / "nodes.csv"), rows(tables / "edges.csv")

    assert {row["id"]: row["label"] for row in nodes} == dict(graph.nodes(data="label"))
    found = sorted((row["source"], row["target"], row["relation"], int(row["weight"])) for row in edges)
    assert found == sorted((a, b, data["relation"], data["weight"]) for a, b, data in graph.edges(data=True))


def test_every_edge_of_the_tables_ends_at_a_node(tables: Path) -> None:
    ids = [row["id"] for row in rows(tables / "nodes.csv")]

    assert len(ids) == len(set(ids))
    assert {row[end] for row in rows(tables / "edges.csv") for end in ("source", "target")} <= set(ids)


def test_no_cell_is_a_formula_to_a_spreadsheet(tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text(
        "@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<x:a> a kg:Person ; skos:prefLabel "=HYPERLINK(1)" . <x:b> a kg:Person ; skos:prefLabel "@SUM(1)" .\n',
        encoding="utf-8",
    )
    write_tables(load(graph), tmp_path / "tables", KNOWLEDGE, base="x:")
    assert {row["label"] for row in rows(tmp_path / "tables" / "nodes.csv")} == {"'=HYPERLINK(1)", "'@SUM(1)"}
