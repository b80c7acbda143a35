"""kg load into Virtuoso, which wants digests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.query import named
from kg.store.graph import load
from kg.upload import GRAPH
from tests.stores.servers import Virtuoso, virtuoso
from tests.stores.test_same_answers import ours, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLE = Path(__file__).parents[2] / "out" / "graph.ttl"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as running:
        yield running


@pytest.mark.parametrize("chunk", ["1000", "50000"])
def test_virtuoso_takes_the_published_example(server: Virtuoso, chunk: str) -> None:
    url = f"{server.url}/sparql-graph-crud-auth"
    words = ["load", str(EXAMPLE), "--to", url, "--user", "dba", "--chunk", chunk]
    result = CliRunner().invoke(main, words, env={"KG_PASSWORD": "dba"})
    store = load(EXAMPLE)

    assert result.exit_code == 0, result.output
    assert f"{len(store):,} triples are in {GRAPH}" in result.output
    query = named("calls").text
    answer = httpx.post(
        f"{server.url}/sparql",
        data={"query": query, "default-graph-uri": GRAPH},
        headers={"Accept": "application/sparql-results+json"},
    )
    assert rows(answer.json()) == rows(ours(store, query))


@pytest.mark.parametrize(("user", "told"), [([], "401"), (["--user", "nobody"], "401")])
def test_virtuoso_refuses_strangers_and_says_so(server: Virtuoso, user: list[str], told: str) -> None:
    words = ["load", str(EXAMPLE), "--to", f"{server.url}/sparql-graph-crud-auth", *user]
    result = CliRunner().invoke(main, words, env={"KG_PASSWORD": "wrong"})

    assert result.exit_code == 1
    assert told in result.stderr
    assert "KG_PASSWORD" in result.stderr
