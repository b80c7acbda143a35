"""What ontology/kg.ttl says of event classes and their roles, as plain frozen records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.knowledge.files import ontology_folder, read_triples
from kg.knowledge.namespaces import KG, RDF, RDFS, SCHEMA
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

EVENT, PARTICIPANT = Term("Event"), Term("participant")


@dataclass(frozen=True, slots=True)
class EventClasses:
    """The event part of the schema.

    `parents` gives the super-classes of a class, itself first; `needs` the roles and `parties` the number of different
    entities without which an event of a class is not told; `implied_by` the sub-class that a property turns an event
    into; `ranges` the entity classes that may fill a role; `broader_roles` the super-properties of a role, itself
    first; `values` the classes of every individual; `precision` the measured share of events of a class that are read
    rightly; `goes_without` the needed roles that a status waives; `reaches_owner` the classes in which a thing without
    a name suffers for whose it is; `days_reported` and `days_between_reports` the days after an event, and between two
    articles, in which it is told without a date;
    `when_planned` and `when_possible` the transfer status that another one becomes while the transfer is not real yet.
    """

    parents: Mapping[Term, tuple[Term, ...]]
    needs: Mapping[Term, frozenset[Term]]
    parties: Mapping[Term, int]
    implied_by: Mapping[Term, Term]
    ranges: Mapping[Term, frozenset[Term]]
    broader_roles: Mapping[Term, tuple[Term, ...]]
    values: Mapping[Term, frozenset[Term]]
    precision: Mapping[Term, float]
    goes_without: Mapping[Term, frozenset[Term]]
    reaches_owner: frozenset[Term]
    days_reported: Mapping[Term, int]
    days_between_reports: Mapping[Term, int]
    when_planned: Mapping[Term, Term]
    when_possible: Mapping[Term, Term]

    def is_a(self, kind: Term, ancestor: Term) -> bool:
        """Say whether a class is the other or below it."""
        return ancestor in self.parents.get(kind, (kind,))

    def fits(self, role: Term, kind: Term) -> bool:
        """Say whether an entity of this class may fill the role; a role without a declared range takes none."""
        return any(parent in self.ranges.get(role, ()) for parent in self.parents.get(kind, (kind,)))

    def inherited_needs(self, kind: Term) -> frozenset[Term]:
        """Return the roles that an event of the class needs, its super-classes' included."""
        return frozenset().union(*(self.needs.get(parent, frozenset()) for parent in self.parents.get(kind, (kind,))))

    def is_party(self, role: Term, kind: Term) -> bool:
        """Say whether who fills the role takes part in an event of the class: as participant or in a role it needs."""
        return self.is_part(role) or role in self.inherited_needs(kind)

    def is_part(self, role: Term) -> bool:
        """Say whether who fills the role is a kg:participant of the event."""
        return PARTICIPANT in self.broader_roles.get(role, (role,))

    def family(self, kind: Term) -> Term:
        """Return the class right below kg:Event that a class is or lies below: events of two families are never one."""
        parents = self.parents.get(kind, (kind,))
        return parents[max(parents.index(EVENT) - 1, 0)] if EVENT in parents else kind

    def inherited_days(self, days: Mapping[Term, int], kind: Term) -> int:
        """Return the days that a class, or the nearest class above it that has any, gives."""
        return next((days[parent] for parent in self.parents.get(kind, (kind,)) if parent in days), 0)

    def inherited_parties(self, kind: Term) -> int:
        """Return how many different entities an event of the class needs."""
        return max((self.parties.get(parent, 0) for parent in self.parents.get(kind, (kind,))), default=0)


@cache
def load_event_classes(folder: Path | None = None) -> EventClasses:
    """Return the event classes of kg.ttl in `folder` (None: the shipped ontology); OntologyError if it is broken."""
    values: defaultdict[str, defaultdict[Term, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for triple in read_triples((folder or ontology_folder()) / "kg.ttl"):
        subject, value = str(triple.subject).strip("<>"), getattr(triple.object, "value", "")
        if subject.startswith(KG):
            values[triple.predicate.value][Term(subject.removeprefix(KG))].append(Term(value.removeprefix(KG)))
    single = {name: _first(values[KG + name]) for name in ("whenPlanned", "whenPossible")}
    return EventClasses(
        parents=_closure(values[RDFS + "subClassOf"]),
        needs={kind: frozenset(roles) for kind, roles in values[KG + "needs"].items()},
        parties={kind: int(counts[0]) for kind, counts in values[KG + "needsParties"].items()},
        implied_by={name: kind for kind, names in values[KG + "impliedBy"].items() for name in names},
        ranges={role: frozenset(kinds) for role, kinds in values[SCHEMA + "rangeIncludes"].items()},
        broader_roles=_closure(values[RDFS + "subPropertyOf"]),
        values={name: frozenset(kinds) for name, kinds in values[RDF + "type"].items()},
        precision={kind: float(share[0]) for kind, share in values[KG + "readingPrecision"].items()},
        goes_without={value: frozenset(roles) for value, roles in values[KG + "goesWithout"].items()},
        reaches_owner=frozenset(kind for kind, said in values[KG + "reachesOwner"].items() if "true" in said),
        days_reported=_days(values[KG + "daysReported"]),
        days_between_reports=_days(values[KG + "daysBetweenReports"]),
        when_planned=single["whenPlanned"],
        when_possible=single["whenPossible"],
    )


def _first(values: Mapping[Term, list[Term]]) -> dict[Term, Term]:
    return {name: found[0] for name, found in values.items()}


def _days(values: Mapping[Term, list[Term]]) -> dict[Term, int]:
    return {kind: int(found[0]) for kind, found in values.items()}


def _closure(parents: Mapping[Term, list[Term]]) -> dict[Term, tuple[Term, ...]]:
    """Return every term with the terms above it, nearest first, itself included; those of other vocabularies too."""

    def climb(kind: Term, seen: tuple[Term, ...]) -> tuple[Term, ...]:
        for parent in sorted(parents.get(kind, ())):
            if parent not in seen:
                seen = climb(parent, (*seen, parent))
        return seen

    return {kind: climb(kind, (kind,)) for kind in parents}
