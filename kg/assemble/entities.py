"""Triples of people, countries, organizations, places and weapons, and of what the reference data ties them to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.assemble.triples import TYPE, fact, link, links, term, when, words
from kg.knowledge.namespaces import OWL, SKOS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from kg.assemble.nodes import EntityNode
    from kg.assemble.triples import Line
    from kg.knowledge.reference import Resource
    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import Entity, Term

BELONGS: Final = {
    "Country": None,
    "Person": "represents",
    "Place": "inCountry",
    "Organization": "inCountry",
    "UnnamedParticipant": "inCountry",
}
"""By which property an entity of a class is tied to a country; the first class that fits decides."""


def entity_triples(
    entity: EntityNode, told: Sequence[Entity], reference: Mapping[str, Resource], taxonomy: Taxonomy
) -> Iterator[Line]:
    """Yield what the documents tell of an entity, and of it alone; `told` has it as each of them does."""
    yield from links(entity.iri, TYPE, taxonomy.lineage(entity.kind))
    yield fact(entity.iri, SKOS + "prefLabel", words(entity.name))
    resource = reference[entity.reference] if entity.reference else None
    names = {name for member in told for name in (member.name, *member.names) if name}
    if resource:  # a contested place goes by the names of all sides
        names |= set(resource.labels) if resource.claimants else {resource.name}
    for name in sorted(names - {entity.name}):
        yield fact(entity.iri, SKOS + "altLabel", words(name))
    yield from _matches(entity.iri, entity.kind, entity.matches, taxonomy)
    yield from _belonging(entity.iri, entity.kind, _country(told, resource), taxonomy)
    broader = sorted({member.broader for member in told if member.broader})
    if resource is None:
        yield from links(entity.iri, SKOS + "broader", broader)


def seeds(entity: EntityNode, told: Iterable[Entity]) -> Iterator[str]:
    """Yield the IRIs of reference data that an entity names."""
    for member in told:
        yield from (iri for iri in (entity.reference, member.country, member.broader) if iri)


def reference_triples(
    mentioned: Iterable[str], reference: Mapping[str, Resource], taxonomy: Taxonomy, *, named: Container[str]
) -> Iterator[Line]:
    """Yield all that a graph needs of the reference data to stand alone; `named` have a preferred name already.

    Those are the resources mentioned and those they lead to: countries, capitals and broader types of weapon.
    """
    for iri in _reachable(mentioned, reference):
        resource = reference[iri]
        yield from links(iri, TYPE, taxonomy.lineage(resource.kind))
        if iri not in named:
            yield fact(iri, SKOS + "prefLabel", words(resource.name))
        yield from _matches(iri, resource.kind, resource.matches, taxonomy)
        yield from links(iri, SKOS + "broader", resource.broader)
        if resource.code:
            yield fact(iri, term("countryCode"), words(resource.code))
        if resource.capital:
            yield link(iri, term("capital"), resource.capital)
        for name, year in (("founded", resource.founded), ("dissolved", resource.dissolved)):
            if year:
                yield fact(iri, term(name), when(year))
        yield from links(iri, term("claimedBy"), resource.claimants)
        if resource.kind != "Person":
            yield from _belonging(iri, resource.kind, resource.country, taxonomy)


def _matches(iri: str, kind: Term, matches: Iterable[str], taxonomy: Taxonomy) -> Iterator[Line]:
    """Yield what the node is elsewhere: two concepts match; of one individual there are two names."""
    concept = SKOS + "Concept" in taxonomy.lineage(kind)
    yield from links(iri, SKOS + "exactMatch" if concept else OWL + "sameAs", matches)


def _reachable(mentioned: Iterable[str], reference: Mapping[str, Resource]) -> list[str]:
    found: set[str] = set()
    waiting = sorted({iri for iri in mentioned if iri in reference})
    while waiting:
        iri = waiting.pop()
        if iri in found:
            continue
        found.add(iri)
        resource = reference[iri]
        waiting += [
            other
            for other in (resource.country, resource.capital, *resource.claimants, *resource.broader)
            if other and other in reference
        ]
    return sorted(found)


def _country(told: Iterable[Entity], resource: Resource | None) -> str | None:
    """Return the country that most documents give, else the one of the reference data."""
    votes = Counter(member.country for member in told if member.country)
    known = resource.country if resource else None
    return min(votes, key=lambda iri: (-votes[iri], iri != known, iri), default=known)


def _belonging(iri: str, kind: Term, country: str | None, taxonomy: Taxonomy) -> Iterator[Line]:
    ties = [tie for ancestor, tie in BELONGS.items() if taxonomy.is_a(kind, ancestor)]
    if country and country != iri and ties and ties[0]:
        yield link(iri, term(ties[0]), country)
