"""All that is known of a document, and of a collection of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from kg.records.documents import Document
from kg.records.entities import Entity, Mention, Tenure
from kg.records.event_mentions import EventMention
from kg.records.events import Event

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_T = TypeVar("_T")


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
    entities: tuple[Cluster, ...]
    events: tuple[Cluster, ...]
    copies: tuple[tuple[str, str], ...] = ()


def entities_in(records: Iterable[DocumentRecord]) -> dict[str, tuple[Entity, ...]]:
    """Return the entities of each record by its document's id; what is the same in many records is one object."""
    seen: dict[object, object] = {}

    def one(value: _T) -> _T:
        return seen.setdefault(value, value)  # type: ignore[return-value]

    def shared(entity: Entity) -> Entity:
        if entity in seen:  # most articles name those whom many name
            return one(entity)
        kind, country, broader = one(entity.kind), one(entity.country), one(entity.broader)
        names = tuple(map(one, entity.names))
        return one(replace(entity, kind=kind, name=one(entity.name), names=names, country=country, broader=broader))

    return {record.document.id: tuple(map(shared, record.entities)) for record in records}
