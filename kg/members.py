"""What is known of each entity of a collection, by the document that names it and its index there.

Of an entity itself a number is kept in memory: which of the values it has, that wait on disk. Most articles name those
whom many name, so that there are fewer values than entities.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Final, Generic, TypeVar

from kg.records import Cluster, DocumentRecord, Entity, Member
from kg.spool import spooled

T = TypeVar("T")
V = TypeVar("V")

AT_HAND: Final = 4096
"""Values that were asked for last, and those that are looked for among new ones: some megabytes of names."""


class Places:
    """The entities of documents as numbers, which are in the order of the members."""

    def __init__(self) -> None:
        self.documents: list[str] = []
        self._starts = array("L", [0])
        self._at: dict[str, int] = {}

    def add(self, document: str, entities: int) -> None:
        """Number the entities of the next document."""
        self._at[document] = len(self.documents)
        self.documents.append(document)
        self._starts.append(self._starts[-1] + entities)

    def __len__(self) -> int:
        """Return how many entities there are."""
        return self._starts[-1]

    def number(self, member: Member) -> int:
        """Return the number of an entity."""
        return self._starts[self._at[member.document]] + member.index

    def member(self, number: int) -> Member:
        """Return the entity of a number."""
        at = bisect_right(self._starts, number) - 1
        return Member(self.documents[at], number - self._starts[at])

    def of(self, document: str) -> range:
        """Return the numbers of the entities of a document."""
        at = self._at[document]
        return range(self._starts[at], self._starts[at + 1])


class Members(Mapping[str, Sequence[T]], Generic[T]):
    """Values of the entities of each document: `numbers` tells for each which of the `different` ones it has."""

    def __init__(self, places: Places, numbers: array[int], different: Sequence[T]) -> None:
        self.places, self.different, self._numbers = places, different, numbers
        self._get = lru_cache(maxsize=AT_HAND // 16)(partial(_values, places, numbers, different))

    def __len__(self) -> int:
        """Return how many documents there are."""
        return len(self.places.documents)

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the documents, in the order of the records."""
        return iter(self.places.documents)

    def __getitem__(self, document: str) -> tuple[T, ...]:
        """Return the values of the entities of a document."""
        return self._get(document)

    def value(self, member: Member) -> T:
        """Return the value of one entity."""
        return self.different[self._numbers[self.places.number(member)]]

    def other(self, different: Sequence[V]) -> Members[V]:
        """Return other values of the same numbers."""
        return Members(self.places, self._numbers, different)


def _values(places: Places, numbers: array[int], different: Sequence[T], document: str) -> tuple[T, ...]:
    return tuple(different[numbers[number]] for number in places.of(document))


def entities_in(records: Mapping[str, DocumentRecord]) -> Members[Entity]:
    """Return the entities of each record by its document's id."""
    places, numbers = Places(), array("I")

    def different() -> Iterator[Entity]:
        known: dict[Entity, int] = {}
        count = 0
        for document, record in records.items():
            places.add(document, len(record.entities))
            for entity in record.entities:
                if (number := known.get(entity)) is None:
                    if len(known) == AT_HAND:
                        known.clear()  # whoever is named often is soon there again
                    number = known[entity] = count
                    count += 1
                    yield entity
                numbers.append(number)

    return Members(places, numbers, spooled(different(), Entity, at_hand=AT_HAND))


def of_clusters(
    clusters: Iterable[Cluster], named: Members[Entity], make: Callable[[Cluster, list[Entity]], T], kind: type[T]
) -> Members[T]:
    """Return of each entity what is made of the cluster in which it is, and of the entities in that."""
    places, numbers = named.places, array("I", bytes(4 * len(named.places)))

    def made() -> Iterator[T]:
        for number, cluster in enumerate(clusters):
            for member in cluster.members:
                numbers[places.number(member)] = number
            yield make(cluster, [named.value(member) for member in cluster.members])

    return Members(places, numbers, spooled(made(), kind, at_hand=AT_HAND))
