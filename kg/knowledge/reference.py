"""The reference data of ontology/ as plain frozen records: countries, people, organizations, places and weapons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.files import facts
from kg.knowledge.folding import fold
from kg.knowledge.namespaces import KG, RDF, SKOS
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.knowledge.files import Index, Properties, Sources
    from kg.knowledge.taxonomy import Taxonomy

FILES = ("countries.ttl", "countries.past.ttl", "leaders.ttl", "organizations.ttl", "places.ttl", "weapons.ttl")
KINDS = frozenset(map(Term, ("Country", "Organization", "Person", "Place", "Weapon")))
TENURE = KG + "Tenure"
TYPE = RDF + "type"


@dataclass(frozen=True, slots=True)
class Office:
    """An office held of the country or organization `of` (IRI), first to last day; None where open."""

    title: str
    of: str
    since: date | None = None
    until: date | None = None

    @property
    def key(self) -> str:
        """The title as it is compared with what a text says."""
        return fold(self.title)

    def held_on(self, day: date) -> bool:
        """Say whether the office was held on that day, both ends included; an open end never excludes."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Resource:
    """One country, person, organization, place or weapon, with every word it goes by.

    `labels` is the preferred label, then the others sorted; `ambiguous` those words of it that count only in a fitting
    context; `country` the country it is, lies in, belongs to (directly or through what it is part of) or, for a person,
    serves by the present or else the last office; `offices` are in order of time, `broader` and `matches` (Wikidata)
    are IRIs; `code` and `alpha3` are the two codes of ISO 3166-1; `sort` is the local name of an organization's kind,
    such as "ministry"; `claimants` are the countries that contest a place or territory, which then lies in none;
    `founded` and `dissolved` are the years of a state that is no more; `on_the_ground` says of a type of arms that they
    do not fly, `crewed` that people fly in them.
    """

    iri: str
    kind: Term
    name: str
    labels: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    ambiguous: frozenset[str] = frozenset()
    family_name: str | None = None
    head_nouns: tuple[str, ...] = ()
    country: str | None = None
    code: str | None = None
    alpha3: str | None = None
    broader: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    matches: tuple[str, ...] = ()
    capital: str | None = None
    claimants: tuple[str, ...] = ()
    sort: str | None = None
    founded: str | None = None
    dissolved: str | None = None
    on_the_ground: bool = False
    crewed: bool = False


def read_reference(sources: Sources, taxonomy: Taxonomy) -> Mapping[str, Resource]:
    """Return every resource of the reference files by IRI, in order of IRI; of a class below one of `KINDS` it is that.

    Raises OntologyError when a file is missing, or a resource or a tenure lacks what its record needs.
    """
    graph = facts(sources, *FILES)
    offices: defaultdict[str, list[Office]] = defaultdict(list)
    for iri, properties in graph.items():
        if TENURE in properties.get(TYPE, ()):
            offices[_need(iri, properties, "holder")].append(_office(iri, properties))
    found = {iri: _kind(graph[iri].get(TYPE, ()), taxonomy) for iri in sorted(graph)}
    kinds = {iri: kind for iri, kind in found.items() if kind is not None}
    return {iri: _resource(iri, kinds, graph, _in_order(offices.get(iri, []))) for iri in kinds}


def body_sort(iri: str | None, reference: Mapping[str, Resource]) -> str | None:
    """Return of what sort a body is, by the local name of its kind; None of what is no body or not known."""
    resource = reference.get(iri or "")
    return None if resource is None else resource.sort


def _kind(classes: Iterable[str], taxonomy: Taxonomy) -> Term | None:
    lines = (line for name in classes for line in taxonomy.lines(Term(name.removeprefix(KG))))
    return next((line for line in lines if line in KINDS), None)


def _resource(iri: str, kinds: Mapping[str, Term], graph: Index, offices: tuple[Office, ...]) -> Resource:
    properties = graph[iri]
    name = _need(iri, properties, "prefLabel", namespace=SKOS)
    others = sorted(set(properties.get(SKOS + "altLabel", ())) - {name})
    return Resource(
        iri=iri,
        kind=kinds[iri],
        name=name,
        labels=(name, *others),
        adjectives=_all(properties, KG + "adjective"),
        demonyms=_all(properties, KG + "demonym"),
        metonyms=_all(properties, KG + "metonym"),
        ambiguous=frozenset(properties.get(KG + "ambiguous", ())),
        family_name=_first(properties, KG + "familyName"),
        head_nouns=_all(properties, KG + "headNoun"),
        country=_country(iri, kinds, graph, offices),
        code=_first(properties, KG + "countryCode"),
        alpha3=_first(properties, KG + "alpha3"),
        broader=_all(properties, SKOS + "broader"),
        offices=offices,
        matches=_all(properties, SKOS + "exactMatch"),
        capital=_first(properties, KG + "capital"),
        claimants=_all(properties, KG + "claimedBy"),
        sort=_sort(properties),
        founded=_first(properties, KG + "founded"),
        dissolved=_first(properties, KG + "dissolved"),
        on_the_ground="true" in properties.get(KG + "onTheGround", ()),
        crewed="true" in properties.get(KG + "crewed", ()),
    )


def _sort(properties: Properties) -> str | None:
    kind = _first(properties, KG + "kind")
    return kind.rsplit("/", 1)[-1] if kind else None


def _country(iri: str, kinds: Mapping[str, Term], graph: Index, offices: tuple[Office, ...]) -> str | None:
    if kinds[iri] == "Person":
        return _country_of(offices[-1].of, kinds, graph) if offices else None
    return _country_of(iri, kinds, graph)


def _country_of(iri: str, kinds: Mapping[str, Term], graph: Index) -> str | None:
    """Climb from an organization or a place to the country, nearest first; a circle of parts ends without one."""
    seen: set[str] = set()
    level = [iri]
    while level:
        for node in level:
            if kinds.get(node) == "Country":
                return node
            if country := _first(graph.get(node, {}), KG + "inCountry"):
                return country
        seen.update(level)
        level = sorted({parent for node in level for parent in graph.get(node, {}).get(KG + "partOf", ())} - seen)
    return None


def _office(iri: str, properties: Properties) -> Office:
    since, until = (_first(properties, KG + end) for end in ("since", "until"))
    try:
        return Office(
            title=_need(iri, properties, "office"),
            of=_need(iri, properties, "of"),
            since=date.fromisoformat(since) if since else None,
            until=date.fromisoformat(until) if until else None,
        )
    except ValueError as error:
        raise OntologyError(str(error), place=f"<{iri}>", remedy="write dates as 2025-07-04") from error


def _in_order(offices: list[Office]) -> tuple[Office, ...]:
    """Sort by end and start, an office still held last, so that the last one is what the person is known by."""
    return tuple(
        sorted(offices, key=lambda held: (held.until or date.max, held.since or date.min, held.of, held.title))
    )


def _all(properties: Properties, predicate: str) -> tuple[str, ...]:
    return tuple(sorted(properties[predicate])) if predicate in properties else ()


def _first(properties: Properties, predicate: str) -> str | None:
    return min(properties[predicate]) if predicate in properties else None


def _need(iri: str, properties: Properties, local: str, *, namespace: str = KG) -> str:
    value = _first(properties, namespace + local)
    if value is None:
        raise OntologyError(f"<{iri}> has no {local}", place="ontology", remedy=f"give it one {local}")
    return value
