"""The graph of a collection, as triples: the only stage that mints IRIs."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.assemble.entities import entity_triples, reference_triples, seeds
from kg.assemble.events import code_triples, event_codes, event_label, event_triples, figure_triples
from kg.assemble.evidence import document_triples, merge_triples, source_iri
from kg.assemble.iris import mentions_of, place_in
from kg.assemble.losses import loss_triples as loss_triples
from kg.assemble.merging import Source, source, words
from kg.assemble.nodes import document_iris as document_iris
from kg.assemble.nodes import entities_of, figure_iris
from kg.assemble.passages import passages_of as passages_of
from kg.assemble.plan import planned
from kg.assemble.tenures import merge_tenures, tenure_triples
from kg.assemble.triples import link, links, term
from kg.assemble.unnamed import kind_triples, unnamed_triples
from kg.knowledge.namespaces import ID
from kg.records import Member, Term
from kg.spool import Hashes, Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.assemble.plan import Plan
    from kg.assemble.triples import Line
    from kg.knowledge import Knowledge
    from kg.records import Cluster, Collection, Merge

AGENT = Term("Agent")


def assemble(collection: Collection, knowledge: Knowledge, *, base: str = ID) -> Iterator[Line]:
    """Yield the triples of a collection, some more than once; new resources get IRIs under `base`.

    Raises GraphError for evidence outside its document and for text that no file can hold, and OntologyError for a
    class, property or individual that kg.ttl does not declare.
    """
    with assembled(collection, knowledge, base=base) as graph:
        for document in collection.records:
            yield from graph.passages(document)
        yield from graph.facts()


@dataclass(frozen=True, slots=True)
class Assembly:
    """A graph in two parts, no subject of which is in both: its facts, and the passages of each document for them."""

    _plan: Plan

    def facts(self) -> Iterator[Line]:
        """Yield the triples of all but passages, some more than once."""
        plan = self._plan
        for document, record in plan.collection.records.items():
            yield from document_triples(plan.documents[document], record.document)
        for copy, original in plan.collection.copies:
            yield link(plan.documents[copy], term("copyOf"), plan.documents[original])
        yield from _entities(plan)
        yield from _tenures(plan)
        yield from _events(plan)

    def passages(self, document: str) -> Iterator[Line]:
        """Yield what `passages_of` does of a document."""
        return passages_of(self._plan.collection.records[document], self.named(document), base=self._plan.base)

    def beginning(self, document: str) -> str:
        """Return how the IRIs of all mentions of a document begin, perhaps with those of another one."""
        return mentions_of(self._plan.base, self._plan.documents[document])

    def named(self, document: str) -> tuple[str, ...]:
        """Return the IRIs by which passages name their document and its entities: of no other article they say more."""
        return self._plan.documents[document], *self._plan.entities[document]


@contextmanager
def assembled(collection: Collection, knowledge: Knowledge, *, base: str = ID) -> Iterator[Assembly]:
    """Give the graph that `assemble` yields, part by part and with its errors."""
    with planned(collection, knowledge, base) as plan:
        yield Assembly(plan)


def event_names(collection: Collection, knowledge: Knowledge, *, base: str = ID) -> dict[Member, tuple[str, str]]:
    """Return the IRI and the label that the graph of a collection gives to each event of its records."""
    with planned(collection, knowledge, base) as plan:
        return {
            member: (iri, event_label(event, plan.names, knowledge.taxonomy, plan.unnamed))
            for (iri, event), cluster in zip(plan.events(), collection.events, strict=True)
            for member in cluster.members
        }


def _entities(plan: Plan) -> Iterator[Line]:
    reference, kinds, taxonomy = plan.knowledge.reference, plan.knowledge.participants, plan.knowledge.taxonomy
    first = _first_mentions(plan)
    mentioned, described = set[str](), set[str]()
    for node, cluster in plan.nodes():
        told = entities_of(cluster, plan.named)
        mentioned.update(seeds(node, told))
        if node.iri in plan.unnamed:
            described.update(one.unnamed.described for one in told if one.unnamed and one.unnamed.described)
            owners, served = set(_owners(plan, cluster)), set(_owners(plan, cluster, served=True))
            yield from unnamed_triples(node, told, owners, served, taxonomy)
        else:
            yield from entity_triples(node, told, reference, taxonomy)
        yield from _merges(plan, node.iri, cluster.merges, first)
    mentioned.update(topic for _, event in plan.events() for topic in event.topics)
    yield from kind_triples(described, kinds, taxonomy)
    yield from reference_triples(mentioned, reference, taxonomy, named=plan.names)


def _owners(plan: Plan, cluster: Cluster, *, served: bool = False) -> Iterator[str]:
    """Yield what a participant without a name belongs to, as each document has it; with `served` whom it acts for."""
    kinds, taxonomy = plan.knowledge.participants, plan.knowledge.taxonomy
    for member in cluster.members:
        entities = plan.named[member.document]
        unnamed = entities[member.index].unnamed
        if unnamed is None or unnamed.belongs_to is None:
            continue
        acts = unnamed.described is not None and kinds.serves(unnamed.described)
        if not served or (acts and taxonomy.is_a(entities[unnamed.belongs_to].kind, AGENT)):
            yield plan.entities[member.document][unnamed.belongs_to]


def _tenures(plan: Plan) -> Iterator[Line]:
    for tenure in merge_tenures(plan.collection.records, plan.entities, plan.base):
        yield from tenure_triples(tenure, names=plan.names, reference=plan.knowledge.reference)
        yield from _evidence(plan, tenure.iri, tenure.evidence)


def _events(plan: Plan) -> Iterator[Line]:
    figures = iter(figure_iris(plan.events(), plan.base))
    first = _first_evidence(plan)
    codes = set[str]()
    for (iri, event), cluster in zip(plan.events(), plan.collection.events, strict=True):
        codes.update(event_codes(event, plan.knowledge))
        yield from event_triples(iri, event, plan.knowledge, base=plan.base, names=plan.names, unnamed=plan.unnamed)
        yield from _evidence(plan, iri, event.evidence)
        elsewhere = (source_iri(place, plan.documents, plan.base) for place in event.named_at)
        yield from links(iri, term("argumentMention"), elsewhere)
        for figure in event.figures:
            name = next(figures)
            yield from figure_triples(name, iri, figure, names=plan.names, taxonomy=plan.knowledge.taxonomy)
            yield from _evidence(plan, name, figure.evidence)
        yield from _merges(plan, iri, cluster.merges, first)
    yield from code_triples(codes, plan.knowledge.codes)


def _evidence(plan: Plan, subject: str, sources: Iterable[Source]) -> Iterator[Line]:
    for place in sources:
        yield link(subject, term("evidence"), source_iri(place, plan.documents, plan.base))


def _merges(plan: Plan, into: str, merges: Iterable[Merge], first: Mapping[str, Source]) -> Iterator[Line]:
    for judgement in merges:
        places = map(place_in, (judgement.left, judgement.right))
        sides = sorted({first[place] for place in places if place in first})
        names = [source_iri(side, plan.documents, plan.base) for side in sides]
        yield from merge_triples(into, judgement, names, plan.base)


def _first_mentions(plan: Plan) -> Mapping[str, Source]:
    """Return where each entity that was merged is first mentioned, by its place; one without a mention is left out."""
    merged = _merged(plan.collection.entities)

    def found() -> Iterator[tuple[str, Source]]:
        for document in plan.collection.records:
            wanted = _wanted(document, len(plan.named.places.of(document)), merged)
            first: dict[int, Source] = {}
            for mention in plan.collection.records[document].mentions if wanted else ():
                if mention.entity in wanted:
                    place = words(document, mention)
                    first[mention.entity] = min(place, first.get(mention.entity, place))
            yield from ((wanted[entity], place) for entity, place in first.items())

    return Index(found(), Source)


def _first_evidence(plan: Plan) -> Mapping[str, Source]:
    """Return the first evidence of each event that was merged, by its place."""
    merged = _merged(plan.collection.events)

    def found() -> Iterator[tuple[str, Source]]:
        for document, record in plan.collection.records.items():
            for index, place in _wanted(document, len(record.events), merged).items():
                if evidence := record.events[index].evidence:
                    yield place, min(source(document, item, plan.entities) for item in evidence)

    return Index(found(), Source)


def _merged(clusters: Iterable[Cluster]) -> Hashes:
    """Return the places of the members that a merge names."""
    merges = (merge for cluster in clusters for merge in cluster.merges)
    return Hashes(place_in(side) for merge in merges for side in (merge.left, merge.right))


def _wanted(document: str, members: int, merged: Hashes) -> Mapping[int, str]:
    """Return the places of those members of a document that are merged, perhaps of another."""
    places = ((index, place_in(Member(document, index))) for index in range(members))
    return {index: place for index, place in places if any(True for _ in merged.places(place))}
