"""`kg query`: ask a graph."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.choosing import MEMORY, Seconds, ontology_folder
from kg.cli.saying import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pyoxigraph import Store

    from kg.query import Query
    from kg.query.tables import Table

GRAPH = click.option(
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("out/graph.ttl"),
    show_default=True,
    envvar="KG_GRAPH",
    help="The graph file (default: KG_GRAPH, else out/graph.ttl).",
)


NARROW = 10
"""Columns of a terminal that a column of words gets at least."""


def _complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the questions whose names begin so, for a shell to offer."""
    del ctx, param
    from kg.query import names

    return [name for name in names(ontology_folder() / "queries") if name.startswith(incomplete)]


class _Term(click.Choice[str]):
    """A choice of terms, which may be written as answers print them: kg:Paused."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert(value.removeprefix("kg:"), param, ctx)


class _Question(click.Command):
    """A command whose options are, besides its own, those of the question that its arguments name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.obj = next((query for query in map(_known, args) if query), None)
        return super().parse_args(ctx, args)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if not ctx.obj:
            super().format_help_text(ctx, formatter)
            return
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(ctx.obj.question)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        own = super().get_params(ctx)
        return [*own[:-1], *_options(ctx.obj), own[-1]] if ctx.obj else own


@click.command("query", cls=_Question)
@click.argument("question", metavar="NAME_OR_SPARQL_OR_FILE", required=False, shell_complete=_complete)
@GRAPH
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "tsv", "json"]),
    default="table",
    show_default=True,
    help="How to write the answer; a graph (CONSTRUCT) is written as Turtle.",
)
@click.option(
    "--width",
    type=click.IntRange(min=20),
    envvar="KG_WIDTH",
    help="Columns of a table on a terminal (default: KG_WIDTH, else those of the terminal).",
)
@click.option("--timeout", default=60.0, show_default=True, type=Seconds(0.1), help="Seconds for the answer.")
@click.option("--memory", default=4096, show_default=True, type=MEMORY, help="MiB for the answer.")
@click.option("--list", "listing", is_flag=True, help="List the named questions with their options.")
@click.pass_obj
def command(
    query: Query | None,
    /,
    question: str | None,
    graph: Path,
    form: str,
    width: int | None,
    timeout: float,
    memory: int,
    listing: bool,
    **given: str | None,
) -> None:
    """Ask a graph a named question or any SPARQL 1.1 query.

    The query may also be a file, or - for standard input. A question has options of its own: kg query calls --help.

    \b
    kg query calls --who Zelenskyy --since 2025-07
    kg query 'SELECT ?name { ?p a kg:Person ; skos:prefLabel ?name }' --format csv
    """
    if listing:
        _list(width)
        return
    if question is None:
        raise click.UsageError("Name a question, or give a query, a file or -; --list shows the questions.")
    from functools import partial

    from kg.query import undated
    from kg.store.graph import load

    text = query.text if query else _text(question)
    store = load(graph)
    if query:
        text = _filled(query, given, store)
    else:
        _hint(text)
    whole = query is None or given.get("since") or given.get("until")
    answer = partial(_answer, store, text, None if whole else undated(text), form)
    _show(*_within(timeout, memory, answer), width)


def _filled(query: Query, given: Mapping[str, str | None], store: Store) -> str:
    """Return a question with the options that were given."""
    from functools import partial

    from kg.explain import meant
    from kg.query import fill

    options = {name: value for name, value in given.items() if value is not None}
    return fill(query, options, store, meant=partial(meant, store))


def _show(found: Table | bytes, left: int, width: int | None) -> None:
    """Print what was found, and say how many events it leaves out because no date is told of them."""
    if isinstance(found, bytes):
        click.echo(found, nl=False)
    else:
        show_table(found, width)
    if left:
        events = "event has" if left == 1 else "events have"
        say(f"kg: {left} {events} no date and are not here: kg query events", err=True)


def _within(seconds: float, memory: int, answer: Callable[[], tuple[Table | bytes, int]]) -> tuple[Table | bytes, int]:
    """Return an answer; raise QueryError where it takes more time or memory than it may."""
    from kg.errors import QueryError
    from kg.workers import Budget, Loss, within

    found = within(answer, Budget(seconds, memory))
    if isinstance(found, Loss):
        remedy = "ask for less, or allow it more by --timeout and --memory"
        raise QueryError(f"the question {found.problem}", remedy=remedy)
    return found


def _answer(store: Store, text: str, left: str | None, form: str) -> tuple[Table | bytes, int]:
    """Return what a query finds, to be printed, and how many rows one has that asks for what it leaves out."""
    from pyoxigraph import QuerySolutions

    from kg.query import run
    from kg.query.tables import serialized, table
    from kg.store.graph import base_of

    base = base_of(store)
    answer = run(store, text, base=base)
    as_table = form == "table" and isinstance(answer, QuerySolutions)
    found = table(answer, base=base) if as_table else serialized(answer, form, base=base)  # type: ignore[arg-type]
    return found, len(set(table(run(store, left, base=base)).rows)) if left else 0  # type: ignore[arg-type]


def _hint(text: str) -> None:
    """Say which terms of a query the ontology does not have: they find nothing, and nobody is told why."""
    from kg.knowledge.files import read_sources
    from kg.knowledge.taxonomy import read_taxonomy
    from kg.query import unknown_terms

    for line in unknown_terms(text, read_taxonomy(read_sources(ontology_folder()))):
        click.echo(f"kg: {line}", err=True)


def _known(word: str) -> Query | None:
    """Return the question that a word of the command line names, as a shipped one or as a file."""
    from kg.query import named, names, read

    folder = ontology_folder() / "queries"
    if word in names(folder):
        return named(word, folder)
    path = Path(word)
    return read(path) if path.suffix in {".rq", ".sparql"} else None


def _options(query: Query) -> list[click.Parameter]:
    return [
        click.Option(
            [f"--{parameter.name}", parameter.name],
            metavar=None if parameter.choices else parameter.kind,
            type=_Term(parameter.choices, case_sensitive=False) if parameter.choices else str,
            help=f"{parameter.meaning[0].upper()}{parameter.meaning[1:]}.",
        )
        for parameter in query.parameters
    ]


def _list(width: int | None) -> None:
    from kg.query import named, names
    from kg.query.tables import Table

    folder = ontology_folder() / "queries"
    queries = [named(name, folder) for name in names(folder)]
    rows = (
        (query.name, query.question, " ".join(f"--{option.name}" for option in query.parameters)) for query in queries
    )
    show_table(Table(("name", "question", "options"), tuple(rows)), width)


def _text(question: str) -> str:
    """Return the query that the argument is: SPARQL from standard input, SPARQL itself or a file of any name."""
    from kg.query import named, read

    if question == "-":
        return _standard_input()
    if "{" in question or len(question.split()) > 1:
        return question
    path = Path(question)
    return read(path).text if path.is_file() else named(question, ontology_folder() / "queries").text


def _standard_input() -> str:
    from kg.errors import QueryError

    if sys.stdin is None:
        raise QueryError("standard input is closed", remedy="send it a query, or give one")
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError("the query is not UTF-8", place="standard input", remedy="convert it") from error


def show_table(rows: Table, width: int | None = None) -> None:
    """Print for a person on a terminal, one plain line a row for a program at the other end of a pipe."""
    if not sys.stdout.isatty():
        from kg.query.tables import plain

        say(plain(rows), nl=False)
        return
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    view = RichTable(caption=f"{len(rows.rows)} rows", caption_justify="left")
    whole = [_is_id(values) for values in zip(*rows.rows, strict=True)] or [False] * len(rows.columns)
    for name, unbroken in zip(rows.columns, whole, strict=True):
        view.add_column(name, no_wrap=unbroken, overflow="fold")
    for row in rows.rows:
        view.add_row(*map(Text, row))
    console = Console(width=width)
    # What one copies to ask again stays on one line, on a narrow terminal too.
    longest = [max(map(len, values)) for values in zip(rows.columns, *rows.rows, strict=True)]
    needed = 1 + sum(3 + (most if one else min(most, NARROW)) for most, one in zip(longest, whole, strict=True))
    Console(width=max(console.width, needed)).print(view, crop=False)


def _is_id(values: tuple[str, ...]) -> bool:
    """Tell whether a column has identifiers of nodes: kind:slug."""
    return any(values) and all(not value or re.fullmatch(r"[a-z][\w-]*:[^\s]+", value) for value in values)
