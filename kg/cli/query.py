"""`kg query`: ask a graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.query import Answer
    from kg.query.tables import Table

GRAPH = click.option(
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("out/graph.ttl"),
    show_default=True,
    help="The graph file.",
)


@click.command("query")
@click.argument("question", metavar="NAME_OR_SPARQL_OR_FILE", required=False)
@GRAPH
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json"]),
    default="table",
    show_default=True,
    help="How to write the answer; a graph (CONSTRUCT) is written as Turtle.",
)
@click.option("--list", "listing", is_flag=True, help="List the named questions.")
def command(question: str | None, graph: Path, form: str, listing: bool) -> None:
    """Ask a graph a named question or any SPARQL 1.1 query.

    The query may also be a file, or - for standard input.

    \b
    kg query calls
    kg query 'SELECT ?name { ?p a kg:Person ; skos:prefLabel ?name }' --format csv
    """
    if listing:
        _list()
        return
    if question is None:
        raise click.UsageError("Name a question, or give a query, a file or -; --list shows the questions.")
    from kg.query import run
    from kg.store.graph import base_of, load

    text = _text(question)
    store = load(graph)
    base = base_of(store)
    _show(run(store, text, base=base), form, base)


def _list() -> None:
    from kg.query import named, names
    from kg.query.tables import Table

    queries = [named(name) for name in names()]
    _print(Table(("name", "question"), tuple((query.name, query.question) for query in queries)))


def _text(question: str) -> str:
    """Return the query that the argument stands for: stdin, SPARQL itself, a file's content or a named question."""
    from kg.errors import QueryError
    from kg.query import named

    if question == "-":
        return sys.stdin.buffer.read().decode()
    if "{" in question or len(question.split()) > 1:
        return question
    path = Path(question)
    if path.suffix not in {".rq", ".sparql"} and not path.is_file():
        return named(question).text
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        remedy = "name a readable UTF-8 file of SPARQL"
        raise QueryError("can not be read as a query", place=str(path), remedy=remedy) from error


def _show(answer: Answer, form: str, base: str) -> None:
    from pyoxigraph import QuerySolutions

    from kg.query.tables import serialized, table

    if form == "table" and isinstance(answer, QuerySolutions):
        _print(table(answer, base=base))
    else:
        click.echo(serialized(answer, form, base=base), nl=False)


def _print(rows: Table) -> None:
    """Print for a person on a terminal, one plain line a row for a program at the other end of a pipe."""
    if not sys.stdout.isatty():
        from kg.query.tables import plain

        click.echo(plain(rows), nl=False)
        return
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    view = RichTable(*rows.columns, caption=f"{len(rows.rows)} rows", caption_justify="left")
    for row in rows.rows:
        view.add_row(*(Text(value, overflow="fold") for value in row))
    Console().print(view)
