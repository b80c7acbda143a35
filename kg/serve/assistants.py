"""A graph for assistants: a server of the Model Context Protocol, read only, with the same limits as the web's.

Each tool is a question to the keeper, so that no question takes more time, memory or rows than allowed, and none
changes the graph or reaches another server.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Annotated

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from kg.query import named, names
from kg.serve.jobs import Job
from kg.serve.workers import keeper

if TYPE_CHECKING:
    from pathlib import Path

    from kg.serve.jobs import Limits
    from kg.serve.workers import Workers

_ABOUT = (
    "A knowledge graph built from news articles. It repeats what articles report, which is no proof that it happened: "
    "cite the document and the sentence that `explain` and the question `passages` give. Events that are planned, "
    "possible, negated or denied say so (factuality), and claims name their claimant."
)
_READ_ONLY = ToolAnnotations(read_only_hint=True, open_world_hint=False)
_CSV = "text/csv"


def serve_assistants(graph: Path, ontology: Path, limits: Limits) -> None:
    """Answer an assistant on standard input and output until it closes them; GraphError for a graph that is broken."""
    with keeper(graph, ontology, limits) as workers:
        make_assistant_server(workers, ontology).run("stdio")


def make_assistant_server(workers: Workers, ontology: Path) -> MCPServer:
    """Return the server with its four tools: questions, ask, sparql and explain."""
    server = MCPServer("kg", version=version("newskg"), instructions=_ABOUT)
    folder = ontology / "queries"

    @server.tool(annotations=_READ_ONLY)
    def questions() -> str:
        """List the named questions, a line each: name, what it asks, and its options with their kinds."""
        return "\n".join(_line(name, folder) for name in names(folder))

    @server.tool(annotations=_READ_ONLY)
    async def ask(
        question: Annotated[str, Field(description="The name of a question, such as calls or attacks.")],
        options: Annotated[
            dict[str, str] | None, Field(description='Its options without dashes, such as {"who": "Putin"}.')
        ] = None,
    ) -> str:
        """Ask a named question; the answer is a table in CSV, in which IRIs name nodes for explain."""
        return await _asked(workers, Job("named", question, _CSV, options or {}))

    @server.tool(annotations=_READ_ONLY)
    async def sparql(
        query: Annotated[str, Field(description="SPARQL 1.1 SELECT or ASK; kg:, skos: and rdfs: are declared.")],
    ) -> str:
        """Ask the graph in SPARQL; the answer is a table in CSV."""
        return await _asked(workers, Job("sparql", query, _CSV))

    @server.tool(annotations=_READ_ONLY)
    async def explain(
        name_or_iri: Annotated[str, Field(description='A name ("Putin") or the IRI of a node or event.')],
    ) -> str:
        """Show what is known of a node, with the exact sentences it comes from and their places, as JSON."""
        return await _asked(workers, Job("explain", name_or_iri, "application/json"))

    return server


def _line(name: str, folder: Path) -> str:
    query = named(name, folder)
    options = "; ".join(f"{option.name} ({option.kind}): {option.meaning}" for option in query.parameters)
    return f"{name}: {query.question}" + (f" [{options}]" if options else "")


async def _asked(workers: Workers, job: Job) -> str:
    reply = await workers.ask(job)
    text = reply.body.decode()
    if reply.status != 200:
        raise ToolError(text.strip())
    return f"{text}\n(cut: there are more rows)" if reply.cut else text
