"""Which IRI each document, entity and event of a collection gets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from kg.assemble.iris import document_slug, is_provisional, local, place_in, provisional, settle, slug
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.assemble.merging import MergedEvent, MergedFigure
    from kg.knowledge.reference import Resource
    from kg.knowledge.taxonomy import Taxonomy
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
    """A cluster of entities as one node: its IRI, class and preferred name, and the entities it was made of.

    `matches` are the IRIs of the same thing elsewhere that a human gave.
    """

    iri: str
    kind: Term
    name: str
    entities: tuple[Entity, ...]
    reference: str | None
    matches: tuple[str, ...]


def document_iris(ids: Sequence[str], base: str) -> dict[str, str]:
    """Return the IRI of each document by its id."""
    wishes = [(f"{base}document/{document_slug(name)}", name) for name in ids]
    return dict(zip(ids, settle(wishes), strict=True))


def entity_nodes(
    clusters: Sequence[Cluster], named: Mapping[str, Sequence[Entity]], reference: Mapping[str, Resource], base: str
) -> list[EntityNode]:
    """Return the node of each cluster of the `named` entities of documents, in order.

    Who has no name gets a provisional IRI.
    """
    drafts = [_draft(cluster, named, reference) for cluster in clusters]
    for number, cluster in enumerate(clusters):
        if all(entity.unnamed is not None for entity in drafts[number].entities):
            drafts[number] = replace(drafts[number], iri=provisional(cluster))
    wishes = [
        (f"{base}{slug(draft.kind)}/{slug(draft.name)}", _key(cluster))
        for draft, cluster in zip(drafts, clusters, strict=True)
        if not draft.iri
    ]
    minted = iter(settle(wishes, reserved=reference))
    return [replace(draft, iri=draft.iri or next(minted)) for draft in drafts]


def event_iris(
    events: Iterable[MergedEvent],
    clusters: Iterable[Cluster],
    documents: Mapping[str, str],
    taxonomy: Taxonomy,
    base: str,
    *,
    names: Mapping[str, str],
) -> list[str]:
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


def _draft(cluster: Cluster, named: Mapping[str, Sequence[Entity]], reference: Mapping[str, Resource]) -> EntityNode:
    entities = tuple(named[member.document][member.index] for member in cluster.members)
    known = _elect(entity.reference for entity in entities)
    if known in reference:
        resource = reference[known]
        return EntityNode(known, resource.kind, cluster.name or resource.name, entities, known, cluster.matches)
    kind = Term(_elect(entity.kind for entity in entities))
    names = [entity.name for entity in entities]
    # A person's full name is worth more than a surname that more articles use.
    full = [name for name in names if " " in name] if kind == "Person" else []
    return EntityNode("", kind, cluster.name or _elect(full or names), entities, None, cluster.matches)


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


def figure_iris(events: Iterable[tuple[str, MergedEvent]], base: str) -> dict[str, tuple[str, ...]]:
    """Return the IRIs of the figures of each event that has any: that of the event, then what the figure counts."""
    wishes: list[tuple[str, str]] = []
    counts: dict[str, int] = {}
    for iri, event in events:
        for figure in event.figures:
            name = f"{'-'.join(iri.removeprefix(base).split('/'))}-{_figure_slug(figure)}"
            wishes.append((f"{base}figure/{name}", f"{iri} {figure.measure} {figure.weapon}"))
        if event.figures:
            counts[iri] = len(event.figures)
    found = iter(settle(wishes))
    return {iri: tuple(islice(found, count)) for iri, count in counts.items()}


def _figure_slug(figure: MergedFigure) -> str:
    """Return the part of a figure's IRI that tells it from others of its event: what is counted, and the number."""
    low, high = figure.minimum, figure.maximum
    if low == high:
        amount = "unknown" if low is None else str(low)
    else:
        amount = f"min-{low}" if high is None else f"max-{high}" if low is None else f"{low}-{high}"
    return "-".join(filter(None, (slug(figure.measure), local(figure.weapon or ""), amount)))
