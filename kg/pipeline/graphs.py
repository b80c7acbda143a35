"""From records to the graph, written as a whole."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 (msgspec asks what the fields of Built are)
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from kg.assemble import assemble, document_iris, loss_triples
from kg.consolidate import NO_DECISIONS, Decision, consolidate, stale_decisions
from kg.errors import GraphError
from kg.files import replaced
from kg.knowledge.namespaces import ID
from kg.pipeline.tally import Tally
from kg.records import Term  # noqa: TC001 (the same)
from kg.store.lines import lines_of, sorted_subjects
from kg.store.turtle import write_subjects
from kg.verify import text_file, verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from pyoxigraph import Triple

    from kg.consolidate import Decisions
    from kg.knowledge import Knowledge
    from kg.records import Document, DocumentRecord
    from kg.verify import Mismatch


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote: the number of triples, of nodes by class, and the decisions that no longer apply.

    `copies` is the number of documents that are copies of others.
    """

    triples: int
    nodes: Mapping[Term, int]
    stale: tuple[Decision, ...]
    copies: int = 0


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
    collection = consolidate(told, knowledge, decisions)
    triples = chain(assemble(collection, knowledge, base=base), loss_triples(lost, len(told), base=base))
    documents = {iri: id_ for id_, iri in document_iris(list(collection.records), base).items()}
    tally = Tally(knowledge.taxonomy, documents, collection.records)
    with replaced(path) as stream:
        write_subjects(tally.counting(sorted_subjects(lines_of(triples))), stream, base=base)
        _check(tally.wrong)
    return Built(tally.triples, tally.nodes, stale_decisions(told, decisions, knowledge.taxonomy), tally.copies)


def keep_texts(documents: Sequence[Document], folder: Path, *, base: str = ID) -> None:
    """Write the text of each document, to which all offsets refer, to a file named after its node.

    Raises GraphError where a file can not be written.
    """
    iris = document_iris([document.id for document in documents], base)
    for document in documents:
        with replaced(folder / text_file(iris[document.id]), durable=False) as stream:
            stream.write(document.text.encode())


def forget_texts(ids: Sequence[str], others: Sequence[Document], folder: Path, *, base: str = ID) -> None:
    """Remove what `keep_texts` wrote of documents with these ids beside the others."""
    iris = document_iris([*ids, *(document.id for document in others)], base)
    for id_ in ids:
        (folder / text_file(iris[id_])).unlink(missing_ok=True)


def triples_of(
    records: Sequence[DocumentRecord], knowledge: Knowledge, *, base: str = ID, decisions: Decisions = NO_DECISIONS
) -> frozenset[Triple]:
    """Return the graph of the records; GraphError where it would quote what no document says."""
    triples = frozenset(assemble(consolidate(records, knowledge, decisions), knowledge, base=base))
    _check_quotations(triples, records)
    return triples


def _check_quotations(triples: Iterable[Triple], records: Iterable[DocumentRecord]) -> None:
    _check(verify(triples, {record.document.id: record.document.text for record in records}).mismatches)


def _check(wrong: Sequence[Mismatch]) -> None:
    """Raise GraphError where a quotation does not stand in its text: a graph that quotes wrongly is not written."""
    if wrong:
        raise GraphError(str(wrong[0]), remedy=f"report it; {len(wrong)} in all, and nothing was written")
