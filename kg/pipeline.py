"""The order of the stages: the only module that knows more than one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg import cache as record_cache
from kg.annotate import annotate
from kg.assemble import assemble, document_iris, event_names, loss_triples
from kg.consolidate import NO_DECISIONS, consolidate, stale_decisions
from kg.errors import GraphError, InputError, KgError, unforeseen
from kg.extract import extract
from kg.extract.passed_over import passed_over
from kg.files import digest_of_files, replaced
from kg.knowledge.gate import Precision
from kg.knowledge.namespaces import ID, KG, RDF
from kg.language import digest, load
from kg.records import DocumentRecord, Term
from kg.resolve import resolve
from kg.store.turtle import write_turtle
from kg.verify import text_file, verify
from kg.workers import Budget, Loss, mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Triple
    from spacy.language import Language

    from kg.consolidate import Decision, Decisions
    from kg.grammar.tree import Doc
    from kg.knowledge import Knowledge
    from kg.knowledge.taxonomy import Taxonomy
    from kg.passed_over import PassedOver
    from kg.records import Document, Resolution


READING = ("grammar", "knowledge", "language", "resolve", "extract")
"""The rooms whose code the record of a document depends on, beside the modules that belong to no room."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote: the number of triples, of nodes by class, and the decisions that no longer apply.

    `copies` is the number of documents that are copies of others.
    """

    triples: int
    nodes: Mapping[Term, int]
    stale: tuple[Decision, ...]
    copies: int = 0


def read_document(
    document: Document, nlp: Language, knowledge: Knowledge, *, precision: Precision = Precision.BALANCED
) -> DocumentRecord:
    """Return all that one document says: a pure function of the document, the pipeline, the ontology and precision."""
    doc = annotate(document, nlp)
    return _record(document, doc, resolve(doc, document, knowledge), knowledge, precision)


def _record(
    document: Document, doc: Doc, resolution: Resolution, knowledge: Knowledge, precision: Precision
) -> DocumentRecord:
    found = extract(doc, document, resolution, knowledge, precision=precision)
    return DocumentRecord(
        document, found.entities, found.mentions, resolution.tenures, found.events, found.event_mentions
    )


@dataclass(frozen=True, slots=True)
class CloseReading:
    """A record with what the readers passed over and, by the index of each event, its IRI and label in a graph."""

    record: DocumentRecord
    passed_over: PassedOver
    events: Mapping[int, tuple[str, str]]


def read_closely(document: Document, nlp: Language, knowledge: Knowledge, *, precision: Precision) -> CloseReading:
    """Return what `read_document` does, what it passed over, and how a graph of the document alone names its events."""
    doc = annotate(document, nlp)
    resolution = resolve(doc, document, knowledge)
    record = _record(document, doc, resolution, knowledge, precision)
    names = event_names(consolidate([record], knowledge), knowledge)
    return CloseReading(
        record,
        passed_over(doc, document, resolution, knowledge, record.event_mentions),
        {member.index: name for member, name in names.items()},
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a process reads documents with; `keys` say what a kept record depends on."""

    nlp: Language
    knowledge: Knowledge
    precision: Precision
    folder: Path | None
    keys: Mapping[str, str]

    def read(self, document: Document) -> DocumentRecord | KgError:
        """Return the record kept for a document, else read it; where it can not be read, the error that says so."""
        if self.folder is None:
            return self._read(document)
        key = record_cache.record_key(document, **self.keys)
        if (kept := record_cache.get(self.folder, key)) is not None:
            return kept
        record = self._read(document)
        if isinstance(record, DocumentRecord):
            record_cache.put(self.folder, key, record)
        return record

    def _read(self, document: Document) -> DocumentRecord | KgError:
        """Return the record or, whatever happens while the document is read, the error that names it."""
        try:
            return read_document(document, self.nlp, self.knowledge, precision=self.precision)
        except Exception as error:  # noqa: BLE001 (one document must not end the build of the others)
            return unforeseen(error, place=document.id)


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
    if budget is None and (workers < 2 or len(documents) < 2):
        yield from map(_desk(model, knowledge, precision, cache_folder).read, documents)
        return
    set_up = partial(_reader, model, knowledge, precision, cache_folder)
    crew = min(workers, len(documents))
    for document, found in zip(
        documents, mapped(set_up, documents, workers=crew, budget=budget or Budget()), strict=True
    ):
        if isinstance(found, Loss):
            yield InputError(found.problem, place=document.id, remedy="leave it out or split it, and report it")
        else:
            yield found


def _desk(model: str | None, knowledge: Knowledge, precision: Precision, folder: Path | None) -> _Desk:
    keys: dict[str, str] = {}
    if folder is not None:
        keys = {"model": digest(model), "knowledge": knowledge.digest, "code": _code(), "precision": precision.value}
    return _Desk(load(model), knowledge, precision, folder, keys)


def _reader(
    model: str | None, knowledge: Knowledge, precision: Precision, folder: Path | None
) -> Callable[[Document], DocumentRecord | KgError]:
    return _desk(model, knowledge, precision, folder).read


def _code() -> str:
    """Return the digest of the code that reads one document."""
    package = Path(__file__).parent
    rooms = [path for name in READING for path in (package / name).rglob("*.py")]
    return digest_of_files([*rooms, *package.glob("*.py")], root=package)


def build(
    records: Iterable[DocumentRecord],
    path: Path,
    knowledge: Knowledge,
    *,
    base: str = ID,
    decisions: Decisions = NO_DECISIONS,
    lost: int = 0,
) -> Built:
    """Write the graph of the records to a Turtle file, whole or not at all; GraphError if that can not be done.

    A graph of a collection of which so many articles were `lost` says so.
    """
    told = tuple(records)
    triples = triples_of(told, knowledge, base=base, decisions=decisions) | loss_triples(lost, len(told), base=base)
    with replaced(path) as stream:
        write_turtle(triples, stream, base=base)
    return Built(
        len(triples),
        _nodes(triples, knowledge.taxonomy),
        stale_decisions(told, decisions, knowledge.taxonomy),
        copies=sum(triple.predicate.value == KG + "copyOf" for triple in triples),
    )


def keep_texts(records: Sequence[DocumentRecord], folder: Path, *, base: str = ID) -> None:
    """Write the text of each document, to which all offsets refer, to a file named after its node.

    Raises GraphError where a file can not be written.
    """
    iris = document_iris([record.document.id for record in records], base)
    for record in records:
        with replaced(folder / text_file(iris[record.document.id]), durable=False) as stream:
            stream.write(record.document.text.encode())


def triples_of(
    records: Sequence[DocumentRecord], knowledge: Knowledge, *, base: str = ID, decisions: Decisions = NO_DECISIONS
) -> frozenset[Triple]:
    """Return the graph of the records; GraphError where it would quote what no document says."""
    triples = frozenset(assemble(consolidate(records, knowledge, decisions), knowledge, base=base))
    _check_quotations(triples, records)
    return triples


def _check_quotations(triples: Iterable[Triple], records: Iterable[DocumentRecord]) -> None:
    """Raise GraphError where a quotation does not stand in its text: a graph that quotes wrongly is not written."""
    wrong = verify(triples, {record.document.id: record.document.text for record in records}).mismatches
    if wrong:
        raise GraphError(str(wrong[0]), remedy=f"report it; {len(wrong)} in all, and nothing was written")


def _nodes(triples: Iterable[Triple], taxonomy: Taxonomy) -> Mapping[Term, int]:
    """Count nodes by the most special of their classes."""
    classes: defaultdict[str, set[Term]] = defaultdict(set)
    for triple in triples:
        kind = str(triple.object).strip("<>")
        if triple.predicate.value == RDF + "type" and kind.startswith(KG):
            classes[str(triple.subject)].add(Term(kind.removeprefix(KG)))
    return Counter(taxonomy.narrowest(kinds) for kinds in classes.values())
