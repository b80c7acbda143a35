"""Participants without a name: one node where articles tell of them by the same words in one role of one event.

Words alone never make them one: gunmen here and gunmen there are different people.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.knowledge.folding import fold
from kg.records import Cluster, Member, Merge
from kg.spool import spooled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.consolidate.replay import Rulings
    from kg.records import DocumentRecord, Term

ALIKE, SCORE = "same words in the same role of one event", 0.9


def unite_unnamed(
    records: Mapping[str, DocumentRecord], entities: Sequence[Cluster], events: Sequence[Cluster], ruled: Rulings
) -> Sequence[Cluster]:
    """Return the entities with those without a name united that one event knows alike; decisions keep them apart."""
    alike = list(_alike(records, events))
    if not alike:
        return entities
    asked = {member for members in alike for member in members}
    found: dict[int, Cluster | None] = {}
    home: dict[Member, int] = {}
    for number, cluster in enumerate(entities):
        if not asked.isdisjoint(cluster.members):
            found[number] = cluster
            home.update(dict.fromkeys(cluster.members, number))
    for first, *others in alike:
        for other in others:
            left, right = sorted((home[first], home[other]))
            one, taken = found[left], found[right]
            if one is taken or one is None or taken is None or _barred(one, taken, ruled.bars):
                continue
            found[left], found[right] = _united(one, taken, Merge(first, other, ALIKE, SCORE)), None
            home.update(dict.fromkeys(taken.members, left))
    now = (found.get(number, cluster) for number, cluster in enumerate(entities))
    return spooled((cluster for cluster in now if cluster is not None), Cluster)


def _alike(records: Mapping[str, DocumentRecord], events: Sequence[Cluster]) -> Iterator[list[Member]]:
    """Yield the participants without a name that events of several articles tell alike, in order."""
    for event in events:
        if len(event.members) == 1:
            continue
        alike: defaultdict[tuple[Term, str], list[Member]] = defaultdict(list)
        for member in event.members:
            record = records[member.document]
            for argument in record.events[member.index].arguments:
                entity = record.entities[argument.entity]
                if entity.unnamed is not None:
                    alike[argument.role, fold(entity.name)].append(Member(member.document, argument.entity))
        yield from (members for members in alike.values() if len(members) > 1)


def _barred(left: Cluster, right: Cluster, bars: Mapping[Member, frozenset[tuple[int, bool]]]) -> bool:
    ours, theirs = ({bar for member in cluster.members for bar in bars.get(member, ())} for cluster in (left, right))
    return any((decision, not side) in theirs for decision, side in ours)


def _united(left: Cluster, right: Cluster, merge: Merge) -> Cluster:
    return Cluster(
        members=tuple(sorted((*left.members, *right.members))),
        merges=(*left.merges, *right.merges, merge),
        name=left.name or right.name,
        matches=tuple(sorted({*left.matches, *right.matches})),
    )
