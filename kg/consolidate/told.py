"""What is told of each entity of a collection, and portions of it of which none is ever compared with another.

Two entities that a rule may make one have a key in common, are reached by such keys from one to the next, or are one by
a decision. So a portion at a time is in memory, however many entities there are.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from kg.consolidate.facts import EntityFacts, entity_facts, person_facts_of
from kg.consolidate.offices import offices_in
from kg.knowledge.folding import fold
from kg.knowledge.participants import UNNAMED
from kg.members import AT_HAND, Places
from kg.records import Member
from kg.spool import spooled

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from kg.consolidate.replay import Rulings
    from kg.knowledge import Knowledge
    from kg.records import DocumentRecord

_NO_BARS: Final[frozenset[tuple[int, bool]]] = frozenset()
_NO_OFFICES: Final[frozenset[tuple[str, str]]] = frozenset()
_NOBODY: Final = 2**32 - 1
"""In the place of what is told of an entity without a name."""
PORTION: Final = 20_000
"""Entities of a portion, unless more of them can be compared."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an entity in one document; `name` is there where it is one with others whatever its name."""

    facts: EntityFacts
    bars: frozenset[tuple[int, bool]]
    name: str | None
    offices: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Archive:
    """What is told of the entities of a collection: the number among `different` of each, by its own number."""

    places: Places
    numbers: array[int]
    different: Sequence[Told]
    portion: array[int]
    """The portion of each of the different."""
    days: Mapping[str, date | None]

    def alone(self) -> Iterator[Member]:
        """Yield those without a name, whom nobody but a decision makes one with others, in order."""
        return (self.places.member(at) for at, number in enumerate(self.numbers) if number == _NOBODY)

    def portions(self) -> Iterator[list[tuple[Member, Told]]]:
        """Yield all others, in portions, in each of them in order."""
        numbers = np.asarray(self.numbers)
        named = np.flatnonzero(numbers != _NOBODY)
        portions = np.asarray(self.portion)[numbers[named]]
        order = named[np.argsort(portions, kind="stable")]
        ends = np.cumsum(np.bincount(portions)) if len(named) else ()
        for start, end in zip((0, *ends), ends, strict=False):  # between two there may be none
            here, told = np.unique(numbers[order[start:end]], return_inverse=True)
            different = [self.different[number] for number in here.tolist()]
            members = map(self.places.member, order[start:end].tolist())
            yield [(member, different[number]) for member, number in zip(members, told.tolist(), strict=True)]


def told_of(records: Mapping[str, DocumentRecord], knowledge: Knowledge, ruled: Rulings) -> Archive:
    """Return what is told of the entities of records, in portions."""
    places, numbers, links = Places(), array("I"), _Links()
    days: dict[str, date | None] = {}

    def different() -> Iterator[Told]:
        known: dict[Told, int] = {}
        for told in _each(records, knowledge, ruled, places, days):
            if told is None or told in known:
                numbers.append(_NOBODY if told is None else known[told])
                continue
            numbers.append(links.add(_keys(told.facts)))
            if told.facts.suffices:
                if len(known) == AT_HAND:
                    known.clear()  # who is named often is soon there again
                known[told] = numbers[-1]
            yield told

    found = spooled(different(), Told, at_hand=AT_HAND)
    for union in ruled.unions:
        links.join(numbers[places.number(member)] for member in union.members)
    return Archive(places, numbers, found, links.portions(numbers), days)


def _each(
    records: Mapping[str, DocumentRecord],
    knowledge: Knowledge,
    ruled: Rulings,
    places: Places,
    days: dict[str, date | None],
) -> Iterator[Told | None]:
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
            yield Told(facts, ruled.bars.get(member, _NO_BARS), name, offices.get(member, _NO_OFFICES))


def _callings(record: DocumentRecord, professions: frozenset[str]) -> dict[int, bool]:
    """Return of each person of a record whether the work told is a profession, where all told is of one sort."""
    told: defaultdict[int, set[bool]] = defaultdict(set)
    for tenure in record.tenures:
        words = fold(tenure.office).split()
        told[tenure.holder].add(any(" ".join(words[at:]) in professions for at in range(len(words))))
    return {holder: sorts.pop() for holder, sorts in told.items() if len(sorts) == 1}


def _keys(facts: EntityFacts) -> Iterator[Hashable]:
    """Yield keys of which any two entities that a rule compares have one in common."""
    yield facts
    yield from ((facts.kind, key) for key in (*facts.keys, *facts.acronyms))


class _Links:
    """What has a key in common, by the hashes of the keys: where two are the same by chance, a portion is larger."""

    def __init__(self) -> None:
        self._keys, self._holders, self._above = array("q"), array("I"), array("I")

    def add(self, keys: Iterable[Hashable]) -> int:
        """Add one thing with its keys, and return its number."""
        number = len(self._above)
        self._above.append(number)
        for key in keys:
            self._keys.append(hash(key))
            self._holders.append(number)
        return number

    def join(self, numbers: Iterable[int]) -> None:
        """Link some things, whatever keys they have."""
        first, *others = map(self._root, numbers)
        for other in others:
            low, high = sorted((self._root(first), self._root(other)))
            self._above[high] = low

    def _root(self, number: int) -> int:
        above = self._above
        while above[number] != number:
            above[number] = number = above[above[number]]
        return number

    def portions(self, told: array[int]) -> array[int]:
        """Return the portion of each thing: of what is linked one, and of what is not until there is enough told."""
        keys, holders = np.asarray(self._keys), np.asarray(self._holders)
        order = np.argsort(keys, kind="stable")
        same = np.flatnonzero(keys[order][1:] == keys[order][:-1])
        for pair in zip(holders[order[same]].tolist(), holders[order[same + 1]].tolist(), strict=True):
            self.join(pair)
        roots = array("I", map(self._root, range(len(self._above))))
        named = np.asarray(told)
        sizes = np.bincount(np.asarray(roots)[named[named != _NOBODY]], minlength=len(roots))
        ends = np.cumsum(sizes)  # what is linked stands under its first number
        portions = (ends - sizes) // PORTION
        return array("I", portions[roots].astype(np.uint32).tobytes())
