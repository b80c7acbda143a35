"""What consolidation compares of an event: its facts with entities replaced by their clusters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.events import load_event_classes
from kg.knowledge.names import fold
from kg.records import Member, Term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.records import Cluster, DocumentRecord, Event, Factuality

DAY = len("2025-07-04")
_ORDINAL = Term("ordinal")
_STATUS, _TRANSFER = Term("transferStatus"), Term("Transfer")
_OMISSION = re.compile(r"\[?(?:…|\.\s?\.\s?\.)\]?")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """An entity cluster, by its number; `nation` is the country that it is, lies in or serves (IRI, or None)."""

    cluster: int
    nation: str | None
    is_country: bool
    is_person: bool


@dataclass(frozen=True, slots=True)
class EventFacts:
    """`published` is the day, as an ordinal, of the article; kept only where the event itself has no day.

    `actors` are all that take part in it, under any role; `quote` are the pieces between omissions of its words;
    `counts` are the bounds of the pieces of a transfer, which tell one consignment from another of the same article.
    """

    kind: Term
    factuality: Factuality
    date: str | None
    published: int | None
    actors: frozenset[Party]
    roles: tuple[tuple[Term, frozenset[Party]], ...]
    quote: tuple[str, ...]
    status: str | None
    ordinal: int | None
    counts: frozenset[tuple[int | None, int | None]] = frozenset()

    def role(self, *names: str) -> frozenset[Party]:
        """Return those who fill any of the roles."""
        return frozenset(party for role, parties in self.roles if role in names for party in parties)

    @property
    def sides(self) -> frozenset[Term]:
        """The roles of those whom the event is between."""
        classes = load_event_classes()
        return frozenset(role for role, _ in self.roles if classes.is_party(role, self.kind))

    @property
    def parties(self) -> frozenset[Party]:
        """Those whom the event is between."""
        return self.role(*self.sides)

    @property
    def has_day(self) -> bool:
        """Say whether the day of the event is known."""
        return self.date is not None and len(self.date) == DAY

    @property
    def family(self) -> str:
        """The name under which kinds that can be one event are compared."""
        return family_of(self.kind)


def family_of(kind: Term) -> str:
    """Return the name under which kinds that can be one event are compared."""
    return load_event_classes().family(kind)


def number_parties(records: Sequence[DocumentRecord], clusters: Sequence[Cluster]) -> Mapping[Member, Party]:
    """Return the party that each entity of the records is part of."""
    parties: dict[Member, Party] = {}
    for number, cluster in enumerate(clusters):
        entities = [records[member.record].entities[member.index] for member in cluster.members]
        kind = entities[0].kind
        countries = {entity.country for entity in entities} - {None}
        references = {entity.reference for entity in entities} - {None}
        nations = references if kind == "Country" else countries
        party = Party(number, min(nations, key=str, default=None), kind == "Country", kind == "Person")
        parties.update(dict.fromkeys(cluster.members, party))
    return parties


def event_facts(event: Event, record: DocumentRecord, number: int, parties: Mapping[Member, Party]) -> EventFacts:
    """Return what is compared of an event of record `number`."""
    classes = load_event_classes()
    roles: dict[Term, set[Party]] = {}
    for argument in event.arguments:
        roles.setdefault(argument.role, set()).add(parties[Member(number, argument.entity)])
    date = event.date.value if event.date else None
    published = record.document.date.toordinal() if record.document.date else None
    values = {attribute.property: attribute.value for attribute in event.attributes}
    ordinal = values.get(_ORDINAL)
    status = values.get(_STATUS)
    return EventFacts(
        kind=event.kind,
        factuality=event.factuality,
        date=date,
        published=None if date is not None and len(date) == DAY else published,
        actors=frozenset(party for role, found in roles.items() if classes.is_part(role) for party in found),
        roles=tuple((role, frozenset(found)) for role, found in sorted(roles.items())),
        quote=fragments(event.quote or ""),
        status=str(status) if status is not None else None,
        ordinal=ordinal if isinstance(ordinal, int) else None,
        counts=frozenset((f.minimum, f.maximum) for f in event.figures) if event.kind == _TRANSFER else frozenset(),
    )


def fragments(words: str) -> tuple[str, ...]:
    """Return the pieces of a quotation between omissions, in lower case, without punctuation and accents."""
    pieces = (_NOT_WORD.sub(" ", fold(piece)).strip() for piece in _OMISSION.split(words))
    return tuple(piece for piece in pieces if piece)
