"""`kg build`: articles in, graph.ttl and graph.html out."""

from __future__ import annotations

import shlex
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.choosing import PRECISION, knowledge
from kg.cli.decide import FILE
from kg.cli.progress import tracked
from kg.cli.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from kg.errors import KgError
    from kg.ingest import Metadata
    from kg.knowledge import Knowledge
    from kg.knowledge.gate import Precision
    from kg.pipeline import Built
    from kg.records import Document, DocumentRecord


@click.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-o", "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("out"), show_default=True)
@click.option("--model", help="An installed spaCy pipeline or a path to one, in place of the one that comes with kg.")
@PRECISION
@click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), help="When articles were published that do not say so themselves."
)
@click.option("--outlet", help="Who published articles that do not say so themselves.")
@click.option(
    "--columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="What a table or export calls id, date, outlet, title, url or text, where it is not guessed; repeatable.",
)
@click.option("--base", help="The IRI that every minted IRI begins with.")
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help=f"The CSV file of human decisions (default: {FILE}, if there is one).",
)
@click.option("--cache", type=click.Path(path_type=Path), help="A folder of records: a rebuild reads what changed.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that read articles.")
@click.option("--store", type=click.Path(path_type=Path), help="A folder for the graph as an Oxigraph store as well.")
@click.option("--texts", type=click.Path(path_type=Path), help="A folder for the texts, so that anybody can verify.")
@click.option("--follow", is_flag=True, help="Read files that manifests and links name outside their folder.")
@click.option("--strict", is_flag=True, help="End at the first article that can not be read, and write nothing.")
@click.option(
    "--seconds", default=300.0, show_default=True, type=click.FloatRange(0.1), help="What reading one article may take."
)
@click.option(
    "--memory", default=4096, show_default=True, type=click.IntRange(64), help="MiB that reading one article may take."
)
@click.option("--view/--no-view", default=True, show_default=True, help="Write graph.html beside graph.ttl.")
def command(
    sources: tuple[Path, ...],
    out: Path,
    model: str | None,
    precision: Precision,
    date: datetime | None,
    outlet: str | None,
    columns: tuple[str, ...],
    base: str | None,
    decisions: Path | None,
    cache: Path | None,
    workers: int,
    store: Path | None,
    texts: Path | None,
    follow: bool,
    strict: bool,
    seconds: float,
    memory: int,
    view: bool,
) -> None:
    """Read articles and write the knowledge graph.

    SOURCES are texts, Markdown, pages, Word and PDF files, e-mail, feeds, tables and exports (CSV, Excel, JSON, JSON
    lines), folders of them, manifests (CSV or JSONL), or - for standard input.

    \b
    kg build seeds/
    kg build news.jsonl -o out/june --workers 2 --cache .kg-cache
    """
    from kg.consolidate.decisions import read_decisions
    from kg.files import check_writable
    from kg.ingest import Metadata
    from kg.knowledge.namespaces import ID
    from kg.language import reads_events
    from kg.pipeline import build, keep_texts, read_documents
    from kg.store.disk import check_replaceable, keep_store
    from kg.store.graph import format_of
    from kg.workers import Budget

    check_writable(out / "graph.ttl")
    if store:
        check_replaceable(store)
    decisions = decisions or FILE
    decided = read_decisions(decisions)
    problems = _Problems(strict)
    known = knowledge()
    about = Metadata(date=date.date() if date else None, outlet=outlet)
    documents = _documents(sources, problems, known, about, _columns(columns), follow=follow)
    if not documents:
        raise click.ClickException("no document could be read; nothing was written")
    reading = read_documents(
        documents,
        known,
        model=model,
        precision=precision,
        workers=workers,
        cache_folder=cache,
        budget=Budget(seconds, memory),
    )
    records = list(_reported(reading, len(documents), sources, problems))
    if not records:
        raise click.ClickException("no document could be read; nothing was written")
    built = build(records, out / "graph.ttl", known, base=base or ID, decisions=decided, lost=len(problems))
    for decision in built.stale:
        say(f"kg: {decisions}: {decision.action} {decision.left!r} no longer applies", err=True)
    written = [out / "graph.ttl"]
    if texts:
        keep_texts(records, texts, base=base or ID)
        written.append(texts)
    if store:
        keep_store(written[0], format_of(written[0]), store)
        written.append(store)
    if view:
        written += _page(out, known)
    _summary(built, len(records), written, lost=len(problems))
    if not reads_events(model):
        say(f"{model} has no reader of events: the lexicon alone said which words tell of one")
    if problems:
        raise click.exceptions.Exit(1)


class _Problems(list["KgError"]):
    """What could not be read, told as it comes; where we are strict, the first of it ends all."""

    def __init__(self, strict: bool) -> None:
        super().__init__()
        self._strict = strict

    def tell(self, problem: KgError) -> None:
        """Say what can not be read; what only is of another kind is no loss."""
        from kg.errors import LeftOut

        if isinstance(problem, LeftOut):
            say(f"kg: {problem}", err=True)
            return
        if self._strict:
            raise problem
        self.append(problem)
        say(f"kg: {problem}", err=True)


def _page(out: Path, known: Knowledge) -> list[Path]:
    """Write the page of the graph; where there is nothing to draw, leave none of another graph beside it."""
    from kg.view import EmptyError, render

    page = out / "graph.html"
    try:
        return [render(out / "graph.ttl", page, known)]
    except EmptyError as error:
        page.unlink(missing_ok=True)
        say(f"kg: {error.problem}: there is no page to draw", err=True)
        return []


def _columns(given: Sequence[str]) -> dict[str, str]:
    from kg.ingest.columns import FIELDS

    columns = dict(each.partition("=")[::2] for each in given)
    for field, name in columns.items():
        if field not in FIELDS or not name:
            raise click.UsageError(f"--columns {field}={name}: write FIELD=NAME, FIELD one of {', '.join(FIELDS)}.")
    return columns


def _documents(
    sources: Sequence[Path],
    problems: _Problems,
    known: Knowledge,
    about: Metadata,
    columns: Mapping[str, str],
    *,
    follow: bool,
) -> list[Document]:
    from kg.ingest import read
    from kg.ingest.dateline import yearless_dateline

    documents = list(
        read(sources, known.boilerplate, on_problem=problems.tell, about=about, columns=columns, follow=follow)
    )
    for document in documents:
        day = yearless_dateline(document.text.splitlines()) if document.date is None else None
        if day is not None:
            told = f'its dateline says "{day}" without a year, so that days such as "on Friday" stay open'
            say(f"kg: {document.id}: {told}: give its date in a manifest or its metadata", err=True)
    return documents


def _reported(
    reading: Iterator[DocumentRecord | KgError], total: int, sources: Sequence[Path], problems: _Problems
) -> Iterator[DocumentRecord]:
    """Show a bar on a terminal, say which documents tell nothing and why, and leave those out that can not be read.

    What was left out of the others is dropped: nothing behind asks for it, and it takes more memory than the rest.
    """
    from kg.errors import KgError

    for record in tracked(reading, total):
        if isinstance(record, KgError):
            problems.tell(record)
            continue
        if not record.events:
            say(f"kg: {record.document.id}: {_nothing(record, sources)}", err=True)
        yield replace(record, event_mentions=())


def _nothing(record: DocumentRecord, sources: Sequence[Path]) -> str:
    """Say why a document tells no event: how many mentions were left out, and for what most of them."""
    place = f"{record.document.id}:0-{len(record.document.text)}"
    folders = (word for source in sources for word in ("--documents", str(source)))
    command = shlex.join(["kg", "explain", "--why-not", place, *folders])
    reasons = Counter(m.fate.because.partition(":")[0] for m in record.event_mentions if m.fate is not None)
    if not reasons:
        return f"no event: no word of it was taken for one (see {command})"
    (commonest, count), read = reasons.most_common(1)[0], sum(reasons.values())
    mentions = "1 event mention was" if read == 1 else f"{read} event mentions were"
    which = "" if count == read else f"{count} of them: "
    return f"no event: {mentions} read and left out; {which}{commonest} (see {command})"


def _summary(built: Built, documents: int, written: Sequence[Path], *, lost: int) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("Class", "Nodes")
    for kind, count in sorted(built.nodes.items(), key=lambda pair: (-pair[1], pair[0])):
        table.add_row(kind, str(count))
    console = Console()
    console.print(table)
    left_out = f" ({lost} could not be read)" if lost else ""
    copied = f", {built.copies} of them copies that count as one source with their original," if built.copies else ","
    console.print(f"{documents} documents{left_out}{copied} {built.triples} triples", highlight=False)
    *others, last = (f"{path} (open it in a browser)" if path.suffix == ".html" else str(path) for path in written)
    console.print(f"Wrote {' and '.join(filter(None, (', '.join(others), last)))}", soft_wrap=True, highlight=False)
