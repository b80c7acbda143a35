"""The picture as a networkx graph: what is drawn, how large, in which side, joined by which roles."""

from __future__ import annotations

from hashlib import blake2b
from math import sqrt
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx  # type: ignore[import-untyped]  # networkx ships without types

from kg.view.bundles import bundles
from kg.view.content import all_mentions, all_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.looks import Looks
    from kg.view.content import Content, Entity, Event

    Network: TypeAlias = nx.MultiDiGraph

LONGEST = 27
"""Characters of a quotation that name its statement; web/titles.js cuts alike."""

TIES = ("represents", "within", "broader", "belongs")
"""Edges between two entities."""

SMALL = 8
"""Radius of what has no name: there are many of them, and each is of a single event."""


def node_id(iri: str) -> str:
    """Return a short hash of the IRI: safe in HTML, CSS and a URL fragment whatever the IRI holds."""
    return "n" + blake2b(iri.encode(), digest_size=7).hexdigest()


def build_network(content: Content, looks: Looks) -> Network:
    """Return nodes by `node_id` with kind, label, size (radius in pixels), side, family and bundle; edges with a role.

    Edges follow who did it to whom.
    """
    entities = {entity.iri: entity for entity in content.entities}
    sources = {mention.iri: mention.document for mention in content.mentions}
    labels, shared = dict(content.labels), bundles(content.events)
    network: Network = nx.MultiDiGraph()
    for entity in content.entities:
        nameless = looks.classes[entity.kind].nameless
        side = None if nameless else side_of(entity, entities)
        _add(network, entity, label=entity.name, family="entity", side=side and node_id(side), sources=sources)
        if nameless:
            network.nodes[node_id(entity.iri)].update(size=SMALL, nameless=True)
    for event in content.events:
        caption = event_caption(event, entities, labels, looks.classes[event.kind].goods)
        label = " ".join(part for part in (caption, event.date) if part)
        _add(network, event, label=label, family="event", side=None, sources=sources)
        if event.iri in shared:
            network.nodes[node_id(event.iri)]["bundle"] = node_id(shared[event.iri])
        for role, iri in event.roles:
            if iri in entities:
                ends = (event.iri, iri) if looks.ends[role] == "DoneTo" else (iri, event.iri)
                network.add_edge(*map(node_id, ends), role=role, factuality=event.factuality)
    for entity in content.entities:
        _add_ties(network, entity, entities)
    return network


def _add_ties(network: Network, entity: Entity, entities: Mapping[str, Entity]) -> None:
    for tie, others in zip(TIES, (entity.represents, entity.within, entity.broader, entity.belongs), strict=True):
        for other in others:
            if other in entities and other != entity.iri:
                network.add_edge(node_id(entity.iri), node_id(other), role=tie, factuality="Asserted")


def event_caption(event: Event, entities: Mapping[str, Entity], labels: Mapping[str, str], goods: str | None) -> str:
    """Return what names the event in the picture: its words, or its status with its goods or the label of its class."""
    if event.quote:
        return event.quote if len(event.quote) <= LONGEST else event.quote[: LONGEST - 1].rstrip() + "…"
    names = [entities[iri].name for role, iri in event.roles if role == goods and iri in entities][:2]
    what = ", ".join(names) or labels.get(event.kind, event.kind)
    return " ".join(part for part in (labels.get(event.status or ""), what) if part)


def _add(
    network: Network, thing: Entity | Event, *, label: str, family: str, side: str | None, sources: Mapping[str, str]
) -> None:
    documents = len({sources[iri] for iri in all_mentions(thing) if iri in sources})
    largest, base = (30.0, 11.0) if family == "entity" else (22.0, 10.0)
    size = min(largest, base + 5.0 * sqrt(documents))
    if thing.kind == "Country":
        size = min(largest, size + 4.0)
    network.add_node(node_id(thing.iri), kind=thing.kind, label=label, family=family, side=side, size=round(size))


def side_of(entity: Entity, entities: Mapping[str, Entity]) -> str | None:
    """Return the IRI of the country that the entity is, serves or lies in, through organizations if need be."""
    seen: set[str] = set()
    queue = [entity.iri]
    while queue:
        iri = queue.pop(0)
        here = entities.get(iri)
        if here is None or iri in seen:
            continue
        if here.kind == "Country":
            return iri
        seen.add(iri)
        queue.extend((*here.represents, *here.within))
    return None


def relevant(content: Content) -> Content:
    """Return the content without entities that no article names and nothing that is named leads to."""
    entities = {entity.iri: entity for entity in content.entities}
    queue = [entity.iri for entity in content.entities if all_mentions(entity)]
    queue.extend(iri for event in content.events for iri in all_named(event))
    kept: set[str] = set()
    while queue:
        iri = queue.pop()
        if iri in entities and iri not in kept:
            kept.add(iri)
            here = entities[iri]
            queue.extend((*here.represents, *here.within, *here.broader, *here.belongs))
            queue.extend(tenure.of for tenure in here.tenures if tenure.of)
    return content.keep(frozenset(kept), frozenset(event.iri for event in content.events))
