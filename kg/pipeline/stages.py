"""What is done with one document: its parse, then who and what it names, then the events that it tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.annotate import annotate
from kg.assemble import event_names
from kg.consolidate import consolidate
from kg.extract import extract
from kg.extract.passed_over import passed_over
from kg.grammar.homographs import restored
from kg.knowledge.gate import Precision
from kg.records import DocumentRecord
from kg.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.language import Language

    from kg.grammar.tree import Doc
    from kg.knowledge import Knowledge
    from kg.passed_over import PassedOver
    from kg.records import Document, Resolution


def read_document(
    document: Document, nlp: Language, knowledge: Knowledge, *, precision: Precision = Precision.BALANCED
) -> DocumentRecord:
    """Return all that one document says: a pure function of the document, the pipeline, the ontology and precision."""
    return read_annotated(document, annotate(document, nlp), knowledge, precision=precision)


def read_annotated(document: Document, doc: Doc, knowledge: Knowledge, *, precision: Precision) -> DocumentRecord:
    """Return what `read_document` does, given what `annotate` returns, which is of no more use then."""
    doc = restored(doc, knowledge.words)
    record = _record(document, doc, resolve(doc, document, knowledge), knowledge, precision)
    doc.release()
    return record


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
    doc = restored(annotate(document, nlp), knowledge.words)
    resolution = resolve(doc, document, knowledge)
    record = _record(document, doc, resolution, knowledge, precision)
    names = event_names(consolidate([record], knowledge), knowledge)
    return CloseReading(
        record,
        passed_over(doc, document, resolution, knowledge, record.event_mentions, precision=precision),
        {member.index: name for member, name in names.items()},
    )
