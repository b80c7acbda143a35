"""A part of a graph, as a CONSTRUCT gives it, names nodes that it does not describe: every writer writes it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Quad, Store

from kg.export import FORMATS, Format, write_files, write_stream
from kg.export.network import network
from kg.knowledge.namespaces import ID
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Triple

KINDS = ("mention", "document", "person", "country", "place", "weapon", "figure", "call", "tenure", "topic")


@pytest.fixture(params=KINDS)
def part(request: pytest.FixtureRequest, triples: set[Triple]) -> Store:
    """The sample without what it says of one kind of node."""
    store = Store()
    store.extend(Quad(*t) for t in triples if not t.subject.value.startswith(f"{ID}{request.param}/"))
    assert 0 < len(store) < len(triples)
    return store


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_what_is_not_described_is_no_error(part: Store, form: Format, tmp_path: Path) -> None:
    if form.write:
        stream = BytesIO()
        write_stream(part, form, stream, KNOWLEDGE)
        assert stream.getvalue()
    else:
        assert all(file.stat().st_size for file in write_files(part, form, tmp_path, KNOWLEDGE))


def test_every_edge_of_a_part_ends_at_its_nodes(part: Store) -> None:
    net = network(part, KNOWLEDGE.taxonomy)

    assert {end for edge in net.edges for end in (edge.source, edge.target)} <= {vertex.id for vertex in net.vertices}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_graph_without_a_triple_is_an_empty_file(form: Format, tmp_path: Path) -> None:
    files = write_files(Store(), form, tmp_path / "empty", KNOWLEDGE)

    assert all(file.exists() for file in files)
