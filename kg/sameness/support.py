"""What is said of two tellings: why they may be one, or why they are not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Support:
    """Why two groups may be one, with a score in 0..1; the lowest tier is tried first."""

    tier: int
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Why two tellings are not of one event, in words."""

    reason: str
