"""Events as one document reports them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.records.documents import Span, Term
from kg.records.evidence import EventDate, Evidence, Factuality


@dataclass(frozen=True, slots=True)
class Argument:
    """The entity at index `entity` fills the property `role`; `span` is where the text says so."""

    role: Term
    entity: int
    span: Span


@dataclass(frozen=True, slots=True)
class Attribute:
    """A value of an event that is no entity: an ontology individual (Paused), a number (6), or words."""

    property: Term
    value: Term | int | str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that someone reported: at least `minimum`, at most `maximum`, None where the text leaves an end open."""

    measure: Term
    minimum: int | None
    maximum: int | None
    evidence: tuple[Evidence, ...]
    weapon: int | None = None
    according_to: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One real-world event as one document reports it; entity fields are indices into the document's entities.

    `several` says that it is told only as one of several: "amid Russian strikes".
    """

    kind: Term
    evidence: tuple[Evidence, ...]
    arguments: tuple[Argument, ...] = ()
    factuality: Factuality = Factuality.ASSERTED
    date: EventDate | None = None
    duration: str | None = None
    attributes: tuple[Attribute, ...] = ()
    figures: tuple[Figure, ...] = ()
    according_to: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    quote: str | None = None
    confidence: float = 1.0
    several: bool = False
