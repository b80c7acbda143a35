"""What a graph says of the passages of one document: of others it hangs on nothing but how they name who is in it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kg.assemble.evidence import mention_triples, source_iri
from kg.assemble.merging import source, words
from kg.assemble.triples import link, term
from kg.records import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.assemble.triples import Line
    from kg.records import DocumentRecord


def passages_of(record: DocumentRecord, named: Sequence[str], *, base: str) -> Iterator[Line]:
    """Yield the triples of the mentions of a record, some more than once.

    `named` are the IRIs of its document and then of its entities. "weapons" alone refers to no type of weapon, whatever
    event it is part of.
    """
    id_, text = record.document.id, record.document.text
    iri, *entities = named
    documents, iris = {id_: iri}, {id_: entities}
    for mention in record.mentions:
        if mention.kind is MentionKind.GENERIC:
            continue
        place = words(id_, mention)
        yield from mention_triples(place, text, documents, base)
        yield link(source_iri(place, documents, base), term("refersTo"), entities[mention.entity])
    figures = (figure.evidence for event in record.events for figure in event.figures)
    held, told = (each.evidence for each in record.tenures), (each.evidence for each in record.events)
    for evidence in chain.from_iterable(chain(held, told, figures)):
        yield from mention_triples(source(id_, evidence, iris), text, documents, base)
