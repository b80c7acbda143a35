"""Which part of a graph a page shows: what was asked for, and of a large graph the most connected part first."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg.errors import GraphError
from kg.view.content import all_named

if TYPE_CHECKING:
    from kg.knowledge.taxonomy import Taxonomy
    from kg.view.content import Content, Entity, Event
    from kg.view.network import Network

START = 2500
"""A browser draws this many nodes fluidly; more are on the page, but not in the picture until someone asks."""


def select(
    content: Content,
    taxonomy: Taxonomy,
    *,
    focus: str | None = None,
    hops: int = 1,
    since: str | None = None,
    kinds: tuple[str, ...] = (),
) -> Content:
    """Return the events since the ISO date (undated ones drop out), of these classes, within `hops` events of `focus`.

    Raises GraphError when nobody bears the focus' name, no class is called so, the date is none, or nothing is left.
    """
    if focus is None and not kinds and since is None:
        return content
    kinds = tuple(kind.removeprefix("kg:") for kind in kinds)
    events = _chosen(content, taxonomy, since=since, kinds=kinds)
    everything = frozenset(entity.iri for entity in content.entities)
    reached = {iri for event in events for _, iri in event.roles}
    if focus is not None:
        reached = {named(content, focus).iri}
        homes = {entity.iri: entity.belongs for entity in content.entities}
        for _ in range(hops):
            near = [event for event in events if any(reached & {iri, *homes.get(iri, ())} for _, iri in event.roles)]
            reached |= {iri for event in near for _, iri in event.roles}
        events = [event for event in events if event.roles and all(iri in reached for _, iri in event.roles)]
    if not events and focus is None:
        raise GraphError("no event of the graph is of that kind and date", remedy="ask for fewer or earlier ones")
    # Without whoever claims it, a claim would read as a fact.
    reached |= {iri for event in events for iri in all_named(event)} & everything
    for entity in content.entities:
        if entity.iri in reached:
            reached |= {*entity.represents, *entity.within, *entity.belongs} & everything
    return content.keep(frozenset(reached), frozenset(event.iri for event in events))


def _chosen(content: Content, taxonomy: Taxonomy, *, since: str | None, kinds: tuple[str, ...]) -> list[Event]:
    """Return the events of these classes since the date, all of them without classes and date."""
    for kind in kinds:
        if not taxonomy.is_a(kind, "Event"):
            choices = sorted(name for name in taxonomy.above if taxonomy.is_a(name, "Event"))
            close = get_close_matches(kind.removeprefix("kg:").capitalize(), choices, n=1, cutoff=0.5)
            remedy = f"did you mean {close[0]}?" if close else f"choose from {', '.join(choices)}"
            raise GraphError(f"no event class is called {kind!r}", remedy=remedy)
    if since is not None and re.fullmatch(r"\d{4}(-\d\d){0,2}", since) is None:
        raise GraphError(f"{since!r} is no date", remedy="write it as 2025-07-04, 2025-07 or 2025")
    return [
        event
        for event in content.events
        if (not kinds or any(taxonomy.is_a(event.kind, kind) for kind in kinds))
        and (since is None or (event.date is not None and event.date >= since[: len(event.date)]))
    ]


def named(content: Content, name: str) -> Entity:
    """Return the entity with this IRI, name, or name in other letters; of several the best documented."""
    wanted = name.casefold()

    def fit(entity: Entity) -> int:
        if name in (entity.iri, entity.name):
            return 3
        if wanted in {known.casefold() for known in (entity.name, *entity.names)}:
            return 2
        return int(wanted in entity.name.casefold())

    best = max(content.entities, key=lambda entity: (fit(entity), len(entity.mentions), entity.iri), default=None)
    if best is not None and fit(best):
        return best
    raise GraphError(f"nobody and nothing in the graph is called {name!r}", remedy="give a name as articles write it")


def most_connected(network: Network, *, limit: int = START) -> frozenset[str]:
    """Return at most about `limit` nodes: the entities in most events, with the events that join two of them.

    Who has no name comes with the event, and asks for no other.
    """
    if len(network) <= limit:
        return frozenset(network)
    chosen: set[str] = set()
    waiting: dict[str, int] = {}
    nameless = {node for node, flag in network.nodes(data="nameless") if flag}
    entities = [node for node, family in network.nodes(data="family") if family == "entity" and node not in nameless]
    for entity in sorted(entities, key=lambda node: (-network.degree(node), node)):
        if len(chosen) >= limit:
            break
        chosen.add(entity)
        for event in dict.fromkeys((*network.successors(entity), *network.predecessors(entity))):
            if network.nodes[event]["family"] != "event" or event in chosen:
                continue
            waiting[event] = waiting.get(event, 0) + 1
            partners = {*network.successors(event), *network.predecessors(event)}
            if waiting[event] >= min(2, len(partners - nameless)) and len(chosen) < limit:
                chosen |= {event, *(partners & nameless)}
    return frozenset(chosen)
