"""From records to the graph, which nobody gets who can not verify it: what is quoted stands in its text."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from kg.assemble import assemble, assembled, document_iris, loss_triples
from kg.consolidate import NO_DECISIONS, Decision, consolidate, stale_decisions
from kg.errors import GraphError
from kg.files import replaced
from kg.knowledge.namespaces import ID
from kg.pipeline.keys import digest, program_digest
from kg.pipeline.passages import portions
from kg.pipeline.tally import Tally
from kg.pipeline.told import record_of
from kg.records import DocumentRecord, Term
from kg.spool import Index, Named, waiting
from kg.spread import here
from kg.store.lines import parsed, sorted_subjects
from kg.store.portions import write_portions
from kg.verify import text_file
from kg.workers import collecting_seldom

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from pyoxigraph import Triple

    from kg.consolidate import Decisions
    from kg.knowledge import Knowledge
    from kg.pipeline.reading import Shelf
    from kg.records import Collection, Document
    from kg.spread import Spread
    from kg.verify import Mismatch


_RECORDS: Final = 64
"""So many records that were asked for last are at hand, each with a hundred things that were told of it."""
_LINES: Final = 250_000
"""So many lines of facts are sorted in memory at once: some 60 MB, beside all that is known of the collection."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote: the number of triples, of nodes by class, and the decisions that no longer apply.

    `copies` is the number of documents that are copies of others.
    """

    triples: int
    nodes: Mapping[Term, int]
    stale: tuple[Decision, ...]
    copies: int = 0


@contextmanager
def gathered(records: Iterable[DocumentRecord]) -> Iterator[Mapping[str, DocumentRecord]]:
    """Give records by the ids of their documents, in the order of these, from a file that takes them one by one.

    They are without what was left out of them: nothing behind asks for their event mentions. Raises GraphError where
    two have one id.
    """
    numbers: dict[str, int] = {}

    def numbered() -> Iterator[DocumentRecord]:
        for record in records:
            if record.document.id in numbers:
                remedy = "give every document its own id"
                raise GraphError("two documents have this id", place=record.document.id, remedy=remedy)
            numbers[record.document.id] = len(numbers)
            yield replace(record, event_mentions=())

    with waiting(numbered(), DocumentRecord, decode=record_of, at_hand=_RECORDS) as told:
        found = Named(told, numbers)
        numbers.clear()
        yield found


def build(
    records: Iterable[DocumentRecord] | Mapping[str, DocumentRecord],
    path: Path,
    knowledge: Knowledge,
    *,
    base: str = ID,
    decisions: Decisions = NO_DECISIONS,
    lost: int = 0,
    kept: Shelf | None = None,
    spread: Spread | None = None,
) -> Built:
    """Write the graph of the records to a Turtle file, whole or not at all; GraphError if that can not be done.

    A mapping has them by the ids of their documents, in the order of these. A graph of a collection of which so many
    articles were `lost` says so. What a shelf has `kept` of the passages of an article is not made again. What depends
    on one article alone is `spread`, where this process is not to do it; the bytes of the graph are the same.
    """
    spread = spread or here(knowledge)
    if not isinstance(records, Mapping):
        with gathered(records) as told:
            return build(told, path, knowledge, base=base, decisions=decisions, lost=lost, kept=kept, spread=spread)
    made_by = "" if kept is None else digest(program_digest(knowledge), base, repr(decisions))
    with collecting_seldom(), replaced(path) as stream:
        collection = consolidate(records, knowledge, decisions, spread=spread)
        tally = _tally(collection, knowledge, base)
        with assembled(collection, knowledge, base=base) as graph:
            all_of_it = portions(graph, collection.records, tally, spread, base=base, kept=kept, made_by=made_by)
            with all_of_it as passages:
                facts = chain(graph.facts(), loss_triples(lost, len(records), base=base))
                write_portions(tally.counting(sorted_subjects(facts, at_once=_LINES)), passages, stream, base=base)
        _check(tally.wrong)
    stale = stale_decisions(records.values(), decisions, knowledge.taxonomy)
    return Built(tally.triples, tally.nodes, stale, tally.copies)


def triples_of(
    records: Iterable[DocumentRecord], knowledge: Knowledge, *, base: str = ID, decisions: Decisions = NO_DECISIONS
) -> frozenset[Triple]:
    """Return the graph that `build` writes; GraphError where it would quote what no document says."""
    with collecting_seldom(), gathered(records) as told:
        collection = consolidate(told, knowledge, decisions)
        tally = _tally(collection, knowledge, base)
        subjects = tally.counting(sorted_subjects(assemble(collection, knowledge, base=base)))
        triples = frozenset(parsed(f"<{subject}> <{statement}" for subject, told in subjects for statement in told))
    _check(tally.wrong)
    return triples


def _tally(collection: Collection, knowledge: Knowledge, base: str) -> Tally:
    """Return what counts a graph, and holds it against the texts, while it passes."""
    documents = Index(((iri, id_) for id_, iri in document_iris(list(collection.records), base).items()), str)
    return Tally(knowledge.taxonomy, documents, collection.records)


def keep_texts(documents: Iterable[Document], ids: Sequence[str], folder: Path, *, base: str = ID) -> None:
    """Write the text of each document, to which all offsets refer, to a file named after its node.

    They are those with the ids. Raises GraphError where a file can not be written.
    """
    iris = document_iris(ids, base)
    for document in documents:
        with replaced(folder / text_file(iris[document.id]), durable=False) as stream:
            stream.write(document.text.encode())


def forget_texts(ids: Sequence[str], others: Iterable[str], folder: Path, *, base: str = ID) -> None:
    """Remove what `keep_texts` wrote of documents with these ids beside the others."""
    iris = document_iris([*ids, *others], base)
    for id_ in ids:
        (folder / text_file(iris[id_])).unlink(missing_ok=True)


def _check(wrong: Sequence[Mismatch]) -> None:
    """Raise GraphError where a quotation does not stand in its text: a graph that quotes wrongly is not written."""
    if wrong:
        raise GraphError(str(wrong[0]), remedy=f"report it; {len(wrong)} in all, and nothing was written")
