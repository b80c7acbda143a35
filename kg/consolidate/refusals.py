"""Why two events of a collection did not become one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.consolidate.parties import parties_of
from kg.members import entities_in
from kg.sameness.collection import judge
from kg.sameness.facts import event_facts
from kg.sameness.support import Clash

if TYPE_CHECKING:
    from kg.knowledge import Knowledge
    from kg.records import Collection, Member


def why_apart(collection: Collection, left: Member, right: Member, knowledge: Knowledge) -> str:
    """Return what parts two events of a collection, in words; "" where they are one."""
    if any({left, right} <= set(cluster.members) for cluster in collection.events):
        return ""
    if left.document == right.document:
        return "one document tells of both"
    parties = parties_of(entities_in(collection.records), collection.entities)
    facts = [
        event_facts(record.events[member.index], record, parties[member.document], knowledge)
        for member in (left, right)
        for record in (collection.records[member.document],)
    ]
    found = judge(*facts)
    if isinstance(found, Clash):
        return found.reason
    return f"it may be ({found.reason}), but another fits as well, no day is told, or a third event parts them"
