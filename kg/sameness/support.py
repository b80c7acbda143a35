"""Why two things may be one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Support:
    """Why two groups may be one, with a score in 0..1; the lowest tier is tried first."""

    tier: int
    score: float
    reason: str
