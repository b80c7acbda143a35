"""`kg evaluate`: score a build against gold annotations."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.choosing import PRECISION, knowledge
from kg.cli.progress import tracked
from kg.cli.saying import loudness, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import Store

    from kg.errors import KgError
    from kg.evaluate import Gold, Mistake, Report
    from kg.knowledge import Knowledge
    from kg.knowledge.gate import Precision
    from kg.records import Document, DocumentRecord

_COLUMNS = ("row", "precision", "recall", "f1", "right", "extra", "missed")
_ROWS = (
    *("people", "person country", "countries", "weapons", "weapon class", "calls", "calls (who)", "meetings"),
    *("meetings (who)", "attacks", "attacks (who)", "figures", "transfers", "transfer status", "statements"),
)
_EXISTING = click.Path(path_type=Path, exists=True)


@click.command("evaluate")
@click.argument("folder", metavar="DIR", type=_EXISTING)
@click.option(
    "--graph", type=click.Path(path_type=Path), help="Score this graph, in place of one built from the texts."
)
@click.option("--documents", multiple=True, type=_EXISTING, help="Where the texts are, if not in DIR; may be repeated.")
@click.option("--model", help="An installed spaCy pipeline or a path to one, in place of the one that comes with kg.")
@PRECISION
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to write the scores.",
)
@click.option("--errors", metavar="ROW", type=click.Choice(_ROWS), help="List what a row of the table got wrong.")
@loudness
def command(
    folder: Path,
    graph: Path | None,
    documents: tuple[Path, ...],
    model: str | None,
    precision: Precision,
    form: str,
    errors: str | None,
) -> None:
    """Score the reading of texts against gold annotations.

    DIR holds X.txt and X.json for each document X, or documents.jsonl and gold.jsonl. A gold object has any of people
    (name, mentions, country), countries (code), weapons (mention, class), calls and meetings (participants, date),
    attacks (attacker, target, date, weapons with class and count, killed, injured), transfers (supplier, recipient,
    weapon, class, count, status), statements (speaker, quote); "optional": true on one counts neither way, "complete"
    lists the kinds that are annotated in full, "ignore" names to overlook, "doc" the date, title and outlet.

    \b
    kg evaluate gold/
    kg evaluate gold/ --graph out/graph.ttl --errors calls
    """
    from kg.evaluate import evaluate, read_gold
    from kg.pipeline import read_documents
    from kg.store.graph import load

    golds = read_gold(folder)
    known = knowledge()
    texts = [] if graph else _documents(folder, documents, golds, known)
    reading = read_documents(texts, known, model=model, precision=precision)
    store = load(graph) if graph else _built(reading, len(texts), known)
    report = evaluate(store, golds, known.words.names)
    _show(report, [mistake for mistake in report.mistakes if mistake.row == errors], form, errors=errors)


def _documents(folder: Path, sources: Sequence[Path], golds: Sequence[Gold], known: Knowledge) -> list[Document]:
    """Read the annotated texts; what the gold annotations know of a document goes before what its text says."""
    from kg.errors import InputError
    from kg.ingest import read

    about = {gold.id: gold for gold in golds}

    def report(problem: KgError) -> None:
        say(f"kg: {problem}", err=True)

    found = [
        replace(
            document,
            date=about[document.id].date or document.date,
            title=about[document.id].title or document.title,
            outlet=about[document.id].outlet or document.outlet,
        )
        for document in read(sources or _texts(folder, about), known.boilerplate, on_problem=report)
        if document.id in about
    ]
    if not found:
        remedy = "name their place with --documents, or a graph with --graph"
        raise InputError("none of the annotated texts is there", place=str(folder), remedy=remedy)
    return found


def _texts(folder: Path, ids: Iterable[str]) -> list[Path]:
    """Return the files of a folder that are named like its annotations, or its documents.jsonl."""
    home = folder if folder.is_dir() else folder.parent
    lines = home / "documents.jsonl"
    if lines.is_file():
        return [lines]
    wanted = set(ids)
    return sorted(path for path in home.iterdir() if path.stem in wanted and path.suffix != ".json")


def _built(reading: Iterable[DocumentRecord | KgError], total: int, known: Knowledge) -> Store:
    """Build the graph of documents as they are read, leaving no file behind."""
    from tempfile import TemporaryDirectory

    from kg.errors import KgError
    from kg.pipeline import build
    from kg.store.graph import load

    def read() -> Iterator[DocumentRecord]:
        for record in tracked(reading, total):
            if isinstance(record, KgError):
                say(f"kg: {record}", err=True)
            else:
                yield record

    with TemporaryDirectory() as folder:
        build(read(), Path(folder) / "graph.ttl", known)
        return load(Path(folder) / "graph.ttl")


def _show(report: Report, mistakes: Sequence[Mistake], form: str, *, errors: str | None) -> None:
    if form == "json":
        _show_json(report, mistakes, errors=errors)
    elif form == "csv":
        _show_csv(mistakes if errors else None, report)
    else:
        _show_table(report, mistakes)


def _cells(report: Report) -> Iterator[tuple[str, ...]]:
    order = {row: place for place, row in enumerate(_ROWS)}
    for score in sorted(report.scores, key=lambda score: order[score.row]):
        shares = (f"{share:.3f}" for share in (score.precision, score.recall, score.f1))
        yield score.row, *shares, str(score.right), str(score.extra), str(score.missed)


def _show_json(report: Report, mistakes: Sequence[Mistake], *, errors: str | None) -> None:
    import json

    scores = {
        score.row: {
            "right": score.right,
            "extra": score.extra,
            "missed": score.missed,
            "precision": round(score.precision, 4),
            "recall": round(score.recall, 4),
            "f1": round(score.f1, 4),
        }
        for score in report.scores
    }
    whole: dict[str, object] = {"documents": report.documents, "absent": report.absent, "scores": scores}
    if errors:
        whole["errors"] = [{"document": m.document, "what": m.what, "text": m.text} for m in mistakes]
    click.echo(json.dumps(whole, ensure_ascii=False, indent=2))


def _show_csv(mistakes: Sequence[Mistake] | None, report: Report) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    if mistakes is None:
        writer.writerow(_COLUMNS)
        writer.writerows(_cells(report))
    else:
        writer.writerow(("document", "what", "text"))
        writer.writerows((mistake.document, mistake.what, mistake.text) for mistake in mistakes)


def _show_table(report: Report, mistakes: Sequence[Mistake]) -> None:
    from rich.console import Console
    from rich.table import Table

    absent = f", {len(report.absent)} of them not in the graph" if report.absent else ""
    table = Table(title=f"{report.documents} documents{absent}")
    for name in _COLUMNS:
        table.add_column(name, justify="left" if name == "row" else "right")
    for cells in _cells(report):
        table.add_row(*cells)
    Console().print(table)
    for mistake in mistakes:
        say(f"{mistake.what:6} {mistake.document}: {mistake.text}")
