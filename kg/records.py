"""The data that the stages hand to one another: plain, frozen, hashable and serialisable.

Spans count characters of `Document.text`. Entities and events are referred to by their index in the `DocumentRecord`
that holds them; across documents a `Member` names the record and the index.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from kg.periods import is_day

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
    """What sort of words refer to the entity; generic ones ("weapons", "arms") fill a role and name nothing.

    A description ("gunmen", "a convoy") is all that the text says of a participant without a name.
    """

    NAME = "Name"
    DEMONYM = "Demonym"
    METONYM = "Metonym"
    NOMINAL = "Nominal"
    PRONOUN = "Pronoun"
    GENERIC = "Generic"
    DESCRIPTION = "Description"


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
    """When something happened, only as precise as the text: a day, month, year, week or stretch of `kg.periods`."""

    value: str
    basis: DateBasis

    @property
    def is_day(self) -> bool:
        """Say whether it is a day, not a whole week, month or year."""
        return is_day(self.value)


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
    that a place, an organization or an unnamed participant lies in; `broader` the IRI of the type above a weapon that
    is not in ontology/. `unnamed` is there where the text only describes it: its name is then those words.
    """

    kind: Term
    name: str
    names: tuple[str, ...] = ()
    reference: str | None = None
    country: str | None = None
    broader: str | None = None
    unnamed: Unnamed | None = None


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What the words for a participant without a name tell of it.

    `described` is the IRI of its kind in ontology/ ("gunmen": an armed group), None for a noun of no kind there;
    `belongs_to` the index of the named entity that it is of or in ("a hospital in Khan Younis"); `minimum` and
    `maximum` how many there are, None where the text leaves an end open.
    """

    described: str | None
    belongs_to: int | None = None
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind a fact and the rule that read them.

    Of an event also what this one mention of it tells: the `trigger`, its factuality and date, and `according_to`, the
    entity indices of those who vouch for it in place of the writer. None and () where nothing is told.
    """

    span: Span
    rule: str
    trigger: Span | None = None
    factuality: Factuality | None = None
    date: EventDate | None = None
    according_to: tuple[int, ...] = ()


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


class Outcome(StrEnum):
    """What became of an event mention: it begins an event, it tells of one that is there, or it is left out."""

    KEPT = "kept"
    JOINED = "joined"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an event mention, and why; `event` is the index of its event in the record, None if dropped."""

    outcome: Outcome
    because: str
    event: int | None = None


@dataclass(frozen=True, slots=True)
class MentionArgument:
    """Words that fill the property `role` of an event mention.

    `head` is where the word begins that stands in the argument's place, `marker` the preposition before it. `entity`
    is the index of whom they name, None where they only describe it; `kind` and `rule` tell how that was resolved.
    Of a description `unnamed` is what it tells. `score` is that of a learnt reader (0..1).
    """

    role: Term
    span: Span
    head: int
    entity: int | None
    kind: MentionKind
    rule: str
    marker: str = ""
    unnamed: Unnamed | None = None
    score: float | None = None

    @property
    def party(self) -> int | None:
        """The entity that is named or, of a description, the one that it belongs to."""
        return self.unnamed.belongs_to if self.entity is None and self.unnamed is not None else self.entity


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one trigger tells of an event, as one or several readers read it: plain data, without the parse.

    `readers` are their names, `rule` the lexical entry or quotation pattern, `score` that of a learnt reader for the
    class (0..1), None where none saw it. `links` are the beginnings of other triggers that syntax says tell of the
    same event, `parts` those of words that only help this one to tell it ("lifted [sanctions]"); `repeated` are further
    days on which there was another event of the same description; `again` says that it is between the sides told of
    before, `unnamed` that its subject is nobody whom the text names; `told` are the roles in which a reader sees
    words, whoever these are ("they", "an end").
    """

    trigger: Span
    sentence: Span
    kind: Term
    readers: tuple[str, ...]
    rule: str
    arguments: tuple[MentionArgument, ...]
    factuality: Factuality
    is_noun: bool
    definite: bool
    indefinite: bool = False
    date: EventDate | None = None
    repeated: tuple[EventDate, ...] = ()
    duration: str | None = None
    attributes: tuple[Attribute, ...] = ()
    figures: tuple[Figure, ...] = ()
    according_to: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    links: tuple[int, ...] = ()
    parts: tuple[int, ...] = ()
    again: bool = False
    unnamed: bool = False
    told: tuple[Term, ...] = ()
    score: float | None = None
    fate: Fate | None = None

    def entities(self, *roles: Term) -> frozenset[int]:
        """Return the named entities in these roles; in any role, when none is given."""
        found = (a for a in self.arguments if not roles or a.role in roles)
        return frozenset(argument.entity for argument in found if argument.entity is not None)


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """All that the per-document half knows: a pure function of the document, the model and ontology/.

    `event_mentions` are all that the readers read, those that were left out too, in order of their triggers.
    """

    document: Document
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    tenures: tuple[Tenure, ...]
    events: tuple[Event, ...]
    event_mentions: tuple[EventMention, ...] = ()


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
