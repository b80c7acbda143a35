"""kg load against a real Oxigraph server, alone and behind a door that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
import pytest
from click.testing import CliRunner, Result
from pyoxigraph import RdfFormat, Store, parse

from kg.cli import main
from kg.errors import GraphError
from kg.upload import DEFAULT_GRAPH, GRAPH, Target, load_graph
from kg.upload.http import TRIES, send
from tests.query.asked import world
from tests.upload.faulty import Faults, door

if TYPE_CHECKING:
    from pathlib import Path

SIZE = len(world())
WAYS = {"graph store": ["--to", "{url}/store"], "update": ["--update", "--to", "{url}/update"]}


def kg(*words: str, password: str | None = None) -> Result:
    return CliRunner().invoke(main, ["load", *words], env={"KG_PASSWORD": password})


def held(store: str, graph: str = GRAPH) -> set[object]:
    fields = {"default": ""} if graph == DEFAULT_GRAPH else {"graph": graph}
    body = httpx.get(f"{store}/store", params=fields, headers={"Accept": "application/n-triples"}).content
    return {quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES)}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("into", [DEFAULT_GRAPH, "https://x.example/graph?a=1&b=2#c"])
@pytest.mark.parametrize("chunk", ["50000", "97"])
def test_a_graph_arrives_whole(store: str, graph: Path, way: str, into: str, chunk: str) -> None:
    httpx.post(f"{store}/update", data={"update": "INSERT DATA { <x:old> <x:old> 1 }"})
    result = kg(str(graph), *(word.format(url=store) for word in WAYS[way]), "--into", into, "--chunk", chunk)

    assert result.exit_code == 0, result.output
    assert f"{SIZE} triples are in {into}" in result.output
    assert held(store, into) == {quad.triple for quad in world()}


@pytest.mark.parametrize("way", WAYS)
def test_what_a_graph_holds_is_kept_on_demand(store: str, graph: Path, way: str) -> None:
    insert = f"DROP ALL ; INSERT DATA {{ GRAPH <{GRAPH}> {{ <x:old> <x:old> 1 }} }}"
    httpx.post(f"{store}/update", data={"update": insert}).raise_for_status()
    result = kg(str(graph), *(word.format(url=store) for word in WAYS[way]), "--add")

    assert f"{SIZE} triples are in {GRAPH}; the graph holds {SIZE + 1}" in result.output
    assert len(held(store)) == SIZE + 1


def test_a_store_on_disk_is_loaded(store: str, graph: Path, tmp_path: Path) -> None:
    disk = Store(str(tmp_path / "store"))
    disk.bulk_load(path=graph, format=RdfFormat.TURTLE)
    disk.flush()
    del disk

    assert kg(str(tmp_path / "store"), "--to", f"{store}/store").exit_code == 0


def test_a_busy_store_is_asked_again(store: str, graph: Path) -> None:
    faults = Faults(shut=TRIES - 1)
    with door(store, faults) as url:
        result = kg(str(graph), "--to", f"{url}/store")

    assert result.exit_code == 0, result.output
    assert faults.writes == TRIES


def test_a_store_that_stays_busy_is_given_up(store: str, graph: Path) -> None:
    with door(store, Faults(shut=99)) as url:
        result = kg(str(graph), "--to", f"{url}/store")

    assert result.exit_code == 1
    assert "the store answers 503 Service Unavailable: busy, come again" in result.stderr


def test_a_refusal_is_not_repeated(store: str, graph: Path) -> None:
    faults = Faults(shut=99, status=403)
    with door(store, faults) as url:
        result = kg(str(graph), "--to", f"{url}/store")

    assert (result.exit_code, faults.writes) == (1, 1)
    assert "403 Forbidden" in result.stderr
    assert "--user" in result.stderr


def test_what_is_lost_on_the_way_is_noticed(store: str, graph: Path) -> None:
    with door(store, Faults(lost=2)) as url:
        result = kg(str(graph), "--to", f"{url}/store", "--chunk", "100")

    assert result.exit_code == 1
    assert f"{SIZE} triples were sent, but the graph holds {SIZE - 100}" in result.stderr


def test_the_count_needs_no_query(store: str, graph: Path) -> None:
    faults = Faults(prefix="/graphs")
    with door(store, faults) as url:
        # An address from which nobody can tell where queries go.
        assert Target(f"{url}/graphs/store?v=1").asked_at == f"{url}/graphs/query"
        result = kg(str(graph), "--to", f"{url}/graphs/store/")

    assert result.exit_code == 0, result.output
    assert faults.seen == ["PUT", "GET"]


def test_a_password_is_given_when_asked_for(store: str, graph: Path) -> None:
    with door(store, Faults(password=("ann", "s3cret"))) as url:
        good = kg(str(graph), "--to", f"{url}/store", "--user", "ann", password="s3cret")  # noqa: S106 (made up)
        bad = kg(str(graph), "--to", f"{url}/store", "--user", "ann", password="other")  # noqa: S106 (made up)
        none = kg(str(graph), "--to", f"{url}/store")

    assert good.exit_code == 0, good.output
    assert "401 Unauthorized: who are you?" in bad.stderr
    assert "--user" in none.stderr


def test_a_header_is_sent_along(store: str, graph: Path) -> None:
    with door(store, Faults(password=("ann", "s3cret"))) as url:
        result = kg(str(graph), "--to", f"{url}/store", "--header", "Authorization: Basic YW5uOnMzY3JldA==")

    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--to", "x"], "kg: x: is no web address"),
        (["--to", "ftp://127.0.0.1/"], "kg: ftp://127.0.0.1/: is no web address"),
        (["--to", "http://127.0.0.1/store", "--into", "no IRI"], "kg: no IRI: is no IRI of a graph"),
        (["--to", "http://127.0.0.1/store", "--into", "x:> ; DROP ALL #"], "kg: x:> ; DROP ALL #: is no IRI"),
        (["--to", "{store}/nowhere"], "404 Not Found"),
        (["--to", "{store}/store", "--update"], "415 Unsupported Media Type"),
        (["--to", "{store}/store", "--sparql", "{store}/store?default"], "the store"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(store: str, graph: Path, words: list[str], message: str) -> None:
    result = kg(str(graph), *(word.format(store=store) for word in words))

    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [("<x:a> <x:b> [] .", "a blank node can not be sent in parts"), ("GRAPH <x:g> { <x:a> <x:b> 1 }", "named graphs")],
)
def test_what_can_not_be_sent_is_not_begun(store: str, tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "graph.trig").write_text(text, encoding="utf-8")
    before = held(store)
    result = kg(str(tmp_path / "graph.trig"), "--to", f"{store}/store")

    assert message in result.stderr
    assert held(store) == before


def test_a_store_that_is_away_is_told() -> None:
    request = httpx.Request("GET", "http://127.0.0.1:9/")
    with httpx.Client() as client, pytest.raises(GraphError, match=r"does not answer: .*start the store"):
        send(client, request, pause=0.001)


def test_an_empty_graph_empties_the_one_in_the_store(store: str) -> None:
    assert load_graph(Store(), Target(f"{store}/update", update=True)).held == 0


@pytest.mark.parametrize(
    ("url", "query"),
    [
        ("http://h:8890/sparql-graph-crud-auth", "http://h:8890/sparql"),
        ("http://h:3030/news/data", "http://h:3030/news/query"),
        ("http://h:7200/repositories/news/rdf-graphs/service", "http://h:7200/repositories/news"),
        ("http://h:7200/repositories/news/statements", "http://h:7200/repositories/news"),
        ("http://h:7878/store", "http://h:7878/query"),
        ("http://h:9999/blazegraph/namespace/kb/sparql", "http://h:9999/blazegraph/namespace/kb/sparql"),
        ("https://h:8182/sparql/gsp/", "https://h:8182/sparql"),
        ("http://h:5820/news/update", "http://h:5820/news/query"),
        ("http://h:7001/", None),
    ],
)
def test_where_stores_answer_is_known_by_their_make(url: str, query: str | None) -> None:
    assert Target(url).asked_at == query
    assert Target(url, query="http://elsewhere/").asked_at == "http://elsewhere/"
