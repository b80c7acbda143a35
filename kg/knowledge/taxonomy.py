"""What ontology/kg.ttl says of its own classes and properties: what lies above them, and what an event needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.files import facts
from kg.knowledge.identity import NOTHING, Identity, identities
from kg.knowledge.namespaces import KG, OWL, RDF, RDFS, SCHEMA, SKOS, XSD
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from kg.knowledge.files import Index, Sources

FILE = "kg.ttl"
EVENT, PARTICIPANT = Term("Event"), Term("participant")
ABOVE = (RDFS + "subClassOf", RDFS + "subPropertyOf")


@dataclass(frozen=True, slots=True, eq=False)
class Taxonomy:
    """The classes and properties of kg.ttl, by local name; terms of other vocabularies go by their IRIs.

    `above` gives a term and the terms above it, nearest first; `labels` the English label of every term; `relations`
    the properties whose values are nodes, `datatypes` the XSD type of the others, `edges` the properties that draw an
    edge; `codes` the CAMEO and PLOVER codes that an event class or a status names; `values` the classes of every
    individual.

    `needs` gives the roles and `parties` the number of different entities without which an event of a class is not
    told, by it or a class above it; `implied_by` the sub-class that a property turns an event into; `ranges` the entity
    classes that may fill a role; `precision` the measured share of events of a class that are read rightly;
    `goes_without` the needed roles that a status waives; `reaches_owner` the classes in which a thing without a name
    suffers for whose it is; `holds_people` those that are done to people, and to no state;
    `days_reported` and `days_between_reports` the days after an event, and between two articles, in which it is told
    without a date; `when_planned` and `when_possible` the transfer status that another one becomes while the transfer
    is not real yet; `identities` what tells events of a class apart; `families` the class right below kg:Event that
    each class of events is or lies below; `parts` are kg:participant and the roles below it.
    """

    above: Mapping[Term, tuple[Term, ...]]
    labels: Mapping[Term, str]
    relations: frozenset[Term]
    datatypes: Mapping[Term, str]
    edges: tuple[Term, ...]
    codes: Mapping[Term, tuple[str, ...]]
    values: Mapping[Term, frozenset[Term]]
    needs: Mapping[Term, frozenset[Term]]
    parties: Mapping[Term, int]
    implied_by: Mapping[Term, Term]
    ranges: Mapping[Term, frozenset[Term]]
    precision: Mapping[Term, float]
    goes_without: Mapping[Term, frozenset[Term]]
    reaches_owner: frozenset[Term]
    holds_people: frozenset[Term]
    days_reported: Mapping[Term, int]
    days_between_reports: Mapping[Term, int]
    when_planned: Mapping[Term, Term]
    when_possible: Mapping[Term, Term]
    identities: Mapping[Term, Identity]
    families: Mapping[Term, Term]
    parts: frozenset[Term]

    def lineage(self, name: Term) -> tuple[str, ...]:
        """Return the IRI of a class or property, then those of the kg: and SKOS terms above it, sorted."""
        return _lineage(self, name)

    def over(self, name: Term) -> Iterator[str]:
        """Yield the IRIs of the kg: and SKOS terms above a class or property, nearest first."""
        for other in self.above.get(name, ()):
            if other != name and (":" not in other or other.startswith(SKOS)):
                yield other if ":" in other else KG + other

    def depth(self, name: Term) -> int:
        """Return how many kg: and SKOS terms lie above a class or property."""
        return sum(1 for _ in self.over(name))

    def narrowest(self, names: Iterable[Term]) -> Term:
        """Return the most special of one class or more, the first by name of those that are equally so."""
        return max(sorted(names), key=self.depth)

    def lowest(self, names: Iterable[Term]) -> Term | None:
        """Return the first, by name, of the declared classes or properties that is above no other of them."""
        known = sorted(name for name in names if name in self.labels)
        return next((n for n in known if not any(self.is_a(other, n) for other in known if other != n)), None)

    def lines(self, name: Term) -> tuple[Term, ...]:
        """Return a class or property and all the terms above it, the nearest first."""
        return self.above.get(name, (name,))

    def is_a(self, name: str, ancestor: str) -> bool:
        """Say whether a class or property is the other or below it."""
        return name == ancestor or ancestor in self.above.get(Term(name), ())

    def is_any_of(self, name: Term, ancestors: Collection[str]) -> bool:
        """Say whether a class or property is one of several, or below one."""
        return not frozenset(ancestors).isdisjoint(self.lines(name))

    def is_open(self, kind: Term) -> bool:
        """Say whether what is told beside an event of the class makes it a finer one: by phone, talks are a call."""
        return any(finer != kind and self.is_a(finer, kind) for finer in self.implied_by.values())

    def fits(self, role: Term, kind: Term) -> bool:
        """Say whether an entity of this class may fill the role; a role without a declared range takes none."""
        return role in self.ranges and not self.ranges[role].isdisjoint(self.lines(kind))

    def inherited_needs(self, kind: Term) -> frozenset[Term]:
        """Return the roles that an event of the class needs, its super-classes' included."""
        return self.needs.get(kind, frozenset())

    def is_party(self, role: Term, kind: Term) -> bool:
        """Say whether who fills the role takes part in an event of the class: as participant or in a role it needs."""
        return self.is_part(role) or role in self.inherited_needs(kind)

    def is_part(self, role: Term) -> bool:
        """Say whether who fills the role is a kg:participant of the event."""
        return role in self.parts

    def names_all(self, kind: Term, roles: Sequence[Term], statuses: Iterable[Term] = ()) -> bool:
        """Say whether parties in these roles, a role for each, are all that an event of the class needs.

        Of a status of the event the roles that it waives need nobody.
        """
        waived = frozenset[Term]().union(*(self.goes_without.get(status, frozenset()) for status in statuses))
        filled = {broader for role in roles for broader in self.lines(role)}
        parties = sum(self.is_party(role, kind) for role in roles)
        return self.inherited_needs(kind) - waived <= filled and parties >= self.inherited_parties(kind) - len(waived)

    def family(self, kind: Term) -> Term:
        """Return the class right below kg:Event that a class is or lies below: events of two families are never one."""
        return self.families.get(kind, kind)

    def inherited_days(self, days: Mapping[Term, int], kind: Term) -> int:
        """Return the days that a class, or the nearest class above it that has any, gives."""
        return next((days[parent] for parent in self.above.get(kind, (kind,)) if parent in days), 0)

    def identity(self, kind: Term) -> Identity:
        """Return by what events of the class are told apart; by nothing, where neither it nor one above it says so."""
        return self.identities.get(kind, NOTHING)

    def inherited_parties(self, kind: Term) -> int:
        """Return how many different entities an event of the class needs."""
        return self.parties.get(kind, 0)


def read_taxonomy(sources: Sources) -> Taxonomy:
    """Return the classes and properties of kg.ttl; raise OntologyError where the file is missing."""
    index: Index = {local_name(iri): facts_of for iri, facts_of in facts(sources, FILE).items() if iri.startswith(KG)}
    above = _closure(index)
    needs = _sets(index, KG + "needs")
    parties = {kind: int(counts[0]) for kind, counts in _terms(index, KG + "needsParties").items()}
    held = {kind for kind, said in _terms(index, KG + "holdsPeople").items() if "true" in said}
    owned = {kind for kind, said in _terms(index, KG + "reachesOwner").items() if "true" in said}
    return Taxonomy(
        above=above,
        labels={name: found[0] for name, found in _terms(index, RDFS + "label").items()},
        relations=frozenset(n for n, kinds in _terms(index, RDF + "type").items() if OWL + "ObjectProperty" in kinds),
        datatypes={n: k[0] for n, k in _terms(index, RDFS + "range").items() if k[0].startswith(XSD)},
        edges=tuple(sorted(name for name, said in _terms(index, KG + "drawsEdge").items() if "true" in said)),
        codes={name: tuple(sorted(found)) for name, found in _terms(index, SKOS + "closeMatch").items()},
        values=_sets(index, RDF + "type"),
        needs={kind: frozenset[Term]().union(*(needs.get(one, ()) for one in lines)) for kind, lines in above.items()},
        parties={kind: max(parties.get(one, 0) for one in lines) for kind, lines in above.items()},
        implied_by={name: kind for kind, names in _terms(index, KG + "impliedBy").items() for name in names},
        ranges=_sets(index, SCHEMA + "rangeIncludes"),
        precision={kind: float(share[0]) for kind, share in _terms(index, KG + "readingPrecision").items()},
        goes_without=_sets(index, KG + "goesWithout"),
        reaches_owner=frozenset(kind for kind, lineage in above.items() if not owned.isdisjoint(lineage)),
        holds_people=frozenset(kind for kind, lineage in above.items() if not held.isdisjoint(lineage)),
        days_reported=_days(index, "daysReported"),
        days_between_reports=_days(index, "daysBetweenReports"),
        when_planned={name: found[0] for name, found in _terms(index, KG + "whenPlanned").items()},
        when_possible={name: found[0] for name, found in _terms(index, KG + "whenPossible").items()},
        families={kind: lines[max(lines.index(EVENT) - 1, 0)] for kind, lines in above.items() if EVENT in lines},
        parts=frozenset(role for role, lines in above.items() if PARTICIPANT in lines),
        identities=identities(above, lambda name: _sets(index, KG + name), needs, parties),
    )


def local_name(iri: str) -> Term:
    """Return what follows the kg: namespace, or the whole IRI of a term of another vocabulary."""
    return Term(iri.removeprefix(KG))


def _terms(index: Index, predicate: str) -> dict[Term, list[Term]]:
    """What the terms of the ontology say by one property; a term of it by its local name."""
    return {
        Term(name): [local_name(value) for value in properties[predicate]]
        for name, properties in index.items()
        if predicate in properties
    }


def _sets(index: Index, predicate: str) -> dict[Term, frozenset[Term]]:
    return {name: frozenset(found) for name, found in _terms(index, predicate).items()}


@lru_cache(maxsize=1024)
def _lineage(taxonomy: Taxonomy, name: Term) -> tuple[str, ...]:
    # Every node of a graph is asked for its classes, of which there are few.
    if name not in taxonomy.labels:
        remedy = f"declare kg:{name} with a type and an rdfs:label"
        raise OntologyError(f"there is no kg:{name}", place=FILE, remedy=remedy)
    return (KG + name, *sorted(taxonomy.over(name)))


def _days(index: Index, name: str) -> dict[Term, int]:
    return {kind: int(found[0]) for kind, found in _terms(index, KG + name).items()}


def _closure(index: Index) -> dict[Term, tuple[Term, ...]]:
    """Return every term with the terms above it, nearest first, itself included; those of other vocabularies too."""
    parents = {Term(name): sorted(p for kind in ABOVE for p in _above(index, name, kind)) for name in index}

    def climb(kind: Term, seen: tuple[Term, ...]) -> tuple[Term, ...]:
        for parent in parents.get(kind, ()):
            if parent not in seen:
                seen = climb(parent, (*seen, parent))
        return seen

    return {kind: climb(kind, (kind,)) for kind in parents}


def _above(index: Index, name: str, relation: str) -> list[Term]:
    return [local_name(parent) for parent in index[name].get(relation, ())]
