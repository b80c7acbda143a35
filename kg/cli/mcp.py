"""`kg mcp`: a graph for assistants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.choosing import GRAPH, MEMORY, Seconds, ontology_folder

if TYPE_CHECKING:
    from pathlib import Path


@click.command("mcp")
@GRAPH
@click.option("--timeout", default=10.0, show_default=True, type=Seconds(0.1), help="Seconds for a question.")
@click.option("--rows", default=200, show_default=True, type=click.IntRange(1), help="Rows of an answer.")
@click.option("--memory", default=2048, show_default=True, type=MEMORY, help="MiB for a question.")
def command(graph: Path, timeout: float, rows: int, memory: int) -> None:
    """Answer assistants by the Model Context Protocol, read only, on standard input and output.

    GRAPH is out/graph.ttl unless you name another. It needs the package mcp: pip install 'newskg[mcp]'. An assistant
    is told to start the command, with the path of the graph in full:

    \b
    {"mcpServers": {"kg": {"command": "kg", "args": ["mcp", "/home/ann/news/out/graph.ttl"]}}}
    """
    from importlib.util import find_spec

    from kg.errors import KgError
    from kg.serve.jobs import Limits

    if find_spec("mcp") is None:
        raise KgError("the package mcp is not installed", remedy="pip install 'newskg[mcp]'")
    from kg.serve.assistants import serve_assistants

    serve_assistants(graph, ontology_folder(), Limits(timeout, rows, memory))
