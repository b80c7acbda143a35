"""Portions of what a collection tells, of which none is ever compared with another.

Two members that a rule may make one have a key in common, are reached by such keys from one to the next, or are one by
a decision. So a portion at a time is in memory, however large the archive; and as who is in one portion is nothing to
the others, each may be worked through wherever there is room.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import numpy as np

from kg.members import AT_HAND
from kg.records import Cluster
from kg.spool import spooled

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from kg.members import Places
    from kg.records import Member

T = TypeVar("T")

PORTION: Final = 20_000
"""Members of a portion, unless more of them can be compared."""
ALONE: Final = 2**32 - 1
"""In the place of the number of what is told, of a member that is compared with none."""


@dataclass(frozen=True, slots=True)
class Portions(Generic[T]):
    """What is told of the members of a collection: of each, by its own number, the number of it among `different`."""

    places: Places
    numbers: array[int]
    different: Sequence[T]
    portion: array[int]
    """The portion of each of the different."""

    def alone(self) -> Iterator[Member]:
        """Yield those who are compared with none, in order."""
        return (self.places.member(at) for at, number in enumerate(self.numbers) if number == ALONE)

    def each(self) -> Iterator[list[tuple[Member, T]]]:
        """Yield all others, in portions, in each of them in order."""
        numbers = np.asarray(self.numbers)
        compared = np.flatnonzero(numbers != ALONE)
        portions = np.asarray(self.portion)[numbers[compared]]
        order = compared[np.argsort(portions, kind="stable")]
        ends = np.cumsum(np.bincount(portions)) if len(compared) else ()
        for start, end in zip((0, *ends), ends, strict=False):
            if start == end:
                continue
            here, told = np.unique(numbers[order[start:end]], return_inverse=True)
            different = [self.different[number] for number in here.tolist()]
            members = map(self.places.member, order[start:end].tolist())
            yield [(member, different[number]) for member, number in zip(members, told.tolist(), strict=True)]

    def clusters(self, found: Iterable[Iterable[Cluster]]) -> Sequence[Cluster]:
        """Return every member in one cluster, by first member: those `found` in each portion, in any order of these."""
        firsts = array("L")

        def clusters() -> Iterator[Cluster]:
            for cluster in chain(chain.from_iterable(found), (Cluster((member,)) for member in self.alone())):
                firsts.append(self.places.number(cluster.members[0]))
                yield cluster

        return spooled(clusters(), Cluster).in_order(np.argsort(np.asarray(firsts)))


def in_portions(
    told: Iterable[T | None],
    kind: type[T],
    *,
    places: Places,
    keys: Callable[[T], Iterable[Hashable]],
    recurs: Callable[[T], bool],
    unions: Iterable[Iterable[Member]],
) -> Portions[T]:
    """Return what is told of each member in turn, None of one that is compared with none, in portions.

    Two of one portion have one of the `keys` in common, or lead to one another by such keys or `unions`. `places` are
    those of the members once all are told; what `recurs` is looked for among what came before, and kept once.
    """
    numbers, links = array("I"), Links()

    def different() -> Iterator[T]:
        known: dict[T, int] = {}
        for one in told:
            if one is None or one in known:
                numbers.append(ALONE if one is None else known[one])
                continue
            numbers.append(links.add(keys(one)))
            if recurs(one):
                if len(known) == AT_HAND:
                    known.clear()  # what is told often is soon there again
                known[one] = numbers[-1]
            yield one

    found = spooled(different(), kind, at_hand=AT_HAND)
    for members in unions:
        links.join(numbers[places.number(member)] for member in members)
    return Portions(places, numbers, found, links.portions(numbers))


class Links:
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
        """Return the portion of each thing: of what is linked one, and of what is not until there is enough told.

        `told` are the numbers of the things that each member tells.
        """
        keys, holders = np.asarray(self._keys), np.asarray(self._holders)
        order = np.argsort(keys, kind="stable")
        same = np.flatnonzero(keys[order][1:] == keys[order][:-1])
        for pair in zip(holders[order[same]].tolist(), holders[order[same + 1]].tolist(), strict=True):
            self.join(pair)
        roots = array("I", map(self._root, range(len(self._above))))
        numbers = np.asarray(told)
        sizes = np.bincount(np.asarray(roots)[numbers[numbers != ALONE]], minlength=len(roots))
        ends = np.cumsum(sizes)  # what is linked stands under its first number
        portions = (ends - sizes) // PORTION
        return array("I", portions[roots].astype(np.uint32).tobytes())
