"""`kg mcp` as an assistant uses it: the command in a process of its own, asked by the protocol's own client."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import Future
from contextlib import asynccontextmanager, contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
from anyio.from_thread import start_blocking_portal
from mcp import ClientSession, StdioServerParameters, stdio_client
from mcp.types import TextContent

from tests.serve.service import HUGE, holding, settles

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from pathlib import Path

    Ask = Callable[[str, dict[str, object]], tuple[bool, str]]


@asynccontextmanager
async def connected(graph: Path, *options: str) -> AsyncIterator[ClientSession]:
    command = StdioServerParameters(command=sys.executable, args=["-m", "kg", "mcp", str(graph), *options])
    async with stdio_client(command) as streams, ClientSession(*streams) as session:
        server = (await session.initialize()).server_info
        assert (server.name, server.version) == ("kg", version("newskg"))
        yield session


@contextmanager
def asking(graph: Path, *options: str) -> Iterator[Ask]:
    """Run `kg mcp`, and give a function that says whether a tool failed, and what it answered."""
    # Its loop runs in a thread of its own: another test of this process may have left one running in the main one.
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(connected(graph, *options)) as session:

        def ask(tool: str, arguments: dict[str, object]) -> tuple[bool, str]:
            result = portal.call(session.call_tool, tool, arguments)
            (content,) = result.content
            assert isinstance(content, TextContent)
            return bool(result.is_error), content.text

        yield ask


@pytest.fixture(scope="module")
def ask(graph: Path) -> Iterator[Ask]:
    with asking(graph) as ask:
        yield ask


def test_the_questions_are_listed_with_their_options(ask: Ask) -> None:
    failed, text = ask("questions", {})
    assert not failed
    assert any(line.startswith("calls: Who spoke") and "who (NAME)" in line for line in text.splitlines())


def test_a_named_question_is_answered_as_a_table(ask: Ask) -> None:
    failed, text = ask("ask", {"question": "people"})
    assert not failed
    assert text.splitlines()[0] == "name,represents,mentions,documents,person"
    assert len(text.splitlines()) > 1


def test_sparql_is_answered_and_cut_where_it_is_long(graph: Path) -> None:
    with asking(graph, "--rows", "2") as ask:
        failed, text = ask("sparql", {"query": "SELECT ?s { ?s ?p ?o }"})
    assert not failed
    assert text.splitlines()[-1] == "(cut: there are more rows)"


def test_a_node_is_explained_with_the_words_behind_it(ask: Ask) -> None:
    _, table = ask("ask", {"question": "people"})
    name = table.splitlines()[1].split(",")[0]
    failed, text = ask("explain", {"name_or_iri": name})
    assert not failed
    assert '"quote": ' in text


@pytest.mark.parametrize(
    ("tool", "arguments", "problem"),
    [
        ("ask", {"question": "cals"}, "there is no question named 'cals'"),
        ("ask", {"question": "calls", "options": {"whom": "x"}}, "calls has no option --whom"),
        ("sparql", {"query": "DELETE WHERE { ?s ?p ?o }"}, "a query that changes the graph is refused"),
        ("sparql", {"query": "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }"}, "SERVICE is refused"),
        ("explain", {"name_or_iri": "Nobody At All"}, "the graph has nothing called 'Nobody At All'"),
        ("explain", {"name_or_iri": "http://["}, "the graph has nothing called 'http://['"),
        ("explain", {"name_or_iri": ""}, "the graph has nothing called ''"),
        ("nope", {}, "Unknown tool: nope"),
        ("ask", {}, "Field required"),
        ("ask", {"question": 5}, "Input should be a valid string"),
        ("ask", {"question": "calls", "options": "who"}, "Input should be a valid dictionary"),
        ("ask", {"question": "calls", "options": {"who": 5}}, "Input should be a valid string"),
        ("ask", {"question": "../../etc/passwd"}, "there is no question named '../../etc/passwd'"),
        ("sparql", {"query": "x" * 1_000_000}, "query, line 1"),
        ("sparql", {"query": "SELECT * {" + "{" * 50_000}, "is nested too deep"),
        ("sparql", {"query": "\x00"}, "query, line 1"),
        ("sparql", {"query": "CONSTRUCT WHERE { ?s ?p ?o }"}, "no media type"),
    ],
)
def test_what_can_not_be_answered_says_why(ask: Ask, tool: str, arguments: dict[str, object], problem: str) -> None:
    failed, text = ask(tool, arguments)
    assert failed
    assert problem in text


def test_a_question_that_takes_too_long_is_ended(graph: Path) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with asking(graph, "--timeout", "0.5") as ask:
        failed, text = ask("sparql", {"query": slow})
    assert failed
    assert "took more than 0.5 seconds" in text


@pytest.fixture
def own(graph: Path, tmp_path: Path) -> Path:
    """A graph that no other server of the tests holds."""
    copy = tmp_path / "graph.ttl"
    copy.write_bytes(graph.read_bytes())
    return copy


def test_a_question_has_only_so_much_memory(own: Path) -> None:
    with asking(own, "--timeout", "60", "--memory", "64") as ask:
        (keeper,) = holding(own)
        failed, text = ask("sparql", {"query": HUGE})
        assert (failed, "needed more than 64 MiB of memory" in text) == (True, True)
        assert ask("sparql", {"query": "ASK {}"}) == (False, "true")
        assert settles(own, 1)  # the process that answered may still be ending
        assert holding(own) == [keeper]


def test_many_questions_at_once_take_the_memory_of_a_few(own: Path) -> None:
    with start_blocking_portal() as portal:
        options = ("--timeout", "5", "--memory", "64")
        with portal.wrap_async_context_manager(connected(own, *options)) as session:
            crowd = [portal.start_task_soon(session.call_tool, "sparql", {"query": HUGE}) for _ in range(40)]
            most = 0
            while not all(map(Future.done, crowd)):
                most = max(most, len(holding(own)))
            assert all(answer.result().is_error for answer in crowd)
            assert 1 < most <= 1 + 3 * (os.cpu_count() or 1)
    assert settles(own, 0)


def test_no_process_is_left_of_an_assistant_that_goes_away_while_it_asks(own: Path) -> None:
    command = [sys.executable, "-m", "kg", "mcp", str(own), "--timeout", "60"]
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "a", "version": "1"}}
    messages = [
        {"id": 1, "method": "initialize", "params": hello},
        {"method": "notifications/initialized"},
        {"id": 2, "method": "tools/call", "params": {"name": "sparql", "arguments": {"query": HUGE}}},
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:  # noqa: S603 (our own)
        assert server.stdin is not None
        for message in messages:
            server.stdin.write(json.dumps({"jsonrpc": "2.0", **message}).encode() + b"\n")
            server.stdin.flush()
        assert settles(own, 2)
        server.kill()
    assert settles(own, 0)


def test_a_refusal_does_not_repeat_all_that_was_asked(ask: Ask) -> None:
    failed, text = ask("ask", {"question": "a" * 1_000_000})
    assert failed
    assert len(text) < 400
