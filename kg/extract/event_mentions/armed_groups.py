"""Armed groups: who fights or holds people without being a state, by reference data or by their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.knowledge.namespaces import ID
from kg.knowledge.reference import body_sort

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.records import MentionArgument

SORT = "armed-group"
ARMED, OF_A_STATE = ID + "participant/armed-people", ID + "participant/security-force"


def is_armed_group(argument: MentionArgument, analysis: Analysis) -> bool:
    """Say whether an argument is of no state: Hamas, "rebels", "the 400 Mawozo [gang]"."""
    if argument.entity is None:
        described = None if argument.unnamed is None else argument.unnamed.described
        return described is not None and _is_lawless(described, analysis)
    entity = analysis.index.entities[argument.entity]
    if entity.reference is not None:
        return body_sort(entity.reference, analysis.knowledge.reference) == SORT
    kind = analysis.kinds.named(entity.name.casefold().split()[-1:])
    return kind is not None and _is_lawless(kind.iri, analysis)


def _is_lawless(kind: str, analysis: Analysis) -> bool:
    return analysis.kinds.is_a(kind, ARMED) and not analysis.kinds.is_a(kind, OF_A_STATE)
