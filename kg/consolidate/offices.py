"""Offices as evidence for who a lone family name is: one office speaks for it, one not held that day against it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from kg.knowledge.folding import fold
from kg.records import Member

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from datetime import date

    from kg.consolidate.facts import EntityFacts
    from kg.consolidate.groups import Group
    from kg.knowledge.reference import Resource
    from kg.records import DocumentRecord

DAYS_APART = 366
"""Beyond a year a lone family name needs its country or its office to be taken for someone named elsewhere."""


@dataclass(slots=True)
class _Career:
    """What the first `seen` members of a group tell: offices, and the first and the last day of their documents."""

    seen: int = 0
    titles: set[tuple[str, str]] = field(default_factory=set)
    days: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Offices:
    """Who is said to hold what: `told` gives a member's offices (folded title, IRI), `days` the documents' dates."""

    told: Mapping[Member, frozenset[tuple[str, str]]]
    days: Mapping[str, date | None]
    reference: Mapping[str, Resource]
    careers: dict[Group[EntityFacts], _Career] = field(default_factory=dict)
    """What is known of groups, to which members are only ever added."""

    def agree(self, lone: Group[EntityFacts], full: Group[EntityFacts]) -> bool:
        """Say whether both are told to hold one office, or the reference data gives it to `full` on that day."""
        told = self.titles(lone)
        if not told:
            return False
        if not told.isdisjoint(self.titles(full)):
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

    def titles(self, group: Group[EntityFacts]) -> AbstractSet[tuple[str, str]]:
        """Return the offices that members of a group are told to hold."""
        return self._career(group).titles

    def _career(self, group: Group[EntityFacts]) -> _Career:
        career = self.careers.setdefault(group, _Career())
        for member in islice(group.members, career.seen, None):
            career.titles.update(self.told.get(member, ()))
            if (day := self.days[member.document]) is not None:
                first, last = career.days or (day, day)
                career.days = min(first, day), max(last, day)
        career.seen = len(group.members)
        return career

    def _held_by_reference(
        self, lone: Group[EntityFacts], full: Group[EntityFacts]
    ) -> Iterator[tuple[tuple[str, str], bool]]:
        """Yield the offices told of `lone` that the reference data knows of `full`, and whether held that day."""
        found = (self.reference.get(fact.reference or "") for fact in full.facts)
        known = [resource for resource in found if resource is not None]
        for member in lone.members:
            day = self.days[member.document]
            for title, of in sorted(self.told.get(member, ())):
                same = [o for resource in known for o in resource.offices if (o.key, o.of) == (title, of)]
                if same and day is not None:
                    yield (title, of), any(office.held_on(day) for office in same)

    def _close_in_time(self, lone: Group[EntityFacts], full: Group[EntityFacts]) -> bool:
        ours, theirs = self._career(lone).days, self._career(full).days
        if ours is None or theirs is None:
            return True
        return (ours[0] - theirs[1]).days <= DAYS_APART and (theirs[0] - ours[1]).days <= DAYS_APART


def offices_in(record: DocumentRecord) -> dict[Member, frozenset[tuple[str, str]]]:
    """Return the offices that a record tells of its members."""
    told: defaultdict[Member, set[tuple[str, str]]] = defaultdict(set)
    for tenure in record.tenures:
        of = record.entities[tenure.of].reference if tenure.of is not None else None
        if of:
            told[Member(record.document.id, tenure.holder)].add((fold(tenure.office), of))
    return {member: frozenset(offices) for member, offices in told.items()}
