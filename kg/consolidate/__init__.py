"""See the whole collection: one cluster for each person, thing and event, however many documents tell of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.consolidate.copies import copies_among
from kg.consolidate.decisions import NO_DECISIONS, Decision, Decisions
from kg.consolidate.entities import merge_entities
from kg.consolidate.events import merge_events
from kg.consolidate.linking import link_by_spelling
from kg.consolidate.parties import parties_of
from kg.consolidate.refusals import why_apart
from kg.consolidate.replay import disowned, revise, rulings, stale_decisions
from kg.consolidate.unnamed import unite_unnamed
from kg.errors import GraphError
from kg.members import entities_in
from kg.records import Collection
from kg.spread import here

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.knowledge import Knowledge
    from kg.records import DocumentRecord
    from kg.spread import Spread

__all__ = ["NO_DECISIONS", "Decision", "Decisions", "consolidate", "stale_decisions", "why_apart"]


def consolidate(
    records: Iterable[DocumentRecord] | Mapping[str, DocumentRecord],
    knowledge: Knowledge,
    decisions: Decisions = NO_DECISIONS,
    *,
    spread: Spread | None = None,
) -> Collection:
    """Return the records, sorted by document id, with every entity and event in one cluster; any input order will do.

    A mapping has them by their ids, in the order of these; it is gone through several times, and only what is compared
    is kept of a record. What depends on one record, or on one portion of the collection, is `spread` where this process
    is not to do it. Decisions are replayed first: what they reject is not in the result. `stale_decisions` tells which
    no longer apply. Raises GraphError where two documents have one id.
    """
    spread = spread or here(knowledge)
    told = records if isinstance(records, Mapping) else _by_id(records)
    linked = link_by_spelling(revise(told, decisions, knowledge.taxonomy), knowledge)
    linked = disowned(linked, decisions, knowledge.taxonomy)
    named = entities_in(linked)
    entities = merge_entities(linked, named, knowledge, decisions, spread)
    copies = copies_among(linked, spread)
    events = merge_events(linked, parties_of(named, entities), decisions, knowledge, copies, spread)
    ruled = rulings(linked, decisions, "entity", knowledge.taxonomy)
    return Collection(linked, unite_unnamed(linked, entities, events, ruled), events, tuple(sorted(copies.items())))


def _by_id(records: Iterable[DocumentRecord]) -> dict[str, DocumentRecord]:
    found: dict[str, DocumentRecord] = {}
    for record in sorted(records, key=lambda record: record.document.id):
        if found.setdefault(record.document.id, record) is not record:
            remedy = "give every document its own id"
            raise GraphError("two documents have this id", place=record.document.id, remedy=remedy)
    return found
