"""What a question may not do: take too long, too much memory, too many rows, other servers, or another's name."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from typing import TYPE_CHECKING

import httpx
import pytest
from pyoxigraph import RdfFormat, Store

from kg.serve.doors import Doors
from tests.serve.service import HUGE, SLACK, holding, serving, settles

if TYPE_CHECKING:
    from pathlib import Path

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def ask(url: str, query: str, **more: object) -> httpx.Response:
    return httpx.post(f"{url}/sparql", data={"query": query}, timeout=30, **more)  # type: ignore[arg-type]  # as it takes


@pytest.fixture(scope="module")
def strict(graph: Path) -> object:
    with serving(graph, "--timeout", "1", "--rows", "5", "--memory", "128") as url:
        yield url


def test_a_question_ends_in_time(strict: str) -> None:
    begun = time.monotonic()
    response = ask(strict, ENDLESS)

    assert response.status_code == 503
    assert "took more than 1 seconds" in response.text
    assert time.monotonic() - begun < 1 + SLACK


def test_a_question_has_only_so_much_memory(graph: Path) -> None:
    with serving(graph, "--timeout", "60", "--memory", "64") as url:
        begun = time.monotonic()
        response = ask(url, HUGE)
        assert (response.status_code, "more than 64 MiB" in response.text) == (503, True)
        assert time.monotonic() - begun < 50
        assert ask(url, "ASK {}").json()["boolean"] is True


def test_the_server_answers_others_meanwhile(url: str) -> None:
    slow = threading.Thread(target=ask, args=(url, ENDLESS))
    slow.start()
    listed = httpx.get(f"{url}/questions", timeout=30)

    assert (listed.status_code, slow.is_alive()) == (200, True)
    slow.join()


def test_too_many_questions_wait_and_are_told(strict: str) -> None:
    found: list[int] = []
    crowd = [threading.Thread(target=lambda: found.append(ask(strict, ENDLESS).status_code)) for _ in range(12)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()

    assert set(found) == {503}
    assert ask(strict, "ASK {}").json()["boolean"] is True


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "text/csv"])
def test_an_answer_has_only_so_many_rows(strict: str, accept: str) -> None:
    response = ask(strict, "SELECT ?s { ?s ?p ?o }", headers={"Accept": accept})
    rows = len(response.json()["results"]["bindings"]) if "json" in accept else len(response.text.splitlines()) - 1

    assert (rows, response.headers["KG-Cut"]) == (5, "only the first 5 rows")


def test_a_graph_has_only_so_many_triples(strict: str) -> None:
    response = ask(strict, "CONSTRUCT WHERE { ?s ?p ?o }", headers={"Accept": "application/n-triples"})

    assert (len(response.text.splitlines()), response.headers["KG-Cut"]) == (5, "only the first 5 rows")


def test_an_answer_that_just_fits_is_whole(strict: str) -> None:
    assert "KG-Cut" not in ask(strict, "SELECT ?s { ?s ?p ?o } LIMIT 5").headers


def test_a_worker_ends_when_its_client_goes_away(graph: Path, tmp_path: Path) -> None:
    own = tmp_path / "graph.ttl"
    own.write_bytes(graph.read_bytes())
    with serving(own, "--timeout", "60") as url:
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(f"{url}/sparql", data={"query": ENDLESS}, timeout=2)

        assert settles(own, 1)


# Each asks another server, in a way that words alone hardly tell from a comparison, a comment or a string.
HIDDEN = [
    "SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "SELECT * {{ #\rSERVICE <{url}> {{ ?s ?p ?o }} }}",
    "PREFIX : <{url}> SELECT * {{ SERVICE: {{ ?s ?p ?o }} }}",
    "PREFIX x: <{url}> SELECT * {{ SERVICESILENTx: {{ ?s ?p ?o }} }}",
    "PREFIX x: <{url}> SELECT * {{ ?s kg:ordinal 6SERVICE x: {{ ?a ?b ?c }} }}",
    "SELECT * {{ {{ SERVICE <{url}> {{ ?s ?p ?o }} }} FILTER(1<2&&'>'='>') {{ SERVICE <{url}> {{ ?s ?p ?o }} }} #'\n}}",
    "SELECT * {{ BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b&&'>'!='') SERVICE <{url}> {{ ?s ?p ?o }} #'\n}}",
    "SELECT * {{ BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b#>'''\n) SERVICE <{url}> {{ ?s ?p ?o }} #'''\n}}",
]


@pytest.mark.parametrize("query", HIDDEN)
def test_no_other_server_is_asked(url: str, query: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.3)
        response = ask(url, query.format(url=f"http://127.0.0.1:{other.getsockname()[1]}/"))
        with pytest.raises(TimeoutError):
            other.accept()

    assert response.status_code in {200, 400, 503}
    assert "bindings" not in response.text or not response.json()["results"]["bindings"]


def test_the_server_is_not_reached_under_another_name(url: str) -> None:
    assert httpx.get(f"{url}/questions", headers={"Host": "rebound.example"}).status_code == 421
    assert httpx.get(f"{url}/questions", headers={"Host": "localhost:1"}).status_code == 200


def test_other_origins_may_not_read_unless_told(url: str, graph: Path) -> None:
    origin = {"Origin": "https://paper.example"}
    assert "Access-Control-Allow-Origin" not in httpx.get(f"{url}/questions", headers=origin).headers
    with serving(graph, "--cors", "https://paper.example") as shared:
        allowed = httpx.get(f"{shared}/questions", headers=origin).headers
        other = httpx.get(f"{shared}/questions", headers={"Origin": "https://other.example"}).headers

    assert allowed["Access-Control-Allow-Origin"] == "https://paper.example"
    assert "Access-Control-Allow-Origin" not in other


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_behind(graph: Path, tmp_path: Path, end: signal.Signals) -> None:
    own, scratch = tmp_path / "graph.ttl", tmp_path / "scratch"
    own.write_bytes(graph.read_bytes())
    scratch.mkdir()
    with serving(own, end=end, TMPDIR=str(scratch)):
        assert settles(own, 1)
        assert list(scratch.iterdir()) != []

    assert settles(own, 0)
    assert list(scratch.iterdir()) == []


def test_a_store_on_disk_is_served_within_limits(graph: Path, tmp_path: Path) -> None:
    store = Store(str(tmp_path / "store"))
    store.bulk_load(path=graph, format=RdfFormat.TURTLE)
    store.flush()
    del store
    with serving(tmp_path / "store", "--timeout", "1") as url:
        assert httpx.get(f"{url}/questions/calls", params={"who": "Doyle"}).status_code == 200
        assert ask(url, ENDLESS).status_code == 503


def test_a_keeper_that_was_killed_is_started_again(graph: Path, tmp_path: Path) -> None:
    own = tmp_path / "graph.ttl"
    own.write_bytes(graph.read_bytes())
    with serving(own) as url:
        assert ask(url, "ASK {}").status_code == 200
        assert settles(own, 1)  # the process that answered may still be ending
        (keeper,) = holding(own)
        os.kill(keeper, signal.SIGKILL)
        assert [ask(url, "ASK {}").status_code for _ in range(3)] == [200] * 3
        assert settles(own, 1)


def test_a_question_that_a_killed_keeper_had_not_begun_is_asked_again(graph: Path, tmp_path: Path) -> None:
    own = tmp_path / "graph.ttl"
    own.write_bytes(graph.read_bytes())
    answers: list[int] = []
    with serving(own) as url:
        assert ask(url, "ASK {}").status_code == 200
        assert settles(own, 1)
        (keeper,) = holding(own)
        os.kill(keeper, signal.SIGSTOP)
        asking = threading.Thread(target=lambda: answers.append(ask(url, "ASK {}").status_code))
        asking.start()
        time.sleep(0.3)  # it waits behind the socket of a process that takes it no more
        os.kill(keeper, signal.SIGKILL)
        asking.join()
    assert answers == [200]


def test_questions_that_take_long_hold_up_none_that_do_not(graph: Path) -> None:
    with serving(graph, "--timeout", "3") as url:
        crowd = [threading.Thread(target=ask, args=(url, ENDLESS)) for _ in range(6)]
        for one in crowd:
            one.start()
        time.sleep(0.5)
        assert [ask(url, "ASK {}").status_code for _ in range(5)] == [200] * 5
        for one in crowd:
            one.join()


def test_clients_that_ask_nothing_lock_nobody_out(url: str) -> None:
    address = ("127.0.0.1", int(url.rpartition(":")[2]))
    idle = [socket.create_connection(address) for _ in range(450)]
    try:
        for one in idle[:50]:
            one.send(b"GET /sparql HTTP/1.1\r\n")
        assert ask(url, "ASK {}").json()["boolean"] is True
    finally:
        for one in idle:
            one.close()


def test_an_answer_has_only_so_many_bytes(graph: Path) -> None:
    words = "x" * 100_000
    query = f'SELECT ?t {{ VALUES ?t {{ "{words}" }} ?a ?b ?c . ?d ?e ?f }} LIMIT 1000'
    with serving(graph) as url:
        response = ask(url, query)
    assert (response.status_code, "more than" in response.text) == (503, True)


class Client:
    """A connection as the doors know it."""

    def __init__(self, unread: int = 0, quiet_since: float = 0.0) -> None:
        self.unread, self.quiet_since, self.is_idle, self.dropped = unread, quiet_since, not unread, False

    def drop(self) -> None:
        self.dropped = True


def test_answers_that_nobody_reads_have_a_bound_all_together() -> None:
    doors = Doors()
    for _ in range(8):
        assert doors.has_room(32 * 2**20)
        doors.enter(Client(unread=32 * 2**20))
    assert not doors.has_room(1)


def test_the_client_that_has_been_quiet_the_longest_makes_room() -> None:
    doors, clients = Doors(), [Client(quiet_since=float(number)) for number in range(400)]
    for client in clients:
        doors.enter(client)
    doors.enter(Client(quiet_since=1000.0))
    assert [client.quiet_since for client in clients if client.dropped] == [0.0]
