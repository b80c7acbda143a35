"""What consolidation compares of an event: its facts with entities replaced by their clusters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.words.names import fold_name
from kg.periods import is_day
from kg.records import Member, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.knowledge import Knowledge
    from kg.records import Cluster, DocumentRecord, Event, Factuality

_ORDINAL = Term("ordinal")
_STATUS, _TRANSFER, _TARGET, _PERSON = Term("transferStatus"), Term("Transfer"), Term("target"), Term("Person")
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

    `above` are its class and those above it, `family` the one under which kinds that can be one event are compared;
    `sides` the roles of those whom it is between, `acting` of those who take part in it under any role; `quote` are the
    pieces between omissions of its words; `counts` are the bounds of the pieces of a transfer, which tell one
    consignment from another of the same article; `days_reported` and `days_between_reports` are those of its class.

    Who has no name is there as whom or what they belong to. `hidden` are the roles that the class needs and that only
    those fill who belong to nobody; `struck` the kinds of things and places without a name that are the target, each
    with the kinds above it.
    """

    kind: Term
    above: frozenset[Term]
    family: Term
    days_reported: int
    days_between_reports: int
    factuality: Factuality
    date: str | None
    published: int | None
    sides: frozenset[Term]
    acting: frozenset[Term]
    roles: tuple[tuple[Term, frozenset[Party]], ...]
    quote: tuple[str, ...]
    status: str | None
    ordinal: int | None
    counts: frozenset[tuple[int | None, int | None]] = frozenset()
    hidden: frozenset[Term] = frozenset()
    struck: frozenset[tuple[str, ...]] = frozenset()

    def role(self, *names: str) -> frozenset[Party]:
        """Return those who fill any of the roles."""
        return frozenset(party for role, parties in self.roles if role in names for party in parties)

    @property
    def actors(self) -> frozenset[Party]:
        """All that take part in the event."""
        return self.role(*self.acting)

    @property
    def parties(self) -> frozenset[Party]:
        """Those whom the event is between."""
        return self.role(*self.sides)

    @property
    def has_day(self) -> bool:
        """Say whether the day of the event is known."""
        return self.date is not None and is_day(self.date)


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


def event_facts(
    event: Event, record: DocumentRecord, number: int, parties: Mapping[Member, Party], knowledge: Knowledge
) -> EventFacts:
    """Return what is compared of an event of record `number`."""
    taxonomy = knowledge.taxonomy
    roles: dict[Term, set[Party]] = {}
    for argument in event.arguments:
        if (named := _named(argument.entity, record)) is not None:
            roles.setdefault(argument.role, set()).add(parties[Member(number, named)])
    date = event.date.value if event.date else None
    published = record.document.date.toordinal() if record.document.date else None
    values = {attribute.property: attribute.value for attribute in event.attributes}
    ordinal = values.get(_ORDINAL)
    status = values.get(_STATUS)
    return EventFacts(
        kind=event.kind,
        above=frozenset(taxonomy.above.get(event.kind, (event.kind,))),
        family=taxonomy.family(event.kind),
        days_reported=taxonomy.inherited_days(taxonomy.days_reported, event.kind),
        days_between_reports=taxonomy.inherited_days(taxonomy.days_between_reports, event.kind),
        factuality=event.factuality,
        date=date,
        published=None if date is not None and is_day(date) else published,
        sides=frozenset(role for role in roles if taxonomy.is_party(role, event.kind)),
        acting=frozenset(role for role in roles if taxonomy.is_part(role)),
        roles=tuple((role, frozenset(found)) for role, found in sorted(roles.items())),
        quote=fragments(event.quote or ""),
        status=str(status) if status is not None else None,
        ordinal=ordinal if isinstance(ordinal, int) else None,
        counts=frozenset((f.minimum, f.maximum) for f in event.figures)
        if taxonomy.is_a(event.kind, _TRANSFER)
        else frozenset(),
        hidden=frozenset(
            argument.role
            for argument in event.arguments
            if argument.role not in roles and argument.role in taxonomy.inherited_needs(event.kind)
        ),
        struck=frozenset(_struck(event, record, knowledge)),
    )


def _named(entity: int, record: DocumentRecord) -> int | None:
    """Return the entity, or in place of one without a name the one that it belongs to."""
    unnamed = record.entities[entity].unnamed
    return entity if unnamed is None else unnamed.belongs_to


def _struck(event: Event, record: DocumentRecord, knowledge: Knowledge) -> Iterator[tuple[str, ...]]:
    """Yield the kinds of things and places without a name that are aimed at; one person is of many kinds."""
    kinds = knowledge.participants
    for argument in event.arguments:
        unnamed = record.entities[argument.entity].unnamed
        kind = unnamed.described if unnamed is not None and argument.role == _TARGET else None
        if kind is not None and kind in kinds.above and kinds.class_of(kind) != _PERSON:
            yield kinds.above[kind]


def fragments(words: str) -> tuple[str, ...]:
    """Return the pieces of a quotation between omissions, in lower case, without punctuation and accents."""
    pieces = (_NOT_WORD.sub(" ", fold_name(piece.replace(".", " "))).strip() for piece in _OMISSION.split(words))
    return tuple(piece for piece in pieces if piece)
