"""`kg serve`: a SPARQL endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.choosing import GRAPH, MEMORY, Seconds, ontology_folder
from kg.cli.saying import loudness, note

if TYPE_CHECKING:
    from pathlib import Path


@click.command("serve")
@GRAPH
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 is everybody.")
@click.option(
    "--port", default=7878, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 takes a free one."
)
@click.option("--timeout", default=10.0, show_default=True, type=Seconds(0.1), help="Seconds for a question.")
@click.option("--rows", default=10_000, show_default=True, type=click.IntRange(1), help="Rows of an answer.")
@click.option("--memory", default=2048, show_default=True, type=MEMORY, help="MiB for a question.")
@click.option("--cors", multiple=True, metavar="ORIGIN", help="An origin whose pages may ask too, or *; repeatable.")
@loudness
def command(graph: Path, host: str, port: int, timeout: float, rows: int, memory: int, cors: tuple[str, ...]) -> None:
    """Answer SPARQL over HTTP, read only.

    GRAPH is out/graph.ttl unless you name another. The first page has the named questions, /sparql is the endpoint,
    /id/ has a page for each node, /graph shows the picture, and /openapi.json describes it all.

    \b
    kg serve
    kg serve out/graph.ttl --port 8000 --timeout 5
    curl -H 'Accept: text/csv' 'http://127.0.0.1:7878/questions/calls?who=Putin'
    """
    from kg.serve import Limits, serve

    if not host.strip():
        raise click.BadParameter("an empty address would be everybody's; say 0.0.0.0 for that", param_hint="--host")

    def ready(url: str, triples: int) -> None:
        note(f"{url} answers questions on {graph} ({triples:,} triples); Ctrl-C ends it", err=False)

    serve(graph, ontology_folder(), host=host, port=port, limits=Limits(timeout, rows, memory), cors=cors, ready=ready)
