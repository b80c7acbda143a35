"""Groups of hand-made facts, one a document, in place of what merging a whole collection would leave."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.consolidate.facts import EntityFacts, entity_facts, person_facts_of
from kg.consolidate.groups import Group, Groups
from kg.records import Member
from kg.sameness.collection import clash
from kg.sameness.facts import document_parties, mention_facts
from kg.sameness.support import Support
from tests.consolidate.articles import WORLD
from tests.extract.mentions import ENTITIES, mention, named
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.consolidate.portions import Links
    from kg.records import Entity
    from kg.sameness.facts import EventFacts

ALONE = Support(0, 1.0, "alone")


def everything(links: Links) -> Iterator[tuple[int, int]]:
    """Pairs that link all things, in place of those that `Links` finds: all are in one portion."""
    return pairwise(range(len(links)))


def told_event(kind: str, **roles: int) -> EventFacts:
    """What is told of an event of Russia, Kyiv and so on (see `tests.extract.mentions`), no date with it."""
    arguments = [named(role.rstrip("_"), entity) for role, entity in roles.items()]
    parties = document_parties(ENTITIES)
    return mention_facts([mention(kind, *arguments)], parties, KNOWLEDGE.taxonomy, KNOWLEDGE.participants)


def talks(kind: str, *entities: int) -> EventFacts:
    """What is told of a call or a meeting of some."""
    told = mention(kind, *(named("participant", entity) for entity in entities))
    return mention_facts([told], document_parties(ENTITIES), KNOWLEDGE.taxonomy, KNOWLEDGE.participants)


def reported(facts: EventFacts, *, on: int | None, days: int = 3) -> EventFacts:
    """The same of an article of a day that reports what was so many days before."""
    return replace(facts, published=on, days_reported=days, days_between_reports=days)


def event_groups(*told: EventFacts) -> tuple[Groups[EventFacts], list[Group[EventFacts]]]:
    """One group for each, in documents a, b, c ..."""
    groups: Groups[EventFacts] = Groups(clash)
    return groups, [
        groups.add([Member(chr(ord("a") + number), 0)], facts, frozenset(), ALONE) for number, facts in enumerate(told)
    ]


def people(*told: Entity) -> tuple[Groups[EntityFacts], list[Group[EntityFacts]]]:
    """One group for each person, in documents a, b, c ..., of which none contradicts another."""
    groups: Groups[EntityFacts] = Groups(lambda _, __: False)
    customs = WORLD.words.names
    return groups, [
        groups.add(
            [Member(chr(ord("a") + number), 0)],
            person_facts_of(WORLD.reference[who.reference], customs) if who.reference else entity_facts(who, customs),
            frozenset(),
            ALONE,
        )
        for number, who in enumerate(told)
    ]
