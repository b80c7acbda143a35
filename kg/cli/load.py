"""`kg load`: a graph into a store."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import click

from kg.cli.choosing import GRAPH
from kg.cli.saying import loudness, note

if TYPE_CHECKING:
    from pathlib import Path


@click.command("load")
@GRAPH
@click.option("--to", "url", required=True, metavar="URL", help="Where the store takes graphs, or updates.")
@click.option("--into", metavar="IRI", help="The graph in the store, or default.  [https://w3id.org/newskg/graph]")
@click.option("--add", is_flag=True, help="Keep what the graph holds; it is replaced otherwise.")
@click.option("--update", is_flag=True, help="The URL takes SPARQL Update, not the Graph Store Protocol.")
@click.option("--sparql", metavar="URL", help="Where the store answers queries, for the count, if it can not be told.")
@click.option("--user", metavar="NAME", help="Who loads; the password comes from KG_PASSWORD, or is asked for.")
@click.option("--header", "headers", multiple=True, metavar="NAME:VALUE", help="A header to send along; repeatable.")
@click.option("--chunk", default=50_000, show_default=True, type=click.IntRange(1), help="Triples in a request.")
@loudness
def command(
    graph: Path,
    url: str,
    into: str | None,
    add: bool,
    update: bool,
    sparql: str | None,
    user: str | None,
    headers: tuple[str, ...],
    chunk: int,
) -> None:
    """Load a graph into a triple store, and count what arrived.

    GRAPH is a file of any RDF syntax, the folder of a store, or - for Turtle from a pipe; out/graph.ttl unless you name
    another. docs/stores.md has the addresses of nine makes.

    \b
    kg load --to http://127.0.0.1:3030/news/data
    KG_PASSWORD=dba kg load --user dba --to http://127.0.0.1:8890/sparql-graph-crud-auth
    kg load --update --to http://127.0.0.1:7878/update
    """
    from kg.cli.progress import tracked
    from kg.store.graph import load
    from kg.upload import GRAPH, Target, load_graph

    target = Target(url, into or GRAPH, update, sparql)
    pairs = dict(_pair(header) for header in headers)
    login = (user, _password()) if user else None
    loaded = load_graph(
        load(graph), target, add=add, chunk=chunk, user=login, headers=pairs, tracked=partial(tracked, label="Loading")
    )
    more = f"; the graph holds {loaded.held:,}" if loaded.held != loaded.sent else ""
    note(f"{target.url}: {loaded.sent:,} triples are in {target.graph}{more}", err=False)


def _password() -> str:
    return os.environ.get("KG_PASSWORD") or str(click.prompt("Password", hide_input=True, err=True))


def _pair(header: str) -> tuple[str, str]:
    name, colon, value = header.partition(":")
    if not colon or not name.strip():
        raise click.BadParameter(f"{header!r} is no NAME:VALUE", param_hint="--header")
    return name.strip(), value.strip()
