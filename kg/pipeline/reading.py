"""Documents read one by one, in processes, and only where nothing is kept of them."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from functools import cache as once
from functools import partial
from typing import TYPE_CHECKING

from kg.cache import Layer, opened
from kg.errors import InputError, KgError, unforeseen
from kg.grammar.packed import pack, unpack
from kg.grammar.parses import parse
from kg.grammar.repairs import repaired
from kg.knowledge.gate import Precision
from kg.language import load
from kg.pipeline.keys import keys_of
from kg.pipeline.stages import read_annotated
from kg.records import DocumentRecord
from kg.serialize import from_json, to_json
from kg.workers import Budget, Loss, collecting_seldom, mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language

    from kg.cache import Cache
    from kg.knowledge import Knowledge
    from kg.pipeline.keys import Keys
    from kg.records import Document


@dataclass(frozen=True, slots=True)
class Reader:
    """What documents are read with, by how many processes, and what one may take (None: what it will, without one)."""

    knowledge: Knowledge
    model: str | None = None
    precision: Precision = Precision.BALANCED
    workers: int = 1
    budget: Budget | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a cache keeps of what a reader reads."""

    cache: Cache
    keys: Keys

    def unread(self, documents: Sequence[Document]) -> list[int]:
        """Return the numbers of the documents of which no record is kept."""
        sought = list(map(self.keys.record, documents))
        held = self.cache.holding(Layer.RECORD, sought)
        return [number for number, key in enumerate(sought) if key not in held]

    def record(self, document: Document) -> DocumentRecord | None:
        """Return the record of a document, None where there is none or it is damaged."""
        data = self.cache.get(Layer.RECORD, self.keys.record(document))
        try:
            return None if data is None else from_json(data)
        except InputError:
            return None


@dataclass(frozen=True, slots=True)
class _Task:
    """A document to read and, if it is kept, its parse."""

    document: Document
    parse: bytes | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a document says, or why it can not be read, with its parse where that is new and to be kept."""

    found: DocumentRecord | KgError
    parse: bytes | None


def read_documents(
    documents: Sequence[Document],
    knowledge: Knowledge,
    *,
    model: str | None = None,
    precision: Precision = Precision.BALANCED,
    workers: int = 1,
    cache_folder: Path | None = None,
    budget: Budget | None = None,
) -> Iterator[DocumentRecord | KgError]:
    """Yield the record of each document in turn, read with the packaged pipeline or the one named.

    In the place of a document that can not be read stands the error that says so, and the rest goes on. `workers`
    processes share the work, and with a budget one alone is a process, too; a document on which one dies or takes more
    than its budget can not be read. Records in the cache folder are not read again. The records are the same however
    many workers there are. Raises ModelError and, when the cache can not be written, InputError.
    """
    reader = Reader(knowledge, model, precision, workers, budget)
    with nullcontext() if cache_folder is None else shelf(cache_folder, reader) as kept:
        yield from read_with(reader, documents, kept)


@contextmanager
def shelf(folder: Path, reader: Reader) -> Iterator[Shelf]:
    """Give what a folder keeps of what the reader reads; InputError where it is no such folder."""
    with opened(folder) as cache:
        yield Shelf(cache, keys_of(reader.model, reader.knowledge, reader.precision))


def read_with(
    reader: Reader, documents: Sequence[Document], kept: Shelf | None = None, *, nlp: Language | None = None
) -> Iterator[DocumentRecord | KgError]:
    """Yield what `read_documents` does, with an open shelf or without one; `nlp` is the reader's pipeline, if open."""
    if kept is None:
        tasks = (_Task(document, None) for document in documents)
        ids = [document.id for document in documents]
        yield from (answer.found for answer in _answers(reader, ids, tasks, parses=True, keep=False, nlp=nlp))
        return
    missing = kept.unread(documents)
    fresh = _read_anew(reader, documents, missing, kept)
    waiting = set(missing)
    for number, document in enumerate(documents):
        record = None if number in waiting else kept.record(document)
        if record is not None:
            yield record
        elif number in waiting:
            yield next(fresh)
        else:
            # It was damaged, which nobody sees before it is asked for.
            yield from _read_anew(reader, documents, [number], kept)


def _read_anew(
    reader: Reader, documents: Sequence[Document], numbers: Sequence[int], kept: Shelf
) -> Iterator[DocumentRecord | KgError]:
    """Read the documents of these numbers from their parses, where these are kept, and keep what is new."""
    cache, keys = kept.cache, kept.keys
    sought = [keys.parse(documents[number]) for number in numbers]
    parses = not cache.holding(Layer.PARSE, sought).issuperset(sought)
    tasks = (_Task(documents[n], cache.get(Layer.PARSE, key)) for n, key in zip(numbers, sought, strict=True))
    answers = _answers(reader, [documents[number].id for number in numbers], tasks, parses=parses, keep=True)
    for number, answer in zip(numbers, answers, strict=True):
        document = documents[number]
        entries = []
        if answer.parse is not None:
            entries.append((Layer.PARSE, keys.parse(document), answer.parse))
        if isinstance(answer.found, DocumentRecord):
            entries.append((Layer.RECORD, keys.record(document), to_json(answer.found)))
        cache.put(entries)
        yield answer.found


def _answers(
    reader: Reader,
    ids: Sequence[str],
    tasks: Iterable[_Task],
    *,
    parses: bool,
    keep: bool,
    nlp: Language | None = None,
) -> Iterator[_Answer]:
    """Yield the answer to the task of each document in turn; `parses` says whether one of them needs the network."""
    if reader.budget is None and (reader.workers < 2 or len(ids) < 2):
        yield from map(_task_doer(reader, parses=parses, keep=keep, nlp=nlp), tasks)
        return
    set_up = partial(_task_doer, reader, parses=parses, keep=keep, nlp=nlp)
    crew = max(1, min(reader.workers, len(ids)))
    answers = mapped(set_up, tasks, workers=crew, budget=reader.budget or Budget())
    for id_, answer in zip(ids, answers, strict=True):
        if isinstance(answer, Loss):
            remedy = "leave it out or split it, and report it"
            yield _Answer(InputError(answer.problem, place=id_, remedy=remedy), None)
        else:
            yield answer


def _task_doer(reader: Reader, *, parses: bool, keep: bool, nlp: Language | None) -> Callable[[_Task], _Answer]:
    """Return the function that does a task; the network is opened now where one will need it."""
    pipeline = once(partial(_pipeline, reader.model, nlp))
    if parses:
        pipeline()
    return partial(_read, reader, pipeline, keep)


def _pipeline(model: str | None, there: Language | None) -> Language:
    return load(model) if there is None else there


def _read(reader: Reader, nlp: Callable[[], Language], keep: bool, task: _Task) -> _Answer:
    """Return the record or, whatever happens while the document is read, the error that names it."""
    document, new = task.document, None
    try:
        with collecting_seldom():
            if task.parse is None:
                doc = parse(document.text, nlp())
                new = pack(doc) if keep else None
            else:
                doc = unpack(task.parse)
            record = read_annotated(document, repaired(doc), reader.knowledge, precision=reader.precision)
    except Exception as error:  # noqa: BLE001 (one document must not end the build of the others)
        return _Answer(unforeseen(error, place=document.id), new)
    return _Answer(record, new)
