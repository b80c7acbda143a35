"""Who acted, and who spoke with whom."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Final

from kg.report.lines import ACTING
from kg.report.records import Actor, Pair

if TYPE_CHECKING:
    from kg.report.lines import Lines
    from kg.view.content import Event

TALKS: Final = ("Conversation", "Negotiation")


def actors(lines: Lines) -> tuple[Actor, ...]:
    """Return who does or shares in events that are told as facts, the busiest first."""
    found: dict[str, list[Event]] = {}
    for event in lines.told:
        for iri in lines.roles(event, *ACTING):
            found.setdefault(iri, []).append(event)
    return tuple(
        sorted(
            (_actor(lines, iri, events) for iri, events in found.items()), key=lambda actor: (-actor.events, actor.name)
        )
    )


def _actor(lines: Lines, iri: str, events: list[Event]) -> Actor:
    entity = lines.words.entities[iri]
    days = sorted(event.date for event in events if event.date)
    return Actor(
        name=entity.name,
        kind=lines.words.label(entity.kind),
        events=len(events),
        families=tuple(sorted(Counter(lines.family(event) for event in events).items())),
        first=days[0] if days else "",
        last=days[-1] if days else "",
    )


def pairs(lines: Lines) -> tuple[Pair, ...]:
    """Return each two who are told to have spoken with one another, those who did most often first."""
    found: dict[tuple[str, str], list[Event]] = {}
    for event in (event for event in lines.told if lines.kind(event, *TALKS)):
        parties = lines.words.nearest(lines.roles(event, *ACTING))
        parties.sort(key=lambda iri: (lines.words.entities[iri].name, iri))
        for one, other in combinations(parties, 2):
            found.setdefault((one, other), []).append(event)
    told = (_pair(lines, one, other, events) for (one, other), events in found.items())
    return tuple(sorted(told, key=lambda pair: (-pair.conversations, pair.one, pair.other)))


def _pair(lines: Lines, one: str, other: str, events: list[Event]) -> Pair:
    names = [lines.words.entities[iri].name for iri in (one, other)]
    topics = Counter(_topic(lines, iri) for event in events for iri in event.topics)
    return Pair(
        one=names[0],
        other=names[1],
        days=tuple(sorted((event.date, lines.words.label(event.kind)) for event in events if event.date)),
        conversations=len(events),
        topics=tuple(topic for topic, _ in sorted(topics.items(), key=lambda item: (-item[1], item[0])) if topic),
    )


def _topic(lines: Lines, iri: str) -> str:
    return lines.words.entities[iri].name if iri in lines.words.entities else lines.words.labels.get(iri, "")
