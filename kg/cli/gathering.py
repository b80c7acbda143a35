"""Where the articles of a build come from: this machine reads its sources, or the machines of a cluster read theirs."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, TypedDict

import click

from kg.cli.progress import tracked
from kg.cli.saying import note

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from kg.cli.making import Problems
    from kg.engine.spark import Cluster
    from kg.errors import KgError
    from kg.ingest import Metadata, Row
    from kg.knowledge import Knowledge
    from kg.knowledge.gate import Precision
    from kg.pipeline import Reader, Shelf
    from kg.records import Document, DocumentRecord


class Source(click.Path):
    """A path, or the address of a file or folder elsewhere (hdfs://, s3://, gs://, file://), which stays as it is."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Return an address as it is written, and a path as such; fail where it is empty, as an unset variable is."""
        from kg.engine.addresses import is_address

        if value == "":
            self.fail("an empty name is no file or folder; write . for this one.", param, ctx)

        return value if isinstance(value, str) and is_address(value) else super().convert(value, param, ctx)


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


def _columns(given: Sequence[str]) -> dict[str, str]:
    from kg.ingest.columns import FIELDS

    columns = dict(each.partition("=")[::2] for each in given)
    for field, name in columns.items():
        if field not in FIELDS or not name:
            raise click.UsageError(f"--columns {field}={name}: write FIELD=NAME, FIELD one of {', '.join(FIELDS)}.")
    return columns


def documents_of(sources: Sequence[Path], problems: Problems, known: Knowledge, options: Options) -> Iterator[Document]:
    """Yield the articles of the sources, and say which of them have no full date."""
    from kg.ingest import read
    from kg.workers import Budget

    found = read(
        sources,
        known.boilerplate,
        on_problem=problems.tell,
        about=_about(options),
        columns=_columns(options["columns"]),
        follow=options["follow"],
        budget=Budget(options["seconds"], options["memory"]),
    )
    for document in found:
        _say_undated(document)
        yield document


@contextmanager
def elsewhere(sources: Sequence[Path | str], problems: Problems, reader: Reader, options: Options) -> Iterator[Cluster]:
    """Give the cluster that reads the sources."""
    from kg.engine.orders import Orders
    from kg.engine.spark import cluster
    from kg.pipeline import keys_of
    from kg.workers import Budget

    if "-" in map(str, sources):
        raise click.UsageError("Standard input is read by the local engine: save it as a file.")
    files = list(enumerate(chain.from_iterable(_rows(source, problems, options) for source in sources)))
    if not files:
        raise click.ClickException("no document could be read; nothing was written")
    folder = reader.knowledge.folder
    keys = keys_of(reader.model, reader.knowledge, reader.precision)
    columns = tuple(_columns(options["columns"]).items())
    budget = reader.budget or Budget()
    orders = Orders(folder, reader.model, reader.precision, budget, _about(options), columns, keys)
    work = options["work"] or str(options["out"].resolve() / "spark")
    with cluster(options["master"], files, orders, work) as there:
        yield there


def documents_read_elsewhere(there: Cluster, problems: Problems, kept: Shelf) -> Iterator[Document]:
    """Yield the articles of the sources, all of which are on the shelf then: a cluster read those that were not.

    What could not be read is said, and left out.
    """
    from kg.cache import Layer
    from kg.records import Document, DocumentRecord
    from kg.serialize import to_json

    held = kept.cache.keys(Layer.RECORD)
    for found in tracked(_found_elsewhere(there, held), None):
        if isinstance(found, DocumentRecord):
            kept.cache.put([(Layer.RECORD, kept.keys.record(found.document), to_json(found))])
            yield found.document
        elif isinstance(found, Document):
            yield found
        else:
            problems.tell(found)


def read_elsewhere(there: Cluster) -> Iterator[DocumentRecord | KgError]:
    """Yield what the machines of a cluster read of the sources, and say what has no full date."""
    from kg.records import Document

    found = _found_elsewhere(there, ())
    return (one for one in found if not isinstance(one, Document))  # of which there is none, as nothing is held


def _found_elsewhere(there: Cluster, held: Sequence[str]) -> Iterator[DocumentRecord | Document | KgError]:
    """Yield the records that a cluster reads of the sources, and the articles themselves whose record is held."""
    from kg.errors import KgError
    from kg.records import DocumentRecord

    for found in there.read(held=held):
        if not isinstance(found, KgError):
            _say_undated(found.document if isinstance(found, DocumentRecord) else found)
        yield found


def _rows(source: Path | str, problems: Problems, options: Options) -> Iterator[Row]:
    """Yield the files of a source, or say why there are none."""
    from kg.engine.addresses import rows_at
    from kg.errors import InputError
    from kg.ingest import rows_of

    if not isinstance(source, str):
        # Each machine has a working folder of its own.
        rows = rows_of([source], on_problem=problems.tell, follow=options["follow"])
        yield from (row._replace(file=row.file.absolute()) for row in rows)
        return
    try:
        yield from rows_at(source)
    except InputError as error:
        problems.tell(error)


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
        note(f"kg: {document.id}: {problem}: give its date by --date, a manifest or its metadata")
