"""Events corrected by decisions: their class, their date, and who is said to claim them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from kg.consolidate.decisions import NONE, Action
from kg.consolidate.selectors import select
from kg.consolidate.views import Changed
from kg.errors import DecisionError
from kg.records import DateBasis, EventDate, Term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.consolidate.decisions import Decision, Decisions
    from kg.consolidate.selectors import Selected
    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import DocumentRecord, Event

CORRECTIONS: Final = (Action.CLASS, Action.DATE, Action.CLAIMANT)
_EVENT: Final = "Event"


def corrected(
    records: Mapping[str, DocumentRecord], decisions: Decisions, taxonomy: Taxonomy
) -> Mapping[str, DocumentRecord]:
    """Return the records with what decisions say of events in the place of what was read; the last one holds.

    Raises DecisionError for a class that is none of events and, when a record is asked for, for one that needs parties
    which its event does not name.
    """
    for action in CORRECTIONS:
        acting = [decision for decision in decisions.decisions if decision.action == action]
        sides = {side for decision in acting for side in (decision.left, decision.right)}
        selected = select(records.values(), sides, taxonomy) if acting else {}
        said: defaultdict[str, list[tuple[int, Decision]]] = defaultdict(list)
        for decision in acting:
            for member in sorted(selected[decision.left].events):
                said[member.document].append((member.index, decision))
        if said:
            records = Changed(records, said, partial(_with_corrections, said, selected, taxonomy))
    return records


def _with_corrections(
    said: Mapping[str, Sequence[tuple[int, Decision]]],
    selected: Mapping[str, Selected],
    taxonomy: Taxonomy,
    record: DocumentRecord,
) -> DocumentRecord:
    events = list(record.events)
    for index, decision in said[record.document.id]:
        events[index] = _corrected(events[index], decision, selected, record.document.id, taxonomy)
    return replace(record, events=tuple(events))


def _corrected(
    event: Event, decision: Decision, selected: Mapping[str, Selected], document: str, taxonomy: Taxonomy
) -> Event:
    if decision.action == Action.CLASS:
        return replace(event, kind=event_class(decision, event, taxonomy))
    if decision.action == Action.DATE:
        when = None if decision.right == NONE else EventDate(decision.right, DateBasis.EXPLICIT)
        return replace(event, date=when, evidence=tuple(replace(item, date=when) for item in event.evidence))
    claimants = tuple(sorted(one.index for one in selected[decision.right].entities if one.document == document))
    if decision.right != NONE and not claimants:
        return event
    evidence = tuple(replace(item, according_to=claimants) for item in event.evidence)
    return replace(event, according_to=claimants, evidence=evidence)


def event_class(decision: Decision, event: Event | None, taxonomy: Taxonomy) -> Term:
    """Return the class that a decision gives an event; DecisionError where it is none, or the event lacks parties."""
    kind = Term(decision.right.removeprefix("kg:"))
    place = decision.place or "decisions"
    if not taxonomy.is_a(kind, _EVENT) or kind == _EVENT:
        known = sorted(name for name in taxonomy.above if taxonomy.is_a(name, _EVENT) and name != _EVENT)
        raise DecisionError(f"{decision.right!r} is no class of events", place=place, remedy=f"use {', '.join(known)}")
    roles = {argument.entity: argument.role for argument in event.arguments} if event else {}
    if event and not taxonomy.names_all(kind, tuple(roles.values())):
        needs = ", ".join(sorted(taxonomy.inherited_needs(kind)))
        problem = f"{decision}: the event does not name what a {kind} needs ({needs})"
        raise DecisionError(problem, place=place, remedy="choose a class with the same roles, or reject the event")
    return kind
