"""Which IRI everything in a collection has, and what its events say: all that its triples are made of.

The events wait in a file. Of an article only what names somebody is kept: its entities, and the IRI of each.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.assemble.iris import is_provisional
from kg.assemble.merging import MergedEvent, merge
from kg.assemble.nodes import document_iris, entity_nodes, event_iris
from kg.assemble.unnamed import settled, unnamed_iris
from kg.members import entities_in
from kg.spool import waiting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.assemble.merging import Iris
    from kg.assemble.nodes import EntityNode
    from kg.knowledge import Knowledge
    from kg.records import Collection, Entity


@dataclass(frozen=True, slots=True)
class Plan:
    """A collection with the IRIs of its documents, entities and events; `named` are the entities of each document."""

    collection: Collection
    knowledge: Knowledge
    base: str
    documents: Mapping[str, str]
    named: Mapping[str, Sequence[Entity]]
    nodes: Sequence[EntityNode]
    entities: Iris
    names: Mapping[str, str]
    unnamed: frozenset[str]
    now: Mapping[str, str]
    """The IRIs of those without a name by what stood for them before their event had one."""
    event_iris: Sequence[str]
    merged: Sequence[MergedEvent]

    def events(self) -> Iterator[tuple[str, MergedEvent]]:
        """Yield the IRI of each event, in the order of the clusters, and what is told of it."""
        for iri, event in zip(self.event_iris, self.merged, strict=True):
            yield iri, settled(event, self.now)


@contextmanager
def planned(collection: Collection, knowledge: Knowledge, base: str) -> Iterator[Plan]:
    """Give the plan of a collection, of which nothing is left when the block ends."""
    records, taxonomy = collection.records, knowledge.taxonomy
    iris = document_iris(list(records), base)
    named = entities_in(records.values())
    nodes = entity_nodes(collection.entities, named, knowledge.reference, base)
    entities = _iris(collection, named, nodes)
    copies = dict(collection.copies)
    merged = (merge(cluster, records, entities, taxonomy, copies) for cluster in collection.events)
    with waiting(merged, MergedEvent) as events:
        words = {node.iri: node.name for node in nodes if is_provisional(node.iri)}
        told = event_iris(events, collection.events, iris, taxonomy, base, names=words)
        taken = {*knowledge.reference, *knowledge.participants.above}
        now = unnamed_iris(zip(told, events, strict=True), words, taken=taken, base=base)
        nodes = [replace(node, iri=now.get(node.iri, node.iri)) for node in nodes]
        yield Plan(
            collection=collection,
            knowledge=knowledge,
            base=base,
            documents=iris,
            named=named,
            nodes=nodes,
            entities=_iris(collection, named, nodes),
            names={node.iri: node.name for node in nodes},
            unnamed=frozenset(now.values()),
            now=now,
            event_iris=told,
            merged=events,
        )


def _iris(collection: Collection, named: Mapping[str, Sequence[Entity]], nodes: Sequence[EntityNode]) -> Iris:
    iris = {document: [""] * len(entities) for document, entities in named.items()}
    for node, cluster in zip(nodes, collection.entities, strict=True):
        for member in cluster.members:
            iris[member.document][member.index] = node.iri
    return iris
