"""`kg build`: articles in, graph.ttl and graph.html out."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from kg.cli.choosing import PRECISION, knowledge
from kg.cli.decide import FILE
from kg.cli.making import Problems, Wanted, make
from kg.cli.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from typing import Unpack

    from kg.errors import KgError
    from kg.ingest import Metadata
    from kg.knowledge import Knowledge
    from kg.knowledge.gate import Precision
    from kg.pipeline import Reader
    from kg.records import Document, DocumentRecord


class Options(TypedDict):
    """What the options say, each under its name."""

    out: Path
    model: str | None
    precision: Precision
    date: datetime | None
    outlet: str | None
    columns: tuple[str, ...]
    base: str | None
    decisions: Path | None
    cache: Path | None
    collection: Path | None
    add: bool
    shard: str | None
    workers: int
    engine: str
    master: str
    work: str | None
    store: Path | None
    texts: Path | None
    ntriples: Path | None
    follow: bool
    strict: bool
    seconds: float
    memory: int
    view: bool


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
@click.option(
    "--collection",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder that holds what was read: only new or changed articles are read, and those that are gone forgotten.",
)
@click.option("--add", is_flag=True, help="Keep what else is in the collection, too.")
@click.option(
    "--shard",
    metavar="PART/PARTS",
    help="Read only this share of the articles into the collection, 1/8 say; kg merge puts the shares together.",
)
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that read articles.")
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="What reads the articles: this machine, or Apache Spark on many (pip install 'newskg[spark]').",
)
@click.option("--master", default="local[*]", show_default=True, metavar="URL", help="The cluster that Spark reads on.")
@click.option("--work", metavar="FOLDER", help="Where Spark keeps what it read, on a disk of all machines [OUT/spark].")
@click.option("--store", type=click.Path(path_type=Path), help="A folder for the graph as an Oxigraph store as well.")
@click.option("--texts", type=click.Path(path_type=Path), help="A folder for the texts, so that anybody can verify.")
@click.option(
    "--ntriples",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder for the graph in parts, to bulk load.",
)
@click.option("--follow", is_flag=True, help="Read files that manifests and links name outside their folder.")
@click.option("--strict", is_flag=True, help="End at the first article that can not be read, and write nothing.")
@click.option(
    "--seconds", default=300.0, show_default=True, type=click.FloatRange(0.1), help="What reading one article may take."
)
@click.option(
    "--memory", default=4096, show_default=True, type=click.IntRange(64), help="MiB that reading one article may take."
)
@click.option("--view/--no-view", default=True, show_default=True, help="Write graph.html beside graph.ttl.")
def command(sources: tuple[Path, ...], **options: Unpack[Options]) -> None:
    """Read articles and write the knowledge graph.

    SOURCES are texts, Markdown, pages, Word and PDF files, e-mail, feeds, tables and exports (CSV, Excel, JSON, JSON
    lines, Parquet), crawls (WARC), folders of them, manifests (CSV or JSONL), or - for standard input.

    \b
    kg build seeds/
    kg build news.jsonl -o out/june --workers 2 --cache .kg-cache
    kg build today/ --collection archive --add
    kg build /mnt/crawls -o /mnt/out --engine spark --master spark://host:7077
    """
    from kg.knowledge.namespaces import ID
    from kg.language import reads_events
    from kg.pipeline import Reader, share_of
    from kg.workers import Budget

    _check(options)
    share = _share(options["shard"], options["collection"])
    problems, known = Problems(options["strict"]), knowledge()
    budget = Budget(options["seconds"], options["memory"])
    reader = Reader(known, options["model"], options["precision"], options["workers"], budget)
    wanted = Wanted(
        options["out"],
        options["base"] or ID,
        options["decisions"] or FILE,
        options["store"],
        options["texts"],
        options["view"],
        collects=options["collection"] is not None,
        ntriples=options["ntriples"],
    )
    if options["engine"] == "spark":
        make(
            (), reader, wanted, problems, None, sources=sources, reading=_elsewhere(sources, problems, reader, options)
        )
    else:
        documents = _documents(sources, problems, known, options)
        if share is not None:
            documents = share_of(documents, *share)
        if not documents and not options["add"]:
            raise click.ClickException("no document could be read; nothing was written")
        _make(documents, reader, wanted, problems, options, sources)
    if not reads_events(options["model"]):
        say(f"{options['model']} has no reader of events: the lexicon alone said which words tell of one")
    if problems:
        raise click.exceptions.Exit(1)


def _check(options: Options) -> None:
    """Refuse options that say nothing together, and places that can not be written, before anything is read."""
    from kg.files import check_writable
    from kg.store.disk import check_replaceable

    if options["add"] and options["collection"] is None:
        raise click.UsageError("--add needs a --collection to add to.")
    if options["cache"] and options["collection"]:
        raise click.UsageError("A --collection keeps what a --cache keeps: give one of the two.")
    for name, value in (
        ("cache", options["cache"]),
        ("collection", options["collection"]),
        ("shard", options["shard"]),
    ):
        if options["engine"] == "spark" and value:
            raise click.UsageError(f"--{name} is of the local engine: Spark keeps what it read in --work.")
    check_writable(options["out"] / "graph.ttl")
    if options["store"]:
        check_replaceable(options["store"])


def _make(
    documents: list[Document],
    reader: Reader,
    wanted: Wanted,
    problems: Problems,
    options: Options,
    sources: Sequence[Path],
) -> None:
    """Make the graph, in its collection or with its cache where there is one, which no other build uses meanwhile."""
    from kg.cache import alone
    from kg.pipeline import added, difference, shelf

    collection = options["collection"]
    folder = collection or options["cache"]
    with (
        nullcontext() if collection is None else alone(collection),
        nullcontext() if folder is None else shelf(folder, reader) as kept,
    ):
        if kept is not None and collection is not None:
            documents = added(documents, kept.cache) if options["add"] else documents
            say(f"{collection}: {difference(documents, kept.cache)}", err=True)
        make(documents, reader, wanted, problems, kept, sources=sources)


def _share(shard: str | None, collection: Path | None) -> tuple[int, int] | None:
    if shard is None:
        return None
    if collection is None:
        raise click.UsageError("--shard needs a --collection, which kg merge takes.")
    part, _, parts = shard.partition("/")
    if not (part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts)):
        raise click.UsageError(f"--shard {shard}: write PART/PARTS, PART from 1 to PARTS.")
    return int(part), int(parts)


def _columns(given: Sequence[str]) -> dict[str, str]:
    from kg.ingest.columns import FIELDS

    columns = dict(each.partition("=")[::2] for each in given)
    for field, name in columns.items():
        if field not in FIELDS or not name:
            raise click.UsageError(f"--columns {field}={name}: write FIELD=NAME, FIELD one of {', '.join(FIELDS)}.")
    return columns


def _documents(sources: Sequence[Path], problems: Problems, known: Knowledge, options: Options) -> list[Document]:
    """Return the articles of the sources, and say which of them have no full date."""
    from kg.ingest import read

    found = read(
        sources,
        known.boilerplate,
        on_problem=problems.tell,
        about=_about(options),
        columns=_columns(options["columns"]),
        follow=options["follow"],
    )
    documents = list(found)
    for document in documents:
        _say_undated(document)
    return documents


def _elsewhere(
    sources: Sequence[Path], problems: Problems, reader: Reader, options: Options
) -> Iterator[DocumentRecord | KgError]:
    """Yield what the machines of a cluster read of the sources, and say what has no full date."""
    from kg.engine.orders import Orders
    from kg.engine.spark import read_on
    from kg.ingest import rows_of
    from kg.pipeline import keys_of
    from kg.records import DocumentRecord
    from kg.workers import Budget

    if "-" in map(str, sources):
        raise click.UsageError("Standard input is read by the local engine: save it as a file.")
    files = list(enumerate(rows_of(sources, on_problem=problems.tell, follow=options["follow"])))
    if not files:
        raise click.ClickException("no document could be read; nothing was written")
    folder = reader.knowledge.folder
    keys = keys_of(reader.model, reader.knowledge, reader.precision)
    columns = tuple(_columns(options["columns"]).items())
    budget = reader.budget or Budget()
    orders = Orders(folder, reader.model, reader.precision, budget, _about(options), columns, keys)
    work = options["work"] or str(options["out"].resolve() / "spark")
    for found in read_on(options["master"], files, orders, work):
        if isinstance(found, DocumentRecord):
            _say_undated(found.document)
        yield found


def _about(options: Options) -> Metadata:
    """Return what is said of all articles."""
    from kg.ingest import Metadata

    date = options["date"]
    return Metadata(date=date.date() if date else None, outlet=options["outlet"])


def _say_undated(document: Document) -> None:
    from kg.ingest.dateline import yearless_dateline

    day = yearless_dateline(document.text.splitlines()) if document.date is None else None
    if day is not None:
        problem = f'its dateline says "{day}" without a year, so that days such as "on Friday" stay open'
        say(f"kg: {document.id}: {problem}: give its date in a manifest or its metadata", err=True)
