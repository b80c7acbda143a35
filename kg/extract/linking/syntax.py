"""Mentions that syntax itself says tell of one event: "an attack that struck", "shelled Kherson, killing two"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Factuality, Term
from kg.sameness.chains import casualties_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import EventMention

TARGET = Term("target")


def linked(mentions: Sequence[EventMention], taxonomy: Taxonomy) -> list[tuple[EventMention, ...]]:
    """Return the mentions in groups that their links join, in order of the text."""
    group_of = {mention.trigger.start: mention.trigger.start for mention in mentions}

    def root(token: int) -> int:
        while group_of[token] != token:
            token = group_of[token]
        return token

    kinds = {mention.trigger.start: mention.kind for mention in mentions}
    for mention in mentions:
        for link in mention.links:
            if link in kinds and (taxonomy.is_a(kinds[link], mention.kind) or taxonomy.is_a(mention.kind, kinds[link])):
                low, high = sorted((root(mention.trigger.start), root(link)))
                group_of[high] = low
    unsure = _talks_to_come(mentions, taxonomy)
    groups: dict[tuple[int, int], list[EventMention]] = {}
    seen: dict[int, int] = {}
    for mention in mentions:
        # Several mentions of one token (a transfer of several weapons) are several events.
        if mention.factuality is Factuality.ASSERTED and mention.is_noun and mention.trigger.start in unsure:
            mention = replace(mention, factuality=unsure[mention.trigger.start])
        seen[mention.trigger.start] = seen.get(mention.trigger.start, -1) + 1
        groups.setdefault((root(mention.trigger.start), seen[mention.trigger.start]), []).append(mention)
    return [tuple(_without_victims(group)) for group in groups.values()]


def _talks_to_come(mentions: Sequence[EventMention], taxonomy: Taxonomy) -> dict[int, Factuality]:
    """Return how the nouns stand that a verb of meeting links to: who "plans to meet [for talks]" plans the talks.

    So does a new attack in which somebody may have done it: "is accused of killing three in [a raid]".
    """
    definite = {mention.trigger.start for mention in mentions if mention.definite}
    found: dict[int, Factuality] = {}
    for verb in mentions:
        identity = taxonomy.identity(verb.kind)
        if verb.is_noun or verb.factuality is Factuality.ASSERTED or not (identity.company or identity.force):
            continue
        behind = (link for link in verb.links if link > verb.trigger.start)
        found |= {link: verb.factuality for link in behind if identity.company or link not in definite}
    return found


def _without_victims(group: Sequence[EventMention]) -> Iterator[EventMention]:
    """Leave out as hit whom an attack on something hurt and a figure counts: "struck a convoy, killing [five men]"."""
    counted = casualties_of(group)
    for mention in group:
        wholes = [other for other in group if mention.trigger.start in other.links and not mention.is_noun]
        hit = any(argument.role == TARGET for whole in wholes for argument in whole.arguments)
        named = tuple(a for a in mention.arguments if a.role != TARGET or a.entity is not None)
        yield replace(mention, arguments=named) if counted and hit else mention
