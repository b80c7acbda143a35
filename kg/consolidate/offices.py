"""Offices as evidence for who a lone family name is: one office speaks for it, one not held that day against it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.folding import fold
from kg.records import Member

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from kg.consolidate.facts import EntityFacts
    from kg.consolidate.groups import Group
    from kg.knowledge.reference import Resource
    from kg.records import DocumentRecord

DAYS_APART = 366
"""Beyond a year a lone family name needs its country or its office to be taken for someone named elsewhere."""


@dataclass(frozen=True, slots=True)
class Offices:
    """Who is said to hold what: `told` gives a member's offices (folded title, IRI), `days` the documents' dates."""

    told: Mapping[Member, frozenset[tuple[str, str]]]
    days: Mapping[str, date | None]
    reference: Mapping[str, Resource]

    def agree(self, lone: Group[EntityFacts], full: Group[EntityFacts]) -> bool:
        """Say whether both are told to hold one office, or the reference data gives it to `full` on that day."""
        told = self._titles(lone)
        if not told:
            return False
        if not told.isdisjoint(self._titles(full)):
            return True
        return any(held for _, held in self._held_by_reference(lone, full))

    def fit(self, lone: Group[EntityFacts], full: Group[EntityFacts]) -> bool:
        """Say whether no office and no distance in time speaks against the lone name being the full one."""
        held = [held for _, held in self._held_by_reference(lone, full)]
        if held:
            return any(held)
        settings = {fact.setting for fact in lone.facts} - {None}
        if settings and not settings.isdisjoint({fact.setting for fact in full.facts}):
            return True
        return self._close_in_time(lone, full)

    def _titles(self, group: Group[EntityFacts]) -> frozenset[tuple[str, str]]:
        return frozenset(office for member in group.members for office in self.told.get(member, ()))

    def _held_by_reference(
        self, lone: Group[EntityFacts], full: Group[EntityFacts]
    ) -> Iterator[tuple[tuple[str, str], bool]]:
        """Yield the offices told of `lone` that the reference data knows of `full`, and whether held that day."""
        found = (self.reference.get(fact.reference or "") for fact in full.facts)
        known = [resource for resource in found if resource is not None]
        for member in lone.members:
            day = self.days[member.document]
            for title, of in sorted(self.told.get(member, ())):
                same = [o for resource in known for o in resource.offices if (fold(o.title), o.of) == (title, of)]
                if same and day is not None:
                    yield (title, of), any(office.held_on(day) for office in same)

    def _close_in_time(self, lone: Group[EntityFacts], full: Group[EntityFacts]) -> bool:
        days = [[day for document in group.documents if (day := self.days[document])] for group in (lone, full)]
        if not days[0] or not days[1]:
            return True
        return (min(days[0]) - max(days[1])).days <= DAYS_APART and (min(days[1]) - max(days[0])).days <= DAYS_APART


def known_offices(records: Mapping[str, DocumentRecord], reference: Mapping[str, Resource]) -> Offices:
    """Collect the offices that the records tell of."""
    told: defaultdict[Member, set[tuple[str, str]]] = defaultdict(set)
    for document, record in records.items():
        for tenure in record.tenures:
            of = record.entities[tenure.of].reference if tenure.of is not None else None
            if of:
                told[Member(document, tenure.holder)].add((fold(tenure.office), of))
    frozen = {member: frozenset(offices) for member, offices in told.items()}
    return Offices(frozen, {name: record.document.date for name, record in records.items()}, reference)
