"""Strikes that cost lives: a word for an attack and for a protest is for an attack where its dead are counted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import EventMention

ATTACK, PROTEST, KILLED = Term("Attack"), Term("Protest"), Term("Killed")


def without_deadly_protests(mentions: Iterable[EventMention], taxonomy: Taxonomy) -> list[EventMention]:
    """Return the mentions without a protest that a lexical entry takes for an attack, where people died of it.

    "The death toll from the [strike] in Homs" is of no walkout, whatever else the word means. The attack is as sure as
    that something happened.
    """
    found = list(mentions)
    hit = {m.trigger: m for m in found if taxonomy.is_a(m.kind, ATTACK) and m.is_noun and _is_deadly(m)}
    others = {m.trigger: m for m in found if taxonomy.is_a(m.kind, PROTEST) and m.trigger in hit}
    return [
        replace(m, score=m.score or others[m.trigger].score) if m is hit.get(m.trigger) and m.trigger in others else m
        for m in found
        if m is not others.get(m.trigger)
    ]


def _is_deadly(mention: EventMention) -> bool:
    return any(figure.measure == KILLED for figure in mention.figures)
