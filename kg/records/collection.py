"""All that is known of a document, and of a collection of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.records.documents import Document
from kg.records.entities import Entity, Mention, Tenure
from kg.records.event_mentions import EventMention
from kg.records.events import Event

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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
    """Entity or event number `index` of the document with this id: a key that no other document moves."""

    document: str
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
    """The whole collection: records by document id, in the order of the ids, every entity and event in one cluster.

    `copies` are the documents whose text is a copy, each with its original, which is none itself.
    """

    records: Mapping[str, DocumentRecord]
    entities: Sequence[Cluster]
    events: Sequence[Cluster]
    copies: tuple[tuple[str, str], ...] = ()
