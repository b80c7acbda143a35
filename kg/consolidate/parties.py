"""Who each entity of a collection is, as the facts of events name them: the cluster in which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.members import of_clusters
from kg.sameness.facts import Party

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.members import Members
    from kg.records import Cluster, Entity


def parties_of(named: Members[Entity], clusters: Iterable[Cluster]) -> Members[Party]:
    """Return the party that each of the named entities is part of."""
    return of_clusters(clusters, named, _party, Party)


def _party(cluster: Cluster, entities: Sequence[Entity]) -> Party:
    kind = entities[0].kind
    countries = {entity.country for entity in entities} - {None}
    references = {entity.reference for entity in entities} - {None}
    nations = references if kind == "Country" else countries
    return Party(cluster.members[0], min(nations, key=str, default=None), kind == "Country", kind == "Person")
