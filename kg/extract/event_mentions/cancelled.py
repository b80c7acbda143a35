"""What was planned and then called off: "was to meet her on Friday, but the meeting was cancelled"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Factuality
from kg.sameness.chains import NEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import EventMention


def as_cancelled(mentions: Sequence[EventMention], taxonomy: Taxonomy) -> list[EventMention]:
    """Return the mentions, with a plan as what does not come about where a noun that points back to it says so.

    So in one sentence or two in a row, where nothing else is planned that it may be, and nobody else takes part.
    """
    called_off: dict[int, int] = {}
    for denial in mentions:
        plans = list(_plans_before(denial, mentions, taxonomy)) if _points_back(denial) else []
        if len(plans) == 1:
            called_off[denial.trigger.start] = plans[0].trigger.start
    if not called_off:
        return list(mentions)
    return [_told_with(mention, called_off) for mention in mentions]


def _points_back(mention: EventMention) -> bool:
    return mention.is_noun and mention.definite and mention.factuality is Factuality.NEGATED


def _plans_before(denial: EventMention, mentions: Sequence[EventMention], taxonomy: Taxonomy) -> Iterator[EventMention]:
    family, parties = taxonomy.family(denial.kind), denial.entities()
    for plan in mentions:
        near = plan.trigger < denial.trigger and denial.sentence.start - plan.sentence.end < NEXT
        alike = taxonomy.family(plan.kind) == family and parties <= plan.entities()
        if near and alike and plan.factuality is Factuality.PLANNED:
            yield plan


def _told_with(mention: EventMention, called_off: dict[int, int]) -> EventMention:
    at = mention.trigger.start
    if at in called_off:
        return replace(mention, links=tuple(sorted({*mention.links, called_off[at]})))
    return replace(mention, factuality=Factuality.NEGATED) if at in called_off.values() else mention
