"""Suspects: who only may have done what others tell as a fact."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments.bystanders import DOERS
from kg.records import Factuality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.records import EventMention


def without_suspects_of(group: Sequence[EventMention]) -> Sequence[EventMention]:
    """Return mentions of one event without those who only may have done it, where others tell that it happened."""
    real = {m.factuality for m in group} & {Factuality.ASSERTED, Factuality.POSSIBLE}
    if len(real) < 2:
        return group
    return [
        replace(m, arguments=tuple(a for a in m.arguments if a.role not in DOERS))
        if m.factuality is Factuality.POSSIBLE
        else m
        for m in group
    ]
