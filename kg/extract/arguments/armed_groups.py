"""Armed groups: who fights or holds people without being a state, by reference data or by their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.knowledge.namespaces import ID
from kg.knowledge.reference import body_sort
from kg.records import Term

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.records import MentionArgument

SORT = "armed-group"
ARMED, OF_A_STATE = ID + "participant/armed-people", ID + "participant/security-force"
GROUP, GOVERNMENT = ID + "participant/armed-group", ID + "participant/government"
COUNTRY = Term("Country")


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


def is_of_a_state(argument: MentionArgument, analysis: Analysis) -> bool | None:
    """Say whether an argument is a state or of its forces, and no armed group; None where nobody can tell.

    "Attackers" and "gunmen" may be anybody's.
    """
    if argument.entity is not None:
        state = analysis.index.entities[argument.entity].kind == COUNTRY
        return True if state else False if is_armed_group(argument, analysis) else None
    described = None if argument.unnamed is None else argument.unnamed.described
    if described is None:
        return None
    if any(analysis.kinds.is_a(described, kind) for kind in (OF_A_STATE, GOVERNMENT)):
        return True
    return False if analysis.kinds.is_a(described, GROUP) else None


def _is_lawless(kind: str, analysis: Analysis) -> bool:
    return analysis.kinds.is_a(kind, ARMED) and not analysis.kinds.is_a(kind, OF_A_STATE)
