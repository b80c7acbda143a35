"""`kg build`: articles in, graph.ttl and graph.html out."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.choosing import MEMORY, OUT, PRECISION, WORKERS, Seconds, collection_option, knowledge
from kg.cli.decide import FILE
from kg.cli.gathering import Source, documents_of, documents_read_elsewhere, elsewhere, read_elsewhere
from kg.cli.making import Problems, Wanted, make
from kg.cli.saying import loudness, note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Unpack

    from kg.cli.gathering import Options
    from kg.pipeline import Reader, Shelf
    from kg.records import Document
    from kg.spread import Spread


_LONGEST = 20
"""Characters of a share, more than there are machines."""


@click.command()
@click.argument("sources", nargs=-1, required=True, type=Source(path_type=Path, allow_dash=True))
@OUT
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
@collection_option(
    "A folder that holds what was read: only new or changed articles are read, and those that are gone forgotten.",
    required=False,
)
@click.option("--add", is_flag=True, help="Keep what else is in the collection, too.")
@click.option(
    "--shard",
    metavar="PART/PARTS",
    help="Read only this share of the articles into the collection, 1/8 say; kg merge puts the shares together.",
)
@WORKERS
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
    "--seconds", default=300.0, show_default=True, type=Seconds(0.1), help="What reading one article may take."
)
@click.option("--memory", default=4096, show_default=True, type=MEMORY, help="MiB that reading one article may take.")
@click.option("--view/--no-view", default=True, show_default=True, help="Write graph.html beside graph.ttl.")
@loudness
def command(sources: tuple[Path | str, ...], **options: Unpack[Options]) -> None:
    """Read articles and write the knowledge graph.

    SOURCES are texts, Markdown, pages, Word, RTF and PDF files, e-mail, feeds, tables and exports (CSV, Excel, JSON,
    JSON lines, Parquet), crawls (WARC), folders of them, manifests (CSV or JSONL), or - for standard input; for Spark
    they may be addresses as well, such as s3://bucket/folder.

    \b
    kg build seeds/
    kg build news.jsonl -o out/june --workers 2 --cache .kg-cache
    kg build today/ --collection archive --add
    kg build /mnt/crawls -o /mnt/out --engine spark --master spark://host:7077
    """
    from kg.language import reads_events
    from kg.pipeline import Reader
    from kg.workers import Budget

    _check(options, sources)
    problems, known = Problems(options["strict"]), knowledge()
    budget = Budget(options["seconds"], options["memory"])
    reader = Reader(known, options["model"], options["precision"], options["workers"], budget)
    wanted = _wanted(options)
    paths = [source for source in sources if not isinstance(source, str)]
    with _kept(options, reader) as kept:
        if options["engine"] == "local":
            _make(documents_of(paths, problems, known, options), reader, wanted, problems, options, paths, kept)
        else:
            with elsewhere(sources, problems, reader, options) as there:
                if kept is not None:
                    found = documents_read_elsewhere(there, problems, kept)
                    _make(found, reader, wanted, problems, options, paths, kept, spread=there.spread)
                else:
                    read, spread = read_elsewhere(there), there.spread
                    make((), reader, wanted, problems, None, sources=paths, reading=read, spread=spread)
    if not reads_events(options["model"]):
        note(f"{options['model']} has no reader of events: the lexicon alone said which words tell of one")
    if problems:
        raise click.exceptions.Exit(1)


def _wanted(options: Options) -> Wanted:
    from kg.knowledge.namespaces import ID

    return Wanted(
        options["out"],
        options["base"] or ID,
        options["decisions"] or FILE,
        options["store"],
        options["texts"],
        options["view"],
        collects=options["collection"] is not None,
        ntriples=options["ntriples"],
    )


def _check(options: Options, sources: Sequence[Path | str]) -> None:
    """Refuse options that say nothing together, and places that can not be written, before anything is read."""
    from kg.files import check_writable
    from kg.store.disk import check_replaceable

    if options["engine"] == "local" and any(isinstance(source, str) for source in sources):
        problem = "Addresses such as s3://... are read by --engine spark: fetch the files for the local one."
        raise click.UsageError(problem)
    if options["add"] and options["collection"] is None:
        raise click.UsageError("--add needs a --collection to add to.")
    if options["cache"] and options["collection"]:
        raise click.UsageError("A --collection keeps what a --cache keeps: give one of the two.")
    for name, value in (("cache", options["cache"]), ("shard", options["shard"])):
        if options["engine"] == "spark" and value:
            raise click.UsageError(f"--{name} is of the local engine: --collection keeps what Spark read.")
    _share(options["shard"], options["collection"])
    if options["texts"]:
        _check_apart(options["texts"], sources)
    check_writable(options["out"] / "graph.ttl")
    if options["store"]:
        check_replaceable(options["store"])


def _check_apart(texts: Path, sources: Sequence[Path | str]) -> None:
    """Refuse a folder for texts among the articles: a text may have the name of the file that it was read from."""
    from kg.errors import InputError

    place = texts.resolve()
    for source in (source.resolve() for source in sources if not isinstance(source, str) and str(source) != "-"):
        if place == source.parent or place.is_relative_to(source):
            raise InputError("holds the articles themselves", place=str(texts), remedy="give --texts a folder apart")


@contextmanager
def _kept(options: Options, reader: Reader) -> Iterator[Shelf | None]:
    """Give the collection, which no other build uses meanwhile, or the cache; None where nothing is kept."""
    from kg.cache import alone
    from kg.pipeline import shelf

    folder = options["collection"] or options["cache"]
    with (
        nullcontext() if options["collection"] is None else alone(options["collection"]),
        nullcontext() if folder is None else shelf(folder, reader) as kept,
    ):
        yield kept


def _make(
    found: Iterator[Document],
    reader: Reader,
    wanted: Wanted,
    problems: Problems,
    options: Options,
    sources: Sequence[Path],
    kept: Shelf | None,
    *,
    spread: Spread | None = None,
) -> None:
    """Make the graph of articles, or of a share of them, with those of their collection where they are added to it."""
    from kg.pipeline import added, difference, share_of
    from kg.records import Document
    from kg.spool import waiting

    share = _share(options["shard"], options["collection"])
    with waiting(found if share is None else share_of(found, *share), Document) as told:
        if not told and not options["add"]:
            raise click.ClickException("no document could be read; nothing was written")
        documents: Sequence[Document] = told
        if kept is not None and wanted.collects:
            documents = added(told, kept.cache) if options["add"] else told
            note(f"{options['collection']}: {difference(documents, kept.cache)}")
        make(documents, reader, wanted, problems, kept, sources=sources, spread=spread)


def _share(shard: str | None, collection: Path | None) -> tuple[int, int] | None:
    if shard is None:
        return None
    if collection is None:
        raise click.UsageError("--shard needs a --collection, which kg merge takes.")
    part, _, parts = shard.partition("/")
    if not (part.isdecimal() and parts.isdecimal() and len(shard) < _LONGEST and 1 <= int(part) <= int(parts)):
        raise click.UsageError(f"--shard {shard}: write PART/PARTS, PART from 1 to PARTS.")
    return int(part), int(parts)
