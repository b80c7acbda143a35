"""The order of the stages: the only module that knows more than one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate import annotate
from kg.assemble import assemble
from kg.consolidate import consolidate
from kg.extract import extract
from kg.records import DocumentRecord
from kg.resolve import resolve
from kg.schema.namespaces import ID
from kg.schema.reference import load_reference
from kg.store.files import replaced
from kg.store.turtle import write_turtle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from spacy.language import Language

    from kg.records import Collection, Document


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the consolidated collection and the number of triples written."""

    collection: Collection
    triples: int


def read_document(document: Document, nlp: Language) -> DocumentRecord:
    """Return all that one document says: a pure function of the document, the pipeline and the ontology."""
    doc = annotate(document, nlp)
    resolution = resolve(doc, document, load_reference())
    events = extract(doc, document, resolution)
    return DocumentRecord(document, resolution.entities, resolution.mentions, resolution.tenures, events)


def read_documents(documents: Iterable[Document], nlp: Language) -> Iterator[DocumentRecord]:
    """Yield the record of each document in turn."""
    for document in documents:
        yield read_document(document, nlp)


def build(records: Iterable[DocumentRecord], path: Path, *, base: str = ID) -> Built:
    """Write the graph of the records to a Turtle file, whole or not at all; GraphError if that can not be done."""
    reference = load_reference()
    collection = consolidate(tuple(records), reference)
    triples = tuple(assemble(collection, reference, base=base))
    with replaced(path) as stream:
        write_turtle(triples, stream, base=base)
    return Built(collection, len(set(triples)))
