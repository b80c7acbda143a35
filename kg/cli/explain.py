"""`kg explain`: show the words behind a node, or why words gave none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.choosing import PRECISION, choose
from kg.cli.completion import nodes
from kg.cli.query import GRAPH
from kg.cli.saying import say
from kg.cli.why_not import answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from kg.explain import Explanation, WhyNot
    from kg.knowledge.gate import Precision


@click.command("explain")
@click.argument("name_or_iri", required=False, shell_complete=nodes)
@GRAPH
@click.option(
    "--why-not",
    "place",
    metavar="TEXT|DOC:OFFSET",
    help="Say what is read in a text (- for standard input) or, with --documents, at a character, or from START to END"
    " (DOC:START-END), of a document: each event with what became of it and why.",
)
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(path_type=Path, allow_dash=True),
    help="Where the document of DOC:OFFSET is: files or folders as of kg build; may be repeated.",
)
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="When TEXT was published, for dates like “on Friday”.")
@click.option("--model", help="An installed spaCy pipeline or a path to one, to read with in place of that of kg.")
@PRECISION
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(
    name_or_iri: str | None,
    graph: Path,
    place: str | None,
    documents: tuple[Path, ...],
    date: datetime | None,
    model: str | None,
    precision: Precision,
    form: str,
) -> None:
    """Show every sentence behind a node and every merge, or why a text gives no event.

    \b
    kg explain Zelenskyy
    kg explain call:2025-07-04-donald-trump-volodymyr-zelenskyy
    kg explain --why-not "Gunmen attacked a convoy."
    kg explain --why-not article:210-398 --documents news/
    """
    from kg.errors import InputError

    if (name_or_iri is None) == (place is None):
        raise InputError("nothing to explain, or two things", remedy="give a name or an IRI, or --why-not TEXT")
    explained: Explanation | WhyNot
    if place is not None:
        explained, lines = answer(place, documents, date, model, precision)
    else:
        explained, lines = _node(name_or_iri or "", graph)
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps(asdict(explained), ensure_ascii=False, indent=2))
        return
    for line in lines:
        say(line)


def _node(name_or_iri: str, graph: Path) -> tuple[Explanation, Iterator[str]]:
    from kg.explain import explain, lines_of
    from kg.store.graph import load

    store = load(graph)
    explanation = explain(store, choose(store, name_or_iri).iri)
    return explanation, lines_of(explanation)
