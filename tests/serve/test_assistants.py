"""`kg mcp` as an assistant uses it: the command in a process of its own, asked by the protocol's own client."""

from __future__ import annotations

import sys
from contextlib import asynccontextmanager, contextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
from anyio.from_thread import start_blocking_portal
from mcp import ClientSession, StdioServerParameters, stdio_client
from mcp.types import TextContent

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


def test_a_refusal_does_not_repeat_all_that_was_asked(ask: Ask) -> None:
    failed, text = ask("ask", {"question": "a" * 1_000_000})
    assert failed
    assert len(text) < 400
