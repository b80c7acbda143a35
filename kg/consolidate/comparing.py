"""What speaks for two groups of events being one: the best of what speaks for any two of their tellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.sameness.collection import support
from kg.sameness.laws import WEAK_TIER

if TYPE_CHECKING:
    from kg.consolidate.groups import Group, Groups
    from kg.sameness.facts import EventFacts
    from kg.sameness.support import Support


def assess(groups: Groups[EventFacts], left: Group[EventFacts], right: Group[EventFacts]) -> Support | None:
    """Return the best support between the facts of two groups; None when one article or a contradiction parts them."""
    if not left.documents.isdisjoint(right.documents) or groups.contradict(left, right):
        return None
    return best_support(left, right)


def best_support(left: Group[EventFacts], right: Group[EventFacts], *, weakest: int = WEAK_TIER) -> Support | None:
    """Return the best support between the facts of two groups up to the tier."""
    found = (support(a, b) for a in left.facts for b in right.facts)
    return min((one for one in found if one is not None and one.tier <= weakest), key=_strength, default=None)


def _strength(found: Support) -> tuple[int, float, str]:
    return found.tier, -found.score, found.reason
