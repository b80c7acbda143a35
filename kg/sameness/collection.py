"""Whether events of two documents are one: the engine's answer, and when and how surely each is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.periods import agree
from kg.records import Factuality
from kg.sameness.compare import compare
from kg.sameness.laws import WEAK_TIER
from kg.sameness.support import Clash, Support

if TYPE_CHECKING:
    from kg.sameness.facts import EventFacts

_REAL = frozenset({Factuality.ASSERTED, Factuality.PLANNED})


def judge(left: EventFacts, right: EventFacts) -> Support | Clash:
    """Return what speaks for two events being one, or what parts them."""
    if left.family != right.family:
        return Clash("another class")
    if left.factuality != right.factuality and not {left.factuality, right.factuality} <= _REAL:
        return Clash("the one happened, the other did not")
    if _dates_clash(left.date, right.date):
        return Clash("another date")
    if left.identity.force and left.several != right.several:
        return Clash("the one tells of several")
    found = compare(left, right)
    if isinstance(found, Clash) or left.factuality == right.factuality:
        return found
    return Support(WEAK_TIER, round(found.score * 0.9, 3), f"{found.reason}, planned and then told as done")


def clash(left: EventFacts, right: EventFacts) -> bool:
    """Say whether the two cannot be one event."""
    return isinstance(judge(left, right), Clash)


def support(left: EventFacts, right: EventFacts) -> Support | None:
    """Return what speaks for the two being one event; None when they clash."""
    found = judge(left, right)
    return found if isinstance(found, Support) else None


def _dates_clash(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and not agree(left, right)
