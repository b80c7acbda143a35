"""Decisions replayed: what they reject and part in the records, demand of the merging, and call the result."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from kg.consolidate.corrections import CORRECTIONS, corrected
from kg.consolidate.decisions import Action
from kg.consolidate.revision import parted, unreferred, without
from kg.consolidate.selectors import NOTHING, Selected, select
from kg.consolidate.views import Changed
from kg.records import Cluster
from kg.spool import spooled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.consolidate.decisions import Decision, Decisions
    from kg.consolidate.selectors import Sort
    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import DocumentRecord, Member

_TWO_SIDED = frozenset({Action.MERGE, Action.NOT_SAME, Action.SPLIT})


def revise(
    records: Mapping[str, DocumentRecord], decisions: Decisions, taxonomy: Taxonomy
) -> Mapping[str, DocumentRecord]:
    """Return the records without what is rejected, with mentions split from their entity, and with events corrected."""
    rejects = [decision.left for decision in _of(decisions, Action.REJECT)]
    splits = [decision.right for decision in _of(decisions, Action.SPLIT)]
    selected = select(records.values(), (*rejects, *splits), taxonomy)
    rejected = reduce(or_, (selected[selector] for selector in rejects), NOTHING)
    leaving = [_by_document(selected[selector].mentions) for selector in splits]
    events, mentions, entities = map(_by_document, (rejected.events, rejected.mentions, rejected.entities))

    def revised(record: DocumentRecord) -> DocumentRecord:
        document = record.document.id
        for taken in (taken[document] for taken in leaving if document in taken):
            record = parted(record, taken)
        told = {"events": events[document], "mentions": mentions[document], "entities": entities[document]}
        return without(record, **told) if any(told.values()) else record

    changed = {document for places in (*leaving, events, mentions, entities) for document in places}
    return corrected(Changed(records, changed, revised) if changed else records, decisions, taxonomy)


def disowned(
    records: Mapping[str, DocumentRecord], decisions: Decisions, taxonomy: Taxonomy
) -> Mapping[str, DocumentRecord]:
    """Return the records where what is split from somebody known is not known itself, whatever its name has led to."""
    splits = [decision.right for decision in _of(decisions, Action.SPLIT)]
    if not splits:
        return records
    selected = select(records.values(), splits, taxonomy)
    taken = _by_document(member for selector in splits for member in selected[selector].mentions)
    return Changed(records, taken, lambda record: unreferred(record, taken[record.document.id]))


def _of(decisions: Decisions, *actions: Action) -> list[Decision]:
    return [decision for decision in decisions.decisions if decision.action in actions]


def _by_document(members: Iterable[Member]) -> defaultdict[str, set[int]]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for member in members:
        found[member.document].add(member.index)
    return found


def stale_decisions(
    records: Iterable[DocumentRecord], decisions: Decisions, taxonomy: Taxonomy
) -> tuple[Decision, ...]:
    """Return the decisions that select nothing to act on in these records any more, in order."""
    rights = {decision.right for decision in decisions.decisions if decision.action in _TWO_SIDED}
    selected = select(records, rights | {decision.left for decision in decisions.decisions}, taxonomy)
    return tuple(decision for decision in decisions.decisions if not _applies(decision, selected))


def _applies(decision: Decision, selected: Mapping[str, Selected]) -> bool:
    left = selected[decision.left]
    if decision.action == Action.REJECT:
        return bool(left.events or left.entities)
    if decision.action in CORRECTIONS:
        return bool(left.events)
    if decision.action not in _TWO_SIDED:
        return bool(left.entities)
    right = selected[decision.right]
    return bool(left.entities and right.entities) or bool(left.events and right.events)


@dataclass(frozen=True, slots=True)
class Union:
    """Members that are one because `decision` says so."""

    members: tuple[Member, ...]
    decision: Decision

    @property
    def reason(self) -> str:
        """Return who decided it and why."""
        return f"decision of {self.decision.who}: {self.decision.why}"


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the decisions demand of one sort of members: `bars` keep apart, `unions` join whatever else is known.

    A bar is the number of a decision among those `acting` and the side of it on which a member stands.
    """

    bars: Mapping[Member, frozenset[tuple[int, bool]]]
    unions: tuple[Union, ...]
    acting: tuple[Decision, ...] = ()


def rulings(records: Mapping[str, DocumentRecord], decisions: Decisions, sort: Sort, taxonomy: Taxonomy) -> Rulings:
    """Return what merge, split and not-same decisions demand of the entities or the events of the records."""
    acting = _of(decisions, *_TWO_SIDED)
    selected = select(
        records.values(), {side for decision in acting for side in (decision.left, decision.right)}, taxonomy
    )
    bars: defaultdict[Member, set[tuple[int, bool]]] = defaultdict(set)
    unions: list[Union] = []
    for number, decision in enumerate(acting):
        left, right = (selected[side].of(sort) for side in (decision.left, decision.right))
        if not left or not right:
            continue
        if decision.action == Action.MERGE:
            unions.append(Union(tuple(sorted(left | right)), decision))
            continue
        part = right if decision.action == Action.SPLIT else right - left
        for side, members in ((False, left - right), (True, part)):
            for member in members:
                bars[member].add((number, side))
    if sort == "entity":
        unions += _linked(records, decisions, taxonomy)
    ordered = {member: frozenset(sides) for member, sides in sorted(bars.items())}
    return Rulings(ordered, tuple(unions), tuple(acting))


def _linked(records: Mapping[str, DocumentRecord], decisions: Decisions, taxonomy: Taxonomy) -> list[Union]:
    """Return the entities that decisions link to one and the same thing elsewhere."""
    links = _of(decisions, Action.LINK)
    selected = select(records.values(), {decision.left for decision in links}, taxonomy)
    same: defaultdict[str, set[Member]] = defaultdict(set)
    for decision in links:
        same[decision.right] |= selected[decision.left].entities
    last = {decision.right: decision for decision in links}
    return [Union(tuple(sorted(members)), last[iri]) for iri, members in same.items() if members]


def labelled(
    clusters: Sequence[Cluster], records: Mapping[str, DocumentRecord], decisions: Decisions, taxonomy: Taxonomy
) -> Sequence[Cluster]:
    """Return the clusters of entities with the names and the links that decisions give any of their members."""
    acting = _of(decisions, Action.RENAME, Action.LINK)
    selected = select(records.values(), {decision.left for decision in acting}, taxonomy)
    asked = {member for decision in acting for member in selected[decision.left].entities}
    if not asked:
        return clusters
    home = {member: number for number, one in enumerate(clusters) for member in one.members if member in asked}
    changed = {number: clusters[number] for number in home.values()}
    for decision in acting:
        for number in sorted({home[member] for member in selected[decision.left].entities}):
            if decision.action == Action.RENAME:
                changed[number] = replace(changed[number], name=decision.right)
            else:
                matches = tuple(sorted({*changed[number].matches, decision.right}))
                changed[number] = replace(changed[number], matches=matches)
    return spooled((changed.get(number, cluster) for number, cluster in enumerate(clusters)), Cluster)
