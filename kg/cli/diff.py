"""`kg diff`: what one graph tells and another does not."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import click

from kg.cli.saying import say


@click.command("diff")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "rdf"]),
    default="text",
    show_default=True,
    help="Lines for a reader, one JSON object a line, or N-Triples of the IRIs that were replaced or are gone.",
)
def command(old: Path, new: Path, form: str) -> None:
    """Tell which events appeared, vanished or changed from one graph to another, with their sentences.

    OLD and NEW are graph files, folders of stores or - for Turtle from a pipe. An event that was renamed is told as
    one, by the words that it rests on.

    \b
    kg diff yesterday/graph.ttl out/graph.ttl
    """
    from kg.changes import What, as_data, as_ntriples, as_text, changes
    from kg.store.graph import load

    found = changes(load(old), load(new))
    if form == "json":
        lines = iter([json.dumps(as_data(change), ensure_ascii=False) for change in found])
    else:
        lines = as_text(found) if form == "text" else as_ntriples(found)
    for line in lines:
        say(line)
    counts = Counter(change.what for change in found)
    say(", ".join(f"{counts[what]} {what}" for what in What), err=True)
