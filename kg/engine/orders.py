"""What a machine does that reads a share of the articles: Arrow batches in, Arrow batches out. It knows no engine."""

from __future__ import annotations

import multiprocessing
import pickle
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import msgspec

from kg.engine.addresses import fetched, is_address
from kg.engine.rows import batches_of
from kg.errors import InputError, KgError, LeftOut, ModelError
from kg.ingest import LONGEST, articles_of, taken
from kg.knowledge import load as load_knowledge
from kg.language import load
from kg.pipeline import Reader, keys_of, read_with
from kg.records import Document, DocumentRecord
from kg.serialize import to_json
from kg.workers import collecting_seldom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pyarrow import RecordBatch

    from kg.ingest import Metadata, Row
    from kg.knowledge import Knowledge
    from kg.knowledge.gate import Precision
    from kg.pipeline import Keys
    from kg.workers import Budget

FILES: Final = "source long, row binary"
"""A file: its place among all, and what `kg.ingest.rows_of` says of it."""
ARTICLES: Final = "id string, source long, number long, place string, document binary, key string, problem binary"
"""An article of a file, by its place in it, as JSON, with the key of its record, or why there is none."""
RECORDS: Final = "id string, record binary, document binary, problem binary"
"""What an article says, as `kg.serialize.to_json` tells it; itself, where that is held; why it can not be read."""
THINGS: Final = "number long, thing binary"
RESULTS: Final = "number long, result binary, problem binary"
"""What is made of things that are worked on, or why nothing can be made of one."""
_pipeline: Final = cache(load)
"""The pipeline, opened once a process."""


@dataclass(frozen=True, slots=True)
class Orders:
    """With what all machines read, and the keys by which each of them knows that it reads as the others."""

    ontology: Path
    model: str | None
    precision: Precision
    budget: Budget
    about: Metadata
    columns: tuple[tuple[str, str], ...]
    keys: Keys


def find(orders: Orders, batches: Iterable[RecordBatch]) -> Iterator[RecordBatch]:
    """Yield the ARTICLES of FILES, and what is wrong with others."""
    yield from batches_of(_found(orders, batches), ARTICLES)


def read(orders: Orders, batches: Iterable[RecordBatch]) -> Iterator[RecordBatch]:
    """Yield the RECORDS of articles, each with the place of the first of its id where that is another one.

    Those whose record is held are handed on as they are. A document on which a process dies, or which takes more
    than its budget, costs that document alone.
    """
    yield from batches_of((each for batch in batches for each in _read(orders, batch.to_pylist())), RECORDS)


def work(
    orders: Orders, set_up: Callable[[Knowledge], Callable[[Any], Any]], batches: Iterable[RecordBatch]
) -> Iterator[RecordBatch]:
    """Yield the RESULTS of THINGS, by the function that is set up here."""
    yield from batches_of(_worked(set_up(_knowledge(orders)), batches), RESULTS)


def thing_of(data: bytes) -> Any:
    """Return what was sent to a machine or came back from it."""
    return pickle.loads(data)  # noqa: S301 (as `_told` of them)


def problem_of(data: bytes) -> KgError:
    """Return a problem as a machine told it."""
    problem = pickle.loads(data)  # noqa: S301 (only `_told` of these very machines writes it)
    assert isinstance(problem, KgError)  # noqa: S101 (as above)
    return problem


def _found(orders: Orders, batches: Iterable[RecordBatch]) -> Iterator[tuple[Any, ...]]:
    for row in (row for batch in batches for row in batch.to_pylist()):
        file, problems = pickle.loads(row["row"]), list[KgError]()  # noqa: S301 (who gave the orders wrote it)
        number = 0
        for place, documents in _articles(orders, file, problems):
            yield from _problems(problems, row["source"])
            if len(documents) > 1:
                ids = f"{documents[0].id} to {documents[-1].id}"
                problem = f"has more than {LONGEST:,} characters and is read in parts, {ids}"
                problems.append(LeftOut(problem, place=place))
            for document in documents:
                number += 1
                told = msgspec.json.encode(document)
                yield document.id, row["source"], number, place, told, orders.keys.record(document), None
        yield from _problems(problems, row["source"])


def _articles(orders: Orders, row: Row, problems: list[KgError]) -> Iterator[tuple[str, tuple[Document, ...]]]:
    """Yield the articles of a file as `articles_of` does, be it of this machine or at an address."""
    patterns, columns = _knowledge(orders).boilerplate, dict(orders.columns)
    if not is_address(row.place):
        yield from articles_of(row, patterns, on_problem=problems.append, about=orders.about, columns=columns)
        return

    def report(problem: KgError) -> None:
        problem.place = (problem.place or "").replace(str(here.file), row.place)
        problems.append(problem)

    try:
        with fetched(row) as here:
            for place, documents in articles_of(here, patterns, on_problem=report, about=orders.about, columns=columns):
                yield place.replace(str(here.file), row.place), documents
    except InputError as error:
        problems.append(error)


def _problems(problems: list[KgError], source: int) -> Iterator[tuple[Any, ...]]:
    yield from (("", source, 0, problem.place, None, None, _told(problem)) for problem in problems)
    problems.clear()


def _worked(do: Callable[[Any], Any], batches: Iterable[RecordBatch]) -> Iterator[tuple[Any, ...]]:
    with collecting_seldom():
        for row in (row for batch in batches for row in batch.to_pylist()):
            try:
                yield row["number"], pickle.dumps(do(thing_of(row["thing"]))), None
            except KgError as error:  # it ends all, where it was asked for
                yield row["number"], None, _told(error)


def _read(orders: Orders, rows: list[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    for row in (row for row in rows if row["first"] is not None):
        yield row["id"], None, None, _told(taken(row["id"], row["first"], place=row["place"]))
    own = [row for row in rows if row["first"] is None]
    yield from ((row["id"], None, row["document"], None) for row in own if row["held"])
    documents = [msgspec.json.decode(row["document"], type=Document) for row in own if not row["held"]]
    if not documents:
        return
    reader = Reader(_knowledge(orders), orders.model, orders.precision, budget=orders.budget)
    # A process that is forked has the pipeline of its parent; elsewhere each opens its own.
    nlp = _pipeline(orders.model) if multiprocessing.get_start_method() == "fork" else None
    for document, found in zip(documents, read_with(reader, documents, nlp=nlp), strict=True):
        if isinstance(found, DocumentRecord):
            yield document.id, to_json(found), None, None
        else:
            yield document.id, None, None, _told(found)


def _told(problem: KgError) -> bytes:
    return pickle.dumps(problem)


@cache
def _knowledge(orders: Orders) -> Knowledge:
    """Return the ontology, once a process; ModelError where this machine would read other than the one that asks."""
    knowledge = load_knowledge(orders.ontology)
    if keys_of(orders.model, knowledge, orders.precision) != orders.keys:
        remedy = "give every machine the same version of kg, of its libraries and of the ontology"
        raise ModelError("a machine would read other than the one that asks", place=str(orders.ontology), remedy=remedy)
    return knowledge
