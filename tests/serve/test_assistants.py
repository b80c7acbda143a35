"""`kg mcp` as an assistant uses it: the command in a process of its own, asked by the protocol's own client."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters, stdio_client
from mcp.types import CallToolResult, TextContent


def asked(graph: Path, tool: str, arguments: dict[str, object], *options: str) -> tuple[bool, str]:
    async def ask() -> CallToolResult:
        command = StdioServerParameters(command=sys.executable, args=["-m", "kg", "mcp", str(graph), *options])
        async with stdio_client(command) as streams, ClientSession(*streams) as session:
            await session.initialize()
            return await session.call_tool(tool, arguments)

    # In a thread of its own: another test of this process may have left a loop running in the main one.
    with ThreadPoolExecutor(1) as threads:
        result = threads.submit(anyio.run, ask).result()
    (content,) = result.content
    assert isinstance(content, TextContent)
    return bool(result.is_error), content.text


def test_the_questions_are_listed_with_their_options(graph: Path) -> None:
    failed, text = asked(graph, "questions", {})
    assert not failed
    assert any(line.startswith("calls: Who spoke") and "who (NAME)" in line for line in text.splitlines())


def test_a_named_question_is_answered_as_a_table(graph: Path) -> None:
    failed, text = asked(graph, "ask", {"question": "people"})
    assert not failed
    assert text.splitlines()[0] == "name,represents,mentions,documents,person"
    assert len(text.splitlines()) > 1


def test_sparql_is_answered_and_cut_where_it_is_long(graph: Path) -> None:
    failed, text = asked(graph, "sparql", {"query": "SELECT ?s { ?s ?p ?o }"}, "--rows", "2")
    assert not failed
    assert text.splitlines()[-1] == "(cut: there are more rows)"


def test_a_node_is_explained_with_the_words_behind_it(graph: Path) -> None:
    _, table = asked(graph, "ask", {"question": "people"})
    name = table.splitlines()[1].split(",")[0]
    failed, text = asked(graph, "explain", {"name_or_iri": name})
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
    ],
)
def test_what_can_not_be_answered_says_why(graph: Path, tool: str, arguments: dict[str, object], problem: str) -> None:
    failed, text = asked(graph, tool, arguments)
    assert failed
    assert problem in text


def test_a_question_that_takes_too_long_is_ended(graph: Path) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    failed, text = asked(graph, "sparql", {"query": slow}, "--timeout", "0.5")
    assert failed
    assert "took more than 0.5 seconds" in text
