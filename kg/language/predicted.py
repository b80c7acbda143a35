"""What the network takes for events, as plain records that need no spaCy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.language.labels import EVENT_CLASSES, FACTUALITIES, ROLE_COLUMNS, SOURCE, STATUSES, TRANSFER
from kg.language.triggers import GRID

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Key in Doc.user_data of the rows of kg.language.triggers, words as token indices, with phrases.
EVENTS = "kg_events"
#: Key in Doc.spans of the triggers, labelled with their classes.
SPANS = "kg_events"


@dataclass(frozen=True, slots=True)
class ArgumentPrediction:
    """A phrase, tokens start to end (exclusive) around its head, and the probability (0..1) that it has the role."""

    role: str
    head: int
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class EventPrediction:
    """A token that evokes an event, the probability (0..1) of its class, and the likeliest factuality with its own.

    `status` is what became of a transfer, if it is told; `source` the one who tells of the event, if it is told.
    """

    trigger: int
    kind: str
    score: float
    factuality: str
    factuality_score: float
    arguments: tuple[ArgumentPrediction, ...]
    status: str | None
    source: ArgumentPrediction | None


def predictions(doc: Doc) -> tuple[EventPrediction, ...]:
    """Return the events of a Doc in the order of their triggers; none where kg_events has not run."""
    return tuple(map(_event, doc.user_data.get(EVENTS, ())))


def _event(row: list[Any]) -> EventPrediction:
    trigger, kind, score, factuality, factuality_score, status, arguments = row
    told = [
        ArgumentPrediction(ROLE_COLUMNS[role], head, start, end, likelihood / GRID)
        for head, start, end, role, likelihood in arguments
    ]
    sources = [argument for argument in told if argument.role == SOURCE]
    return EventPrediction(
        trigger,
        EVENT_CLASSES[kind - 1],
        score / GRID,
        FACTUALITIES[factuality],
        factuality_score / GRID,
        tuple(argument for argument in told if argument.role != SOURCE),
        STATUSES[status - 1] if status and EVENT_CLASSES[kind - 1] == TRANSFER else None,
        max(sources, key=lambda argument: (argument.score, -argument.head), default=None),
    )
