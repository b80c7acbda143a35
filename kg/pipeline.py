"""The order of the stages: the only module that knows more than one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg import cache as record_cache
from kg.annotate import annotate
from kg.assemble import assemble
from kg.consolidate import NO_DECISIONS, consolidate, stale_decisions
from kg.errors import InputError, KgError
from kg.extract import extract
from kg.knowledge.files import ontology_folder
from kg.knowledge.namespaces import ID, KG, RDF
from kg.knowledge.properties import load_vocabulary
from kg.knowledge.reference import load_reference
from kg.language import load
from kg.records import DocumentRecord, Term
from kg.resolve import resolve
from kg.store.files import replaced
from kg.store.turtle import write_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Triple
    from spacy.language import Language

    from kg.consolidate import Decision, Decisions
    from kg.records import Document


MESSAGE = 300
"""Characters of an error's own words that are shown: some repeat the whole text that they complain of."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote: the number of triples, of nodes by class, and the decisions that no longer apply."""

    triples: int
    nodes: Mapping[Term, int]
    stale: tuple[Decision, ...]


def read_document(document: Document, nlp: Language) -> DocumentRecord:
    """Return all that one document says: a pure function of the document, the pipeline and the ontology."""
    doc = annotate(document, nlp)
    resolution = resolve(doc, document, load_reference())
    events = extract(doc, document, resolution)
    return DocumentRecord(document, resolution.entities, resolution.mentions, resolution.tenures, events)


def read_documents(
    documents: Sequence[Document], *, model: str | None = None, workers: int = 1, cache_folder: Path | None = None
) -> Iterator[DocumentRecord | KgError]:
    """Yield the record of each document in turn, read with the packaged pipeline or the one named.

    In the place of a document that can not be read stands the error that says so, and the rest goes on. `workers`
    processes share the work; records in the cache folder are not read again. The records are the same however many
    workers there are. Raises ModelError and, when the cache can not be written, InputError.
    """
    read = partial(_read_cached, model=model, folder=cache_folder)
    if workers < 2 or len(documents) < 2:
        yield from map(read, documents)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(read, documents, chunksize=max(1, min(16, len(documents) // (4 * workers))))


def _read_alone(document: Document, nlp: Language) -> DocumentRecord | KgError:
    """Return the record of a document or, whatever happens while it is read, the error that names the document."""
    try:
        return read_document(document, nlp)
    except Exception as error:  # noqa: BLE001 (one document must not end the build of the others)
        problem = error.problem if isinstance(error, KgError) else f"{type(error).__name__}: {error}"
        return InputError(
            f"the document can not be read: {problem}"[:MESSAGE], place=document.id, remedy="leave it out and report it"
        )


@cache
def _pipeline(model: str | None) -> Language:
    """Every process loads the model once."""
    return load(model)


def _read_cached(document: Document, *, model: str | None, folder: Path | None) -> DocumentRecord | KgError:
    if folder is None:
        return _read_alone(document, _pipeline(model))
    ontology, code = _versions()
    key = record_cache.record_key(document, model=str(_pipeline(model).meta), ontology=ontology, code=code)
    record: DocumentRecord | KgError | None = record_cache.get(folder, key)
    if record is None:
        record = _read_alone(document, _pipeline(model))
        if isinstance(record, DocumentRecord):
            record_cache.put(folder, key, record)
    return record


@cache
def _versions() -> tuple[str, str]:
    """Return the digests of the ontology and of the code and weights, on which every record depends."""
    ontology, package = ontology_folder(), Path(__file__).parent
    code = [path for path in package.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return (
        record_cache.digest_of_files(ontology.glob("*.ttl"), root=ontology),
        record_cache.digest_of_files(code, root=package),
    )


def build(
    records: Iterable[DocumentRecord], path: Path, *, base: str = ID, decisions: Decisions = NO_DECISIONS
) -> Built:
    """Write the graph of the records to a Turtle file, whole or not at all; GraphError if that can not be done."""
    reference, told = load_reference(), tuple(records)
    collection = consolidate(told, reference, decisions)
    triples = frozenset(assemble(collection, reference, base=base))
    with replaced(path) as stream:
        write_turtle(triples, stream, base=base)
    return Built(len(triples), _nodes(triples), stale_decisions(told, decisions))


def _nodes(triples: Iterable[Triple]) -> Mapping[Term, int]:
    """Count nodes by the most special of their classes."""
    vocabulary = load_vocabulary()
    classes: defaultdict[str, set[Term]] = defaultdict(set)
    for triple in triples:
        kind = str(triple.object).strip("<>")
        if triple.predicate.value == RDF + "type" and kind.startswith(KG):
            classes[str(triple.subject)].add(Term(kind.removeprefix(KG)))
    return Counter(vocabulary.narrowest(kinds) for kinds in classes.values())
