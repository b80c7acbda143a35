"""`kg build`: articles in, graph.ttl and graph.html out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.errors import KgError
    from kg.records import Collection, Document, DocumentRecord


@click.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-o", "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("out"), show_default=True)
@click.option("--model", help="An installed spaCy pipeline or a path to one, in place of the one that comes with kg.")
@click.option("--base", help="The IRI that every minted IRI begins with.")
@click.option("--view/--no-view", default=True, show_default=True, help="Write graph.html beside graph.ttl.")
def command(sources: tuple[Path, ...], out: Path, model: str | None, base: str | None, view: bool) -> None:
    """Read articles and write the knowledge graph.

    SOURCES are text, Markdown, HTML or JSONL files, folders of them, manifests (CSV or JSONL), or - for standard input.

    \b
    kg build seeds/
    kg build news.jsonl -o out/june --model en_core_web_trf
    """
    from kg.pipeline import build
    from kg.schema.namespaces import ID

    problems: list[KgError] = []
    records = _records(_documents(sources, problems), model)
    if not records:
        raise click.ClickException("no document could be read; nothing was written")
    built = build(records, out / "graph.ttl", base=base or ID)
    if view:
        from kg.view import render

        render(out / "graph.ttl", out / "graph.html")
    _summary(built.collection, built.triples, out, view=view)
    if problems:
        raise click.exceptions.Exit(1)


def _documents(sources: Sequence[Path], problems: list[KgError]) -> list[Document]:
    from kg.ingest import read

    def report(problem: KgError) -> None:
        problems.append(problem)
        click.echo(f"kg: {problem}", err=True)

    return list(read(sources, on_problem=report))


def _records(documents: Sequence[Document], model: str | None) -> list[DocumentRecord]:
    from kg.language import load
    from kg.pipeline import read_documents

    if not documents:
        return []
    records: list[DocumentRecord] = []
    for record in _progress(read_documents(documents, load(model)), len(documents)):
        records.append(record)
        if not record.events:
            remedy = "check that it is an English news text"
            click.echo(f"kg: {record.document.id}: no facts found ({remedy})", err=True)
    return records


def _progress(records: Iterator[DocumentRecord], total: int) -> Iterator[DocumentRecord]:
    """Show a bar on a terminal; nothing where the output is piped."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(records, "Reading", total=total, console=console, transient=True, disable=not console.is_terminal)


def _summary(collection: Collection, triples: int, out: Path, *, view: bool) -> None:
    from collections import Counter

    from rich.console import Console
    from rich.table import Table

    records = collection.records
    first = [cluster.members[0] for cluster in collection.entities]
    kinds = Counter(records[member.record].entities[member.index].kind for member in first)
    first = [cluster.members[0] for cluster in collection.events]
    kinds.update(records[member.record].events[member.index].kind for member in first)
    table = Table("What", "Nodes", title=f"{len(records)} documents, {triples} triples")
    for kind, count in sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0])):
        table.add_row(kind, str(count))
    console = Console()
    console.print(table)
    page = f" and {out / 'graph.html'} (open it in a browser)" if view else ""
    console.print(f"Wrote {out / 'graph.ttl'}{page}", soft_wrap=True)
