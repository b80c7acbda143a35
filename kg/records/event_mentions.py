"""What one trigger tells of an event, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.records.documents import Span, Term
from kg.records.entities import MentionKind, Unnamed
from kg.records.events import Attribute, Figure
from kg.records.evidence import EventDate, Factuality


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
    Of a description `unnamed` is what it tells. `score` is that of a learnt reader (0..1); by one that is `unsure`
    the role is filled, and the event names nobody for it.
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
    contested: bool = False

    @property
    def party(self) -> int | None:
        """The entity that is named or, of a description, the one that it belongs to."""
        return self.unnamed.belongs_to if self.entity is None and self.unnamed is not None else self.entity


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one trigger tells of an event, as one or several readers read it: plain data, without the parse.

    `readers` are their names, `rule` the lexical entry or quotation pattern, `score` that of a learnt reader for the
    class (0..1), None where none saw it. `links` are the beginnings of other triggers that syntax says tell of the
    same event, `apart` of those that it says do not, `parts` those of words that only help this one to tell it
    ("lifted [sanctions]"); `repeated` are further days on which there was another event of the same description,
    `weekday` that of a day that is not known. `anew` says that words set it apart from those told before ("also", "a
    separate attack"), `opened` that its sentence begins with words of another happening, `again` that it is between the
    sides told of before, `unnamed` that its subject is nobody whom the text names, `several` that its noun is a plural
    that neither points back nor is counted; `seen` are the roles in which a reader sees words, whoever these are
    ("they", "an end"), `stages` the steps of the law that its word may tell; it is `summing` where its clause tells of
    many such events, or of a long time, and `staged` where that begins with a place.
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
    anew: bool = False
    date: EventDate | None = None
    weekday: str | None = None
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
    seen: tuple[Term, ...] = ()
    score: float | None = None
    fate: Fate | None = None
    several: bool = False
    opened: bool = False
    apart: tuple[int, ...] = ()
    stages: tuple[str, ...] = ()
    summing: bool = False
    staged: bool = False

    def entities(self, *roles: Term) -> frozenset[int]:
        """Return the named entities in these roles; in any role, when none is given."""
        return frozenset([a.entity for a in self.arguments if a.entity is not None and (not roles or a.role in roles)])
