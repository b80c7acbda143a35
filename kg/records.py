"""The data that the stages hand to one another: plain, frozen, hashable and serialisable.

Spans count characters of `Document.text`. Entities and events are referred to by their index in the `DocumentRecord`
that holds them; across documents a `Member` names the record and the index.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

Term = NewType("Term", str)
"""The local name of a class, property or individual of ontology/kg.ttl, such as "Call", "attacker" or "Paused"."""


class Factuality(StrEnum):
    """How an article presents an event (after FactBank, Saurí and Pustejovsky 2009, cut down to what news needs)."""

    ASSERTED = "Asserted"
    PLANNED = "Planned"
    POSSIBLE = "Possible"
    NEGATED = "Negated"
    DENIED = "Denied"


STRENGTH = (Factuality.ASSERTED, Factuality.PLANNED, Factuality.POSSIBLE, Factuality.DENIED, Factuality.NEGATED)
"""What an event is when its reports differ: the first of these that any of them says."""


class DateBasis(StrEnum):
    """Whether the text names the date itself or counts from the day of publication."""

    EXPLICIT = "Explicit"
    RELATIVE = "RelativeToPublication"


class MentionKind(StrEnum):
    """What sort of words refer to the entity; generic ones ("weapons", "arms") fill a role and name nothing."""

    NAME = "Name"
    DEMONYM = "Demonym"
    METONYM = "Metonym"
    NOMINAL = "Nominal"
    PRONOUN = "Pronoun"
    GENERIC = "Generic"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters start..end (end exclusive) of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article as stored: offsets everywhere refer to `text`; `date` is the day of publication, if known."""

    id: str
    text: str
    date: date | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class EventDate:
    """A day, month or year in ISO 8601 (2025-07-04, 2025-07, 2025), only as precise as the text."""

    value: str
    basis: DateBasis

    @property
    def is_day(self) -> bool:
        """Say whether it is a day, not a whole month or year."""
        return len(self.value) == len("2025-07-04")


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to the entity at index `entity`, found by the named rule."""

    span: Span
    entity: int
    kind: MentionKind
    rule: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, country, organization, place or weapon of a document.

    `kind` is its ontology class; `name` the fullest name in the document; `names` every surface name, sorted;
    `reference` the IRI of the same thing in ontology/; `country` the IRI of the country that a person represents or
    that a place or an organization lies in; `broader` the IRI of the type above a weapon that is not in ontology/.
    """

    kind: Term
    name: str
    names: tuple[str, ...] = ()
    reference: str | None = None
    country: str | None = None
    broader: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind a fact and the rule that read them."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """`holder` held `office` (as reported) of the country or organization `of`; both are entity indices."""

    holder: int
    office: str
    of: int | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who and what a document names: what resolve hands to extract.

    Words that refer to several entities ("the two leaders") have one mention for each, over the same span.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    tenures: tuple[Tenure, ...]


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
    """One real-world event as one document reports it; entity fields are indices into the document's entities."""

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


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """All that the per-document half knows: a pure function of the document, the model and ontology/."""

    document: Document
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    tenures: tuple[Tenure, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """Entity or event number `index` of record number `record`."""

    record: int
    index: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Two members were judged the same, for the reason given, with a score in 0..1."""

    left: Member
    right: Member
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Members (sorted, at least one) that are one real-world thing, with the merges that joined them.

    `name` is what a human calls it, `matches` the IRIs of the same thing elsewhere that a human gave.
    """

    members: tuple[Member, ...]
    merges: tuple[Merge, ...] = ()
    name: str | None = None
    matches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """The whole collection: records sorted by document id, every entity and event in one cluster."""

    records: tuple[DocumentRecord, ...]
    entities: tuple[Cluster, ...]
    events: tuple[Cluster, ...]
