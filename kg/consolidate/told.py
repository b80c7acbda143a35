"""What is told of each entity of a collection, in portions of which none is ever compared with another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import msgspec

from kg.consolidate.facts import EntityFacts, entity_facts, person_facts_of
from kg.consolidate.offices import offices_in
from kg.consolidate.portions import EITHER, in_portions
from kg.knowledge.folding import fold
from kg.knowledge.participants import UNNAMED
from kg.members import Places
from kg.records import Member

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kg.consolidate.portions import Key, Portions
    from kg.consolidate.replay import Rulings
    from kg.knowledge import Knowledge
    from kg.records import DocumentRecord

_NO_BARS: Final[frozenset[tuple[int, bool]]] = frozenset()
_NO_OFFICES: Final[frozenset[tuple[str, str]]] = frozenset()


PORTION: Final = 5_000
"""Different entities of a portion, unless more of them can be compared."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an entity in one document; `name` is there where it is one with others whatever its name."""

    facts: EntityFacts
    bars: frozenset[tuple[int, bool]]
    name: str | None
    offices: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Named:
    """Entities that may be one with one another, by member, and the days of their documents."""

    told: Sequence[tuple[Member, Told]]
    days: Mapping[str, date | None]

    def __reduce__(self) -> tuple[Callable[[bytes], Named], tuple[bytes]]:
        """Let a portion travel in a tenth of the time that its objects would take one by one."""
        return _named, (msgspec.msgpack.encode((self.told, self.days)),)


_Named: Final = msgspec.msgpack.Decoder(tuple[list[tuple[Member, Told]], dict[str, date | None]])


def _named(data: bytes) -> Named:
    return Named(*_Named.decode(data))


def told_of(
    records: Mapping[str, DocumentRecord], knowledge: Knowledge, ruled: Rulings
) -> tuple[Portions[Told], Mapping[str, date | None]]:
    """Return what is told of the entities of records, in portions, and the day of each document."""
    places = Places()
    days: dict[str, date | None] = {}
    portions = in_portions(
        _each(records, knowledge, ruled, places, days),
        Told,
        places=places,
        recurs=lambda told: told.facts.suffices,
        unions=(union.members for union in ruled.unions),
        size=PORTION,
    )
    return portions, days


def _each(
    records: Mapping[str, DocumentRecord],
    knowledge: Knowledge,
    ruled: Rulings,
    places: Places,
    days: dict[str, date | None],
) -> Iterator[tuple[Told, Iterator[Key]] | None]:
    """Yield what is told of each entity in turn, None of one without a name that no decision joins with another."""
    joined = {member for union in ruled.unions for member in union.members}
    customs, professions = knowledge.words.names, knowledge.words.offices.profession
    people = (resource for resource in knowledge.reference.values() if resource.kind == "Person")
    known = {resource.iri: person_facts_of(resource, customs) for resource in people}
    for document, record in records.items():
        places.add(document, len(record.entities))
        days[document] = record.document.date
        offices, callings = offices_in(record), _callings(record, professions)
        for index, entity in enumerate(record.entities):
            member = Member(document, index)
            if entity.kind == UNNAMED and member not in joined:
                yield None
                continue
            facts = known.get(entity.reference or "") or entity_facts(entity, customs, private=callings.get(index))
            name = entity.name if facts.reference else None
            bars = ruled.bars.get(member, _NO_BARS)
            yield Told(facts, bars, name, offices.get(member, _NO_OFFICES)), _keys(facts)


def _callings(record: DocumentRecord, professions: frozenset[str]) -> dict[int, bool]:
    """Return of each person of a record whether the work told is a profession, where all told is of one sort."""
    told: defaultdict[int, set[bool]] = defaultdict(set)
    for tenure in record.tenures:
        words = fold(tenure.office).split()
        told[tenure.holder].add(any(" ".join(words[at:]) in professions for at in range(len(words))))
    return {holder: sorts.pop() for holder, sorts in told.items() if len(sorts) == 1}


def _keys(facts: EntityFacts) -> Iterator[Key]:
    """Yield keys of which any two entities that a rule compares have one in common."""
    yield facts, EITHER
    yield from (((facts.kind, key), EITHER) for key in (*facts.keys, *facts.acronyms))
