"""Journeys of state: who goes to a town pays a visit there only where it is known to be another country's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.knowledge.taxonomy import PARTICIPANT
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.arguments.role_fillers import RoleFiller
    from kg.records import Entity

PLACE = Term("Place")
SITE = Term("place")


def is_abroad(fillers: Sequence[RoleFiller], entities: Sequence[Entity]) -> bool:
    """Say whether nobody goes to a town of his own country, or to one that may be: "Macron flew to [Beirut]".

    Who goes to a country goes abroad for all that is told; to see a school or a shrine is no visit of state.
    """
    sites = [filler for filler in fillers if filler.role == SITE]
    visited = [entities[filler.entity] for filler in sites if filler.entity is not None]
    towns = [entity.country for entity in visited if entity.kind == PLACE]
    if not towns or any(entity.kind != PLACE for entity in visited):
        return bool(visited) or not sites
    nations = {_nation(filler, entities) for filler in fillers if filler.role == PARTICIPANT}
    return bool(nations) and None not in nations and nations.isdisjoint(towns) and None not in towns


def _nation(filler: RoleFiller, entities: Sequence[Entity]) -> str | None:
    """The country of who goes: the one that he represents, or whose minister he is told to be."""
    owner = filler.entity if filler.entity is not None else filler.belongs_to
    return None if owner is None else entities[owner].nation
