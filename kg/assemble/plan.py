"""Which IRI everything in a collection has, and what its events say: all that its triples are made of.

All of it waits in files: of an entity a number is in memory, by which its IRI is found.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.assemble.iris import is_provisional
from kg.assemble.merging import MergedEvent, merge
from kg.assemble.nodes import document_iris, entity_iris, entity_nodes, event_iris
from kg.assemble.unnamed import settled, unnamed_iris
from kg.members import AT_HAND, entities_in
from kg.spool import Index, spooled, waiting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.assemble.nodes import EntityNode
    from kg.knowledge import Knowledge
    from kg.members import Members
    from kg.records import Cluster, Collection, Entity


@dataclass(frozen=True, slots=True)
class Plan:
    """A collection with the IRIs of its documents, entities and events; `named` are the entities of each document.

    `names` gives the name of each node by its IRI, `unnamed` only the words for those without a name.
    """

    collection: Collection
    knowledge: Knowledge
    base: str
    documents: Mapping[str, str]
    named: Members[Entity]
    entities: Members[str]
    names: Mapping[str, str]
    unnamed: Mapping[str, str]
    _drafts: Sequence[EntityNode]
    _iris: Sequence[str]
    _event_iris: Sequence[str]
    _merged: Sequence[MergedEvent]

    def nodes(self) -> Iterator[tuple[EntityNode, Cluster]]:
        """Yield the node of each cluster of entities, in order."""
        for node, iri, cluster in zip(self._drafts, self._iris, self.collection.entities, strict=True):
            yield replace(node, iri=iri), cluster

    def events(self) -> Iterator[tuple[str, MergedEvent]]:
        """Yield the IRI of each event, in the order of the clusters, and what is told of it."""
        for iri, event in zip(self._event_iris, self._merged, strict=True):
            yield iri, settled(event, self.entities)


@contextmanager
def planned(collection: Collection, knowledge: Knowledge, base: str) -> Iterator[Plan]:
    """Give the plan of a collection, of which nothing is left when the block ends."""
    records, taxonomy = collection.records, knowledge.taxonomy
    documents = document_iris(list(records), base)
    named = entities_in(records)
    nodes = entity_nodes(collection.entities, named, knowledge.reference)
    drafts = nodes.different
    iris = entity_iris(drafts, collection.entities, knowledge.reference, base)
    before = nodes.other(iris)
    copies = dict(collection.copies)
    merged = (merge(cluster, records, before, taxonomy, copies) for cluster in collection.events)
    with waiting(merged, MergedEvent) as events:
        words = Index(((node.iri, node.name) for node in drafts if is_provisional(node.iri)), str)
        told = event_iris(events, collection.events, documents, taxonomy, base, names=words)
        taken = {*knowledge.reference, *knowledge.participants.above}
        nameless = unnamed_iris(zip(told, events, strict=True), words.items(), taken=taken, base=base)
        minted = iter(nameless)
        now = spooled((next(minted) if is_provisional(iri) else iri for iri in iris), str, at_hand=AT_HAND)
        yield Plan(
            collection=collection,
            knowledge=knowledge,
            base=base,
            documents=documents,
            named=named,
            entities=before.other(now),
            names=Index(zip(now, (node.name for node in drafts), strict=True), str, at_hand=AT_HAND),
            unnamed=Index(zip(nameless, words.values(), strict=True), str, at_hand=AT_HAND),
            _drafts=drafts,
            _iris=now,
            _event_iris=told,
            _merged=events,
        )
