"""What every command that builds a graph does: read what is new, write the graph and its page, say what came of it."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.progress import tracked
from kg.cli.saying import detail, is_quiet, note, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.cache import Cache
    from kg.errors import KgError
    from kg.knowledge import Knowledge
    from kg.pipeline import Built, Reader, Shelf
    from kg.records import Document, DocumentRecord
    from kg.spread import Spread
    from kg.workers import Budget

_PLACES = ("out", "decisions", "store", "texts", "ntriples")
_MAKING = "making"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a build writes, the file of the decisions that it replays, and whether it makes a collection."""

    out: Path
    base: str
    decisions: Path
    store: Path | None = None
    texts: Path | None = None
    view: bool = True
    collects: bool = False
    ntriples: Path | None = None

    @property
    def graph(self) -> Path:
        """The file of the graph."""
        return self.out / "graph.ttl"


class Problems(list["KgError"]):
    """What could not be read, told as it comes; where we are strict, the first of it ends all."""

    def __init__(self, strict: bool, *, lost: int = 0) -> None:
        super().__init__()
        self._strict = strict
        self._lost = lost

    @property
    def lost(self) -> int:
        """How many articles could not be read, with those of which an earlier build said so."""
        return self._lost + len(self)

    def tell(self, problem: KgError) -> None:
        """Say what can not be read; what only is of another kind is no loss."""
        from kg.errors import LeftOut

        if isinstance(problem, LeftOut):
            note(f"kg: {problem}")
            return
        if self._strict:
            raise problem
        self.append(problem)
        say(f"kg: {problem}", err=True)


def make(
    documents: Sequence[Document],
    reader: Reader,
    wanted: Wanted,
    problems: Problems,
    kept: Shelf | None,
    *,
    sources: Sequence[Path] = (),
    reading: Iterator[DocumentRecord | KgError] | None = None,
    spread: Spread | None = None,
) -> None:
    """Write all that is wanted of documents, and say so; what was made of the same is left as it is.

    Where the `reading` goes on elsewhere, and nothing is kept, the documents come with it; what of the graph depends on
    one of them alone is `spread` there.
    """
    from kg.spread import beside
    from kg.store.disk import keep_store
    from kg.store.graph import format_of
    from kg.store.parts import keep_parts

    spread = spread or beside(reader.knowledge, reader.workers)
    built, count = _graph(documents, reader, wanted, problems, kept, sources, reading, spread)
    for decision in built.stale:
        say(f"kg: {wanted.decisions}: {decision.action} {decision.left!r} no longer applies", err=True)
    written = [wanted.graph]
    if wanted.texts:
        written.append(wanted.texts)
    if wanted.store:
        keep_store(wanted.graph, format_of(wanted.graph), wanted.store)
        written.append(wanted.store)
    if wanted.ntriples:
        keep_parts(wanted.graph, wanted.ntriples)
        written.append(wanted.ntriples)
    if wanted.view:
        written += _page(wanted, reader.knowledge, kept, built)
    if not is_quiet():
        _summary(built, count, written, lost=problems.lost)


def _graph(
    documents: Sequence[Document],
    reader: Reader,
    wanted: Wanted,
    problems: Problems,
    kept: Shelf | None,
    sources: Sequence[Path],
    reading: Iterator[DocumentRecord | KgError] | None,
    spread: Spread,
) -> tuple[Built, int]:
    """Write the graph, if it is not there, and the texts; return what is in it and how many documents could be read."""
    from kg.consolidate.decisions import read_decisions
    from kg.pipeline import as_made, build, collect, gathered, graph_inputs, keep_texts, note_made, read_with

    knowledge, base, decided = reader.knowledge, wanted.base, read_decisions(wanted.decisions)
    lost, inputs = problems.lost, ""
    if kept is not None:
        inputs = graph_inputs(documents, kept, knowledge, base=base, decisions=decided, lost=lost)
        if (built := as_made(kept.cache, wanted.graph, inputs)) is not None:
            if wanted.collects:
                collect(documents, kept)
                remember(wanted, reader, lost, kept.cache)
            if wanted.texts:
                keep_texts(documents, [document.id for document in documents], wanted.texts, base=base)
            return built, len(documents)
    reading = reading or read_with(reader, documents, kept)
    with gathered(_reported(reading, len(documents) or None, sources, problems)) as records:
        if not records:
            raise click.ClickException("no document could be read; nothing was written")
        if kept is not None and wanted.collects:
            collect((record.document for record in records.values()), kept)
            remember(wanted, reader, problems.lost, kept.cache)
        how = partial(build, base=base, decisions=decided, lost=problems.lost, kept=kept, spread=spread)
        built = how(records, wanted.graph, knowledge)
        if kept is not None and problems.lost == lost:
            note_made(kept.cache, wanted.graph, inputs, built)
        if wanted.texts:
            keep_texts((each.document for each in records.values()), list(records), wanted.texts, base=base)
        return built, len(records)


def remember(wanted: Wanted, reader: Reader, lost: int, cache: Cache) -> None:
    """Note in a collection how its graph is made and how many articles could not be read."""
    places = {name: str(path.resolve()) for name in _PLACES if (path := getattr(wanted, name)) is not None}
    how = {"base": wanted.base, "view": wanted.view, "model": reader.model, "precision": reader.precision.value}
    cache.set(_MAKING, json.dumps({"places": places, **how, "lost": lost}).encode())


def remembered(cache: Cache, knowledge: Knowledge, budget: Budget) -> tuple[Wanted, Reader, int]:
    """Return what `remember` noted; InputError where no collection is in the folder."""
    from kg.errors import InputError
    from kg.knowledge.gate import Precision
    from kg.pipeline import Reader

    noted = cache.setting(_MAKING)
    if noted is None:
        remedy = "make one with kg build SOURCES --collection FOLDER"
        raise InputError("holds no collection", place=str(cache.folder), remedy=remedy)
    how = json.loads(noted)
    places = {name: Path(place) for name, place in how["places"].items()}
    wanted = Wanted(base=how["base"], view=how["view"], collects=True, **places)
    return wanted, Reader(knowledge, how["model"], Precision(how["precision"]), budget=budget), how["lost"]


def _page(wanted: Wanted, known: Knowledge, kept: Shelf | None, built: Built) -> list[Path]:
    """Write the page of the graph; where there is nothing to draw, leave none of another graph beside it."""
    from kg.pipeline import as_made, note_made, page_inputs

    page, inputs = wanted.out / "graph.html", page_inputs(wanted.graph, known)
    if kept is not None and as_made(kept.cache, page, inputs) is not None:
        return [page]
    from kg.view import EmptyError, render

    try:
        made = render(wanted.graph, page, known)
    except EmptyError as error:
        page.unlink(missing_ok=True)
        note(f"kg: {error.problem}: there is no page to draw")
        return []
    if kept is not None:
        note_made(kept.cache, page, inputs, built)
    return [made]


def _reported(
    reading: Iterator[DocumentRecord | KgError], total: int | None, sources: Sequence[Path], problems: Problems
) -> Iterator[DocumentRecord]:
    """Show a bar on a terminal, say which documents tell nothing and why, and leave those out that can not be read."""
    from kg.errors import KgError

    for record in tracked(reading, total):
        if isinstance(record, KgError):
            problems.tell(record)
            continue
        if not record.events:
            note(f"kg: {record.document.id}: {_nothing(record, sources)}")
        detail(f"{record.document.id}: {_read(record)}")
        yield record


def _read(record: DocumentRecord) -> str:
    """Say of what day a document is, and how many events it tells of how many mentions that were read."""
    day = record.document.date.isoformat() if record.document.date else "no date"
    return (
        f"{day}, {len(record.entities)} entities, {len(record.events)} of {len(record.event_mentions)} event mentions"
    )


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
    console.print(
        f"{documents} document{'' if documents == 1 else 's'}{left_out}{copied} {built.triples} triples",
        highlight=False,
    )
    *others, last = (f"{path} (open it in a browser)" if path.suffix == ".html" else str(path) for path in written)
    console.print(f"Wrote {' and '.join(filter(None, (', '.join(others), last)))}", soft_wrap=True, highlight=False)
