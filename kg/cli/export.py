"""`kg export`: a graph in other formats."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.choosing import GRAPH, knowledge
from kg.cli.saying import loudness, note

NAMES = ("turtle", "ntriples", "trig", "nquads", "jsonld", "rdfxml", "graphml", "csv", "ftm", "plover")


@click.command("export")
@GRAPH
@click.option("-f", "--format", "name", type=click.Choice(NAMES), help="Told by the name of the file; else turtle.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    default=Path("-"),
    help="The file, - for a pipe; a folder for csv.",
)
@click.option(
    "--describe/--no-describe",
    "described",
    default=True,
    show_default=True,
    help="Write a description of the data set (VoID, DCAT) beside the file.",
)
@loudness
def command(graph: Path, name: str | None, output: Path, *, described: bool) -> None:
    """Write a graph in another format.

    GRAPH is a file of any RDF syntax, the folder of a store, or - for Turtle from a pipe; out/graph.ttl unless you name
    another.

    \b
    turtle, ntriples, jsonld, rdfxml  RDF for stores and the web
    trig, nquads                      RDF with a named graph for each document
    graphml, csv                      nodes and edges for Gephi, networkx, spreadsheets
    ftm, plover                       FollowTheMoney entities, PLOVER event records

    \b
    kg export -f jsonld | jq .
    kg export out/graph.ttl -o news.trig
    kg export store/ -f csv -o tables/
    """
    from kg.export import format_named, format_of_suffix, write_files, write_stream
    from kg.store.graph import load

    form = format_named(name) if name else format_of_suffix(output) or format_named("turtle")
    store = load(graph)
    if str(output) == "-":
        write_stream(store, form, sys.stdout.buffer, knowledge())
    else:
        for file in write_files(store, form, output, knowledge(), described=described):
            note(file)
