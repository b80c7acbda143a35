"""Which IRI each document, entity and event of a collection gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

from kg.assemble.iris import document_slug, is_provisional, local, place_in, provisional, settle, slug
from kg.members import AT_HAND, of_clusters
from kg.records import Factuality, Term
from kg.spool import spooled

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from kg.assemble.merging import MergedEvent, MergedFigure
    from kg.knowledge.reference import Resource
    from kg.knowledge.taxonomy import Taxonomy
    from kg.members import Members
    from kg.records import Cluster, Entity

ROLES: Final = (("actor", "attacker", "supplier", "speaker"), ("participant", "initiator"), ("recipient",), ("target",))
"""Whose names an event's IRI is made of, in this order; roles in one group are sorted together."""
WITH: Final = ("weapon",)
"""What a label adds to those, and the IRI of a transfer too."""

_MOST_NAMES: Final = 5
MOST_UNNAMED: Final = 2
"""How many without a name an event is called by where nobody in their place has one."""


@dataclass(frozen=True, slots=True)
class EntityNode:
    """A cluster of entities as one node: its IRI, class and preferred name.

    `matches` are the IRIs of the same thing elsewhere that a human gave.
    """

    iri: str
    kind: Term
    name: str
    reference: str | None
    matches: tuple[str, ...]


class _Documents(Mapping[str, str]):
    """The IRIs of documents, of which only those that are not as their ids are kept."""

    def __init__(self, ids: Sequence[str], base: str) -> None:
        self._ids = ids
        wish = partial(_document_wish, base)
        settled = zip(ids, settle((wish(id_), id_) for id_ in ids), strict=True)
        others = {id_: iri for id_, iri in settled if iri != wish(id_)}
        self._get = lru_cache(maxsize=256)(lambda id_: others.get(id_) or wish(id_))

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __getitem__(self, id_: str) -> str:
        return self._get(id_)


def _document_wish(base: str, id_: str) -> str:
    return f"{base}document/{document_slug(id_)}"


def document_iris(ids: Sequence[str], base: str) -> Mapping[str, str]:
    """Return the IRI of each document by its id."""
    return _Documents(ids, base)


def entity_nodes(
    clusters: Iterable[Cluster], named: Members[Entity], reference: Mapping[str, Resource]
) -> Members[EntityNode]:
    """Return the node of each of the `named` entities of documents: one for each cluster, in order.

    It has no IRI unless it is of the reference data; who has no name has a provisional one.
    """
    return of_clusters(clusters, named, partial(_draft, reference=reference), EntityNode)


def entity_iris(
    nodes: Iterable[EntityNode], clusters: Iterable[Cluster], reference: Container[str], base: str
) -> Sequence[str]:
    """Return the IRI of each node, for now if it is provisional."""
    drafts = zip(nodes, clusters, strict=True)
    wishes = ((f"{base}{slug(d.kind)}/{slug(d.name)}", _key(cluster)) for d, cluster in drafts if not d.iri)
    minted = iter(settle(wishes, reserved=reference))
    return spooled((node.iri or next(minted) for node in nodes), str, at_hand=AT_HAND)


def entities_of(cluster: Cluster, named: Members[Entity]) -> list[Entity]:
    """Return the entities of which a cluster is made, in order."""
    return [named.value(member) for member in cluster.members]


def event_iris(
    events: Iterable[MergedEvent],
    clusters: Iterable[Cluster],
    documents: Mapping[str, str],
    taxonomy: Taxonomy,
    base: str,
    *,
    names: Mapping[str, str],
) -> Sequence[str]:
    """Return the IRI of each event cluster, in the order of the clusters: when, who, to or at whom, with what.

    `names` gives the words for who has no name, by the provisional IRI.
    """
    wishes = [
        (
            f"{base}{slug(event.kind)}/{_event_slug(event, documents, taxonomy, names)}",
            _key(cluster),
        )
        for event, cluster in zip(events, clusters, strict=True)
    ]
    return settle(wishes)


def _key(cluster: Cluster) -> str:
    return min(map(place_in, cluster.members))


def _draft(cluster: Cluster, entities: Sequence[Entity], reference: Mapping[str, Resource]) -> EntityNode:
    known = _elect(entity.reference for entity in entities)
    nameless = provisional(cluster) if all(entity.unnamed is not None for entity in entities) else ""
    if known in reference:
        resource = reference[known]
        return EntityNode(nameless or known, resource.kind, cluster.name or resource.name, known, cluster.matches)
    kind = Term(_elect(entity.kind for entity in entities))
    names = [entity.name for entity in entities]
    # A person's full name is worth more than a surname that more articles use.
    full = [name for name in names if " " in name] if kind == "Person" else []
    return EntityNode(nameless, kind, cluster.name or _elect(full or names), None, cluster.matches)


def _elect(values: Iterable[str | None]) -> str:
    """Return the most frequent value, the first in order on a tie; empty when there is none."""
    votes = Counter(value for value in values if value)
    return min(votes, key=lambda value: (-votes[value], value), default="")


def _event_slug(event: MergedEvent, documents: Mapping[str, str], taxonomy: Taxonomy, words: Mapping[str, str]) -> str:
    if taxonomy.is_a(event.kind, "Statement") or not (who := _names(event, taxonomy, words)):
        first = event.evidence[0]
        return f"{local(documents[first.document])}-{first.start}"
    parts = [event.date.value.strip("[]")] if event.date else []
    parts += who
    if event.factuality is not Factuality.ASSERTED:
        parts.append(event.factuality.value)
    return slug(" ".join(parts))


def _names(event: MergedEvent, taxonomy: Taxonomy, words: Mapping[str, str]) -> list[str]:
    weapons = WITH if taxonomy.is_a(event.kind, "Transfer") else ()
    names: list[str] = []
    for roles in (*ROLES, weapons):
        there = {iri for role, iri in event.arguments if role in roles}
        found = sorted({local(iri) for iri in there if not is_provisional(iri)})
        found = found or sorted({slug(words[iri]) for iri in there})[:MOST_UNNAMED]
        names += [name for name in found if name not in names]
    return names[:_MOST_NAMES]


def figure_iris(events: Iterable[tuple[str, MergedEvent]], base: str) -> Sequence[str]:
    """Return the IRIs of the figures of events, in order: that of the event, then what the figure counts."""
    return settle(
        (
            f"{base}figure/{'-'.join(iri.removeprefix(base).split('/'))}-{_figure_slug(figure)}",
            f"{iri} {figure.measure} {figure.weapon}",
        )
        for iri, event in events
        for figure in event.figures
    )


def _figure_slug(figure: MergedFigure) -> str:
    """Return the part of a figure's IRI that tells it from others of its event: what is counted, and the number."""
    low, high = figure.minimum, figure.maximum
    if low == high:
        amount = "unknown" if low is None else str(low)
    else:
        amount = f"min-{low}" if high is None else f"max-{high}" if low is None else f"{low}-{high}"
    return "-".join(filter(None, (slug(figure.measure), local(figure.weapon or ""), amount)))
