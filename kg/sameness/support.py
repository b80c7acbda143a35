"""What is said of two tellings: how much they tell, why they may be one, or why they are not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Extent(Enum):
    """How much of an event mentions tell: all, a part, what a headline has room for, or only which one they mean."""

    WHOLE = auto()
    PART = auto()
    HEADLINE = auto()
    REFERENCE = auto()


@dataclass(frozen=True, slots=True)
class Support:
    """Why two groups may be one, with a score in 0..1; the lowest tier is tried first."""

    tier: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Why two tellings are not of one event, in words."""

    reason: str
