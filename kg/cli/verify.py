"""`kg verify`: hold a graph against the articles it was built from."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.choosing import knowledge
from kg.cli.saying import loudness, note, say


@click.command("verify")
@click.argument("graph", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("sources", nargs=-1, type=click.Path(path_type=Path))
@click.option("--documents", multiple=True, type=click.Path(path_type=Path), help="A source, too; repeatable.")
@click.option("--texts", type=click.Path(path_type=Path, exists=True, file_okay=False), help="What build --texts kept.")
@loudness
def command(graph: Path, sources: tuple[Path, ...], documents: tuple[Path, ...], texts: Path | None) -> None:
    """Check that every quotation of a graph stands in its article, and that those of an event name who takes part.

    GRAPH is a graph file, the folder of a store or - for Turtle from a pipe; SOURCES are the files and folders that it
    was built from. The exit status is 1 if a quotation does not stand where the graph says, if its article is not among
    the sources, or if nothing that an event cites refers to one who takes part in it.

    \b
    kg verify out/graph.ttl seeds/
    kg verify out/graph.ttl --texts texts/
    """
    from kg.ingest import read
    from kg.store.graph import load
    from kg.verify import kept_texts, verify

    if not (sources or documents or texts):
        raise click.UsageError("Name the files or folders that it was built from, or --texts.")
    store = load(graph)
    known = kept_texts(store, texts) if texts else {}
    given = (*sources, *documents)
    for document in read(given, knowledge().boilerplate, on_problem=lambda problem: say(problem, err=True)):
        known[document.id] = document.text
    found = verify(store, known)
    for wrong in (*found.mismatches, *found.missing):
        say(wrong)
    right, named = found.checked - len(found.mismatches), found.arguments - len(found.missing)
    note(f"{graph}: {right} of {found.checked} quotations stand in the text as told")
    note(f"{graph}: {named} of {found.arguments} who take part in events are named in what these cite")
    if found.mismatches or found.missing:
        raise click.exceptions.Exit(1)
