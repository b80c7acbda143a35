"""Readers of events: each turns an analysed document into event mentions; what they say is reconciled behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.analysis import Analysis
    from kg.extract.gate import Gate
    from kg.records import EventMention


class EventReader(Protocol):
    """Reads the event mentions of a document, in order of their triggers, at most one a trigger."""

    def __call__(self, analysis: Analysis, gate: Gate, /) -> Sequence[EventMention]:
        """Return the mentions; of several readings of one trigger a reader prefers the one that the gate lets pass."""
        ...
