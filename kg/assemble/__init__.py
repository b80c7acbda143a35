"""The graph of a collection, as triples: the only stage that mints IRIs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.assemble.entities import entity_triples, reference_triples, seeds
from kg.assemble.events import code_triples, event_codes, event_label, event_triples, figure_triples
from kg.assemble.evidence import document_triples, mention_triples, merge_triples, source_iri
from kg.assemble.losses import loss_triples as loss_triples
from kg.assemble.merging import Source, merge, source
from kg.assemble.nodes import document_iris as document_iris
from kg.assemble.nodes import entity_nodes, event_iris, figure_iris
from kg.assemble.tenures import merge_tenures, tenure_triples
from kg.assemble.triples import link, term
from kg.assemble.unnamed import is_provisional, kind_triples, settled, unnamed_iris, unnamed_triples
from kg.knowledge.namespaces import ID
from kg.records import Member, MentionKind, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from kg.assemble.merging import MergedEvent
    from kg.assemble.nodes import EntityNode
    from kg.knowledge import Knowledge
    from kg.records import Cluster, Collection, Merge

AGENT = Term("Agent")


@dataclass(frozen=True, slots=True)
class _Plan:
    """A collection with the IRIs of its documents, entities and events, by the id of the document and the member."""

    collection: Collection
    knowledge: Knowledge
    base: str
    documents: Mapping[str, str]
    nodes: list[EntityNode]
    entities: Mapping[Member, str]
    names: Mapping[str, str]
    unnamed: frozenset[str]
    events: Mapping[str, MergedEvent]


def assemble(collection: Collection, knowledge: Knowledge, *, base: str = ID) -> Iterator[Triple]:
    """Yield the triples of a collection, some more than once; new resources get IRIs under `base`.

    Raises GraphError for evidence outside its document and for text that no file can hold, and OntologyError for a
    class, property or individual that kg.ttl does not declare.
    """
    plan = _plan(collection, knowledge, base)
    for document, record in collection.records.items():
        yield from document_triples(plan.documents[document], record.document)
    for copy, original in plan.collection.copies:
        yield link(plan.documents[copy], term("copyOf"), plan.documents[original])
    yield from _entities(plan)
    yield from _mentions(plan)
    yield from _tenures(plan)
    yield from _events(plan)


def event_names(collection: Collection, knowledge: Knowledge, *, base: str = ID) -> dict[Member, tuple[str, str]]:
    """Return the IRI and the label that the graph of a collection gives to each event of its records."""
    plan = _plan(collection, knowledge, base)
    return {
        member: (iri, event_label(event, plan.names, knowledge.taxonomy, plan.unnamed))
        for (iri, event), cluster in zip(plan.events.items(), collection.events, strict=True)
        for member in cluster.members
    }


def _plan(collection: Collection, knowledge: Knowledge, base: str) -> _Plan:
    iris = document_iris(list(collection.records), base)
    nodes = entity_nodes(collection, knowledge.reference, base)
    entities = {
        member: node.iri for node, cluster in zip(nodes, collection.entities, strict=True) for member in cluster.members
    }
    copies = dict(collection.copies)
    merged = [merge(cluster, collection.records, entities, knowledge.taxonomy, copies) for cluster in collection.events]
    words = {node.iri: node.name for node in nodes if is_provisional(node.iri)}
    told = event_iris(merged, collection, iris, knowledge.taxonomy, base, names=words)
    taken = {*knowledge.reference, *knowledge.participants.above}
    now = unnamed_iris(zip(told, merged, strict=True), words, taken=taken, base=base)
    nodes = [replace(node, iri=now.get(node.iri, node.iri)) for node in nodes]
    return _Plan(
        collection=collection,
        knowledge=knowledge,
        base=base,
        documents=iris,
        nodes=nodes,
        entities={member: now.get(iri, iri) for member, iri in entities.items()},
        names={node.iri: node.name for node in nodes},
        unnamed=frozenset(now.values()),
        events={iri: settled(event, now) for iri, event in zip(told, merged, strict=True)},
    )


def _entities(plan: _Plan) -> Iterator[Triple]:
    for node, cluster in zip(plan.nodes, plan.collection.entities, strict=True):
        if node.iri in plan.unnamed:
            owners, served = set(_owners(plan, cluster)), set(_owners(plan, cluster, served=True))
            yield from unnamed_triples(node, owners, served, plan.knowledge.taxonomy)
        else:
            yield from entity_triples(node, plan.knowledge.reference, plan.knowledge.taxonomy)
    unnamed = (node for node in plan.nodes if node.iri in plan.unnamed)
    yield from kind_triples(unnamed, plan.knowledge.participants, plan.knowledge.taxonomy)
    mentioned = {iri for node in plan.nodes for iri in seeds(node)}
    mentioned.update(topic for event in plan.events.values() for topic in event.topics)
    yield from reference_triples(mentioned, plan.knowledge.reference, plan.knowledge.taxonomy, named=plan.names)
    first = _first_mentions(plan.collection)
    for node, cluster in zip(plan.nodes, plan.collection.entities, strict=True):
        yield from _merges(plan, node.iri, cluster.merges, first)


def _owners(plan: _Plan, cluster: Cluster, *, served: bool = False) -> Iterator[str]:
    """Yield what a participant without a name belongs to, as each document has it; with `served` whom it acts for."""
    kinds, taxonomy = plan.knowledge.participants, plan.knowledge.taxonomy
    for member in cluster.members:
        entities = plan.collection.records[member.document].entities
        unnamed = entities[member.index].unnamed
        if unnamed is None or unnamed.belongs_to is None:
            continue
        acts = unnamed.described is not None and kinds.serves(unnamed.described)
        if not served or (acts and taxonomy.is_a(entities[unnamed.belongs_to].kind, AGENT)):
            yield plan.entities[Member(member.document, unnamed.belongs_to)]


def _mentions(plan: _Plan) -> Iterator[Triple]:
    """Yield what words refer to; "weapons" alone refers to no type of weapon, whatever event it is part of."""
    for at, record in plan.collection.records.items():
        for mention in record.mentions:
            if mention.kind is MentionKind.GENERIC:
                continue
            place = Source(at, mention.span.start, mention.span.end, mention.rule)
            iri = source_iri(place, plan.documents, plan.base)
            yield from mention_triples(place, plan.collection.records, plan.documents, plan.base)
            yield link(iri, term("refersTo"), plan.entities[Member(at, mention.entity)])


def _tenures(plan: _Plan) -> Iterator[Triple]:
    for tenure in merge_tenures(plan.collection.records, plan.entities, plan.base):
        yield from tenure_triples(tenure, names=plan.names, reference=plan.knowledge.reference)
        yield from _evidence(plan, tenure.iri, tenure.evidence)


def _events(plan: _Plan) -> Iterator[Triple]:
    figures = figure_iris(plan.events, plan.base)
    first = _first_evidence(plan.collection, plan.entities)
    codes = {code for event in plan.events.values() for code in event_codes(event, plan.knowledge)}
    yield from code_triples(codes, plan.knowledge.codes)
    for (iri, event), cluster in zip(plan.events.items(), plan.collection.events, strict=True):
        yield from event_triples(iri, event, plan.knowledge, base=plan.base, names=plan.names, unnamed=plan.unnamed)
        yield from _evidence(plan, iri, event.evidence)
        for figure in event.figures:
            name = figures[iri, figure]
            yield from figure_triples(name, iri, figure, names=plan.names, taxonomy=plan.knowledge.taxonomy)
            yield from _evidence(plan, name, figure.evidence)
        yield from _merges(plan, iri, cluster.merges, first)


def _evidence(plan: _Plan, subject: str, sources: Iterable[Source]) -> Iterator[Triple]:
    for place in sources:
        yield from mention_triples(place, plan.collection.records, plan.documents, plan.base)
        yield link(subject, term("evidence"), source_iri(place, plan.documents, plan.base))


def _merges(plan: _Plan, into: str, merges: Iterable[Merge], first: Mapping[Member, Source]) -> Iterator[Triple]:
    for judgement in merges:
        sides = sorted({first[side] for side in (judgement.left, judgement.right) if side in first})
        names = [source_iri(side, plan.documents, plan.base) for side in sides]
        yield from merge_triples(into, judgement, names, plan.base)


def _first_mentions(collection: Collection) -> dict[Member, Source]:
    """Return where each entity that was merged is first mentioned; one that no mention refers to is left out."""
    merged = {side for cluster in collection.entities for merge in cluster.merges for side in (merge.left, merge.right)}
    first: dict[Member, Source] = {}
    for at, record in collection.records.items():
        for mention in record.mentions:
            member = Member(at, mention.entity)
            if member in merged:
                place = Source(at, mention.span.start, mention.span.end, mention.rule)
                first[member] = min(place, first.get(member, place))
    return first


def _first_evidence(collection: Collection, entities: Mapping[Member, str]) -> dict[Member, Source]:
    return {
        Member(at, index): min(source(at, evidence, entities) for evidence in event.evidence)
        for at, record in collection.records.items()
        for index, event in enumerate(record.events)
        if event.evidence
    }
