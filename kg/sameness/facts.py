"""What is compared of an event: its facts with entities replaced by the parties that they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from operator import or_
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from kg.knowledge.identity import Identity  # msgspec asks what the fields are
from kg.knowledge.words.names import fold_name
from kg.periods import is_day
from kg.records import Factuality, Member, Term
from kg.sameness.chains import joined, kind_of, kinds_in

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from kg.knowledge import Knowledge
    from kg.knowledge.participants import ParticipantKinds
    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import (
        Attribute,
        DocumentRecord,
        Entity,
        Event,
        EventMention,
    )

_Value = TypeVar("_Value", bound="Hashable")
NOBODY: Final[frozenset[Party]] = frozenset()
_COUNTRY, _PERSON = Term("Country"), Term("Person")
_OMISSION = re.compile(r"\[?(?:…|\.\s?\.\s?\.)\]?")
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """An entity, or a cluster, by its first member; `nation` is the country (IRI) that it is, lies in or serves."""

    cluster: Member
    nation: str | None
    is_country: bool
    is_person: bool


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What one telling, a document's event or some mentions of it, says of an event.

    `published` is the day, as an ordinal, of the article; kept only where the event itself has no day.

    `identity` says by what events of its class are told apart, `values` those of them that are no parties; `above` are
    its class and those above it, `family` the one under which kinds that can be one event are compared;
    `sides` the roles of those whom it is between, `acting` of those who take part in it under any role; `quote` are the
    pieces between omissions of its words; `counts` are the bounds of the pieces of a transfer, which tell one
    consignment from another of the same article; `days_reported` and `days_between_reports` are those of its class.

    Who has no name is there as whom or what they belong to. `hidden` are the roles that the class needs and that only
    those fill who belong to nobody; `struck` the kinds of things and places without a name that are reached, each with
    the kinds above it.
    """

    kind: Term
    identity: Identity
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
    values: tuple[tuple[Term, frozenset[str]], ...] = ()
    quote: tuple[str, ...] = ()
    counts: frozenset[tuple[int | None, int | None]] = frozenset()
    hidden: frozenset[Term] = frozenset()
    struck: frozenset[tuple[str, ...]] = frozenset()
    several: bool = False

    def role(self, *names: str) -> frozenset[Party]:
        """Return those who fill any of the roles."""
        found = [parties for role, parties in self.roles if role in names]
        return found[0] if len(found) == 1 else NOBODY.union(*found)

    def value(self, name: Term) -> frozenset[str]:
        """Return what is told of a value."""
        return next((told for value, told in self.values if value == name), frozenset())

    @property
    def actors(self) -> frozenset[Party]:
        """All that take part in the event."""
        return self.role(*self.acting)

    @property
    def parties(self) -> frozenset[Party]:
        """Those whom the event is between."""
        return self.role(*self.sides)

    def names_somebody(self) -> bool:
        """Say whether anybody or anything fills a role by which events of the class are told apart."""
        identity = self.identity
        return bool(self.role(*identity.company, *identity.each, *identity.force, *identity.area, *identity.thing))

    @property
    def has_day(self) -> bool:
        """Say whether the day of the event is known."""
        return self.date is not None and is_day(self.date)


def shared(value: _Value) -> _Value:
    """Return the value, or the equal one that was given before: most are of few, and an own set takes 200 bytes."""
    return _given_before(value)  # type: ignore[return-value]


@lru_cache(maxsize=1 << 14)
def _given_before(value: Hashable) -> Hashable:
    return value


def forget_values() -> None:
    """Let go of what was given before: few values, but each keeps the memory around it from whoever comes next."""
    _given_before.cache_clear()


def event_facts(event: Event, record: DocumentRecord, parties: Sequence[Party], knowledge: Knowledge) -> EventFacts:
    """Return what is compared of an event of a record, whose entities are the parties."""
    taxonomy, identity = knowledge.taxonomy, knowledge.taxonomy.identity(event.kind)
    roles: dict[Term, set[Party]] = {}
    for argument in event.arguments:
        if (named := _named(argument.entity, record)) is not None:
            roles.setdefault(argument.role, set()).add(parties[named])
    date = event.date.value if event.date else None
    published = record.document.date.toordinal() if record.document.date else None
    unnamed = ((a.role, record.entities[a.entity].unnamed) for a in event.arguments)
    nameless = [(role, who.described) for role, who in unnamed if who is not None and who.described is not None]
    return EventFacts(
        kind=shared(event.kind),
        identity=identity,
        above=shared(frozenset(taxonomy.lines(event.kind))),
        family=taxonomy.family(event.kind),
        days_reported=taxonomy.inherited_days(taxonomy.days_reported, event.kind),
        days_between_reports=taxonomy.inherited_days(taxonomy.days_between_reports, event.kind),
        factuality=event.factuality,
        date=shared(date),
        published=None if date is not None and is_day(date) else published,
        sides=shared(frozenset(role for role in roles if taxonomy.is_party(role, event.kind))),
        acting=shared(frozenset(role for role in roles if taxonomy.is_part(role))),
        roles=shared(tuple(shared((role, frozenset(found))) for role, found in sorted(roles.items()))),
        values=shared(_values(event.attributes, identity)),
        quote=fragments(event.quote or ""),
        counts=shared(frozenset((f.minimum, f.maximum) for f in event.figures) if identity.thing else frozenset()),
        hidden=shared(
            frozenset(
                argument.role
                for argument in event.arguments
                if argument.role not in roles and argument.role in taxonomy.inherited_needs(event.kind)
            )
        ),
        struck=shared(frozenset(_struck(nameless, identity, knowledge.participants))),
        several=event.several,
    )


Basis: TypeAlias = tuple[
    tuple[Term, ...], frozenset[tuple[Term, int]], frozenset["Attribute"], frozenset[tuple[Term, str]], "Factuality"
]
"""What the facts of mentions depend on: classes, parties by role, attributes, kinds by role, and a factuality value."""


def basis_of(group: Sequence[EventMention]) -> Basis:
    """Return what the facts of mentions depend on."""
    return kinds_in(group), _fillers(group), _attributes(group), _described(group), group[0].factuality


def mention_facts(
    group: Sequence[EventMention], parties: Sequence[Party], taxonomy: Taxonomy, kinds: ParticipantKinds
) -> EventFacts:
    """Return what is compared of mentions of one document that tell of one event; `parties` are its entities."""
    kind = kind_of(group, taxonomy)
    identity = taxonomy.identity(kind)
    roles: dict[Term, set[Party]] = {}
    for role, number in _fillers(group):
        roles.setdefault(role, set()).add(parties[number])
    return EventFacts(
        kind=kind,
        identity=identity,
        above=frozenset(taxonomy.lines(kind)),
        family=taxonomy.family(kind),
        days_reported=0,
        days_between_reports=0,
        factuality=group[0].factuality,
        date=None,
        published=None,
        sides=frozenset(role for role in roles if taxonomy.is_party(role, kind)),
        acting=frozenset(role for role in roles if taxonomy.is_part(role)),
        roles=tuple((role, frozenset(found)) for role, found in sorted(roles.items())),
        values=_values(_attributes(group), identity),
        struck=frozenset(_struck(_described(group), identity, kinds)),
    )


@joined(or_)
def _fillers(mentions: Iterable[EventMention]) -> frozenset[tuple[Term, int]]:
    found = (argument for mention in mentions for argument in mention.arguments)
    return frozenset((argument.role, argument.party) for argument in found if argument.party is not None)


@joined(or_)
def _attributes(mentions: Iterable[EventMention]) -> frozenset[Attribute]:
    return frozenset(attribute for mention in mentions for attribute in mention.attributes)


@joined(or_)
def _described(mentions: Iterable[EventMention]) -> frozenset[tuple[Term, str]]:
    found = ((argument.role, argument.unnamed) for mention in mentions for argument in mention.arguments)
    return frozenset((role, u.described) for role, u in found if u is not None and u.described is not None)


def document_parties(entities: Sequence[Entity]) -> tuple[Party, ...]:
    """Return the party that each entity of one document is."""
    return tuple(
        Party(
            Member("", number),
            entity.nation,
            entity.kind == _COUNTRY,
            entity.kind == _PERSON,
        )
        for number, entity in enumerate(entities)
    )


def _values(attributes: Iterable[Attribute], identity: Identity) -> tuple[tuple[Term, frozenset[str]], ...]:
    told: dict[Term, set[str]] = {}
    for attribute in attributes:
        if attribute.property in identity.value:
            told.setdefault(attribute.property, set()).add(str(attribute.value))
    return tuple((name, frozenset(found)) for name, found in sorted(told.items()))


def _named(entity: int, record: DocumentRecord) -> int | None:
    """Return the entity, or in place of one without a name the one that it belongs to."""
    unnamed = record.entities[entity].unnamed
    return entity if unnamed is None else unnamed.belongs_to


def _struck(
    nameless: Iterable[tuple[Term, str]], identity: Identity, kinds: ParticipantKinds
) -> Iterator[tuple[str, ...]]:
    """Yield the kinds of things and places without a name that are reached; one person is of many kinds."""
    for role, kind in nameless:
        if role in identity.area and kind in kinds.above and kinds.class_of(kind) != _PERSON:
            yield kinds.above[kind]


def fragments(words: str) -> tuple[str, ...]:
    """Return the pieces of a quotation between omissions, in lower case, without punctuation and accents."""
    pieces = (_NOT_WORD.sub(" ", fold_name(piece.replace(".", " "))).strip() for piece in _OMISSION.split(words))
    return tuple(piece for piece in pieces if piece)
