"""Portions of what a collection tells, of which none is ever compared with another.

Two members that a rule may make one have a key in common, are reached by such keys from one to the next, or are one by
a decision. So a portion at a time is in memory, however large the archive; and as who is in one portion is nothing to
the others, each may be worked through wherever there is room.
"""

from __future__ import annotations

import os
from array import array
from dataclasses import dataclass
from itertools import chain
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar
from weakref import finalize

import numpy as np

from kg.members import AT_HAND
from kg.records import Cluster
from kg.spool import spooled

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from kg.members import Places
    from kg.records import Member
    from kg.spool import Data

T = TypeVar("T")

ONE, OTHER, EITHER = 1, 2, 3
"""The sides of a key: who has it on one is compared with those who have it on the other, and nobody within a side."""
Key: TypeAlias = "tuple[Hashable, int]"
_ROW: Final = np.dtype([("key", np.int64), ("holder", np.uint32)])
_ROWS: Final = 1 << 15
"""Keys that are written and read at once; of these four times as many are compared at once, if it takes few parts."""
_PARTS: Final = 64
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
        for portion in self._members():
            here, told = np.unique(numbers[portion], return_inverse=True)
            different = [self.different[number] for number in here.tolist()]
            members = map(self.places.member, portion.tolist())
            yield [(member, different[number]) for member, number in zip(members, told.tolist(), strict=True)]

    def _members(self) -> list[NDArray[np.uint32]]:
        """Return the numbers of the members of each portion."""
        compared = np.flatnonzero(np.asarray(self.numbers) != ALONE).astype(np.uint32)
        portions = np.asarray(self.portion)[np.asarray(self.numbers)[compared]]
        order = compared[np.argsort(portions, kind="stable")]
        ends = np.cumsum(np.bincount(portions)) if len(compared) else compared
        return [members for members in np.split(order, ends) if len(members)]

    def clusters(self, found: Iterable[Iterable[Cluster]]) -> Sequence[Cluster]:
        """Return every member in one cluster, by first member: those `found` in each portion, in any order of these."""
        firsts = array("L")

        def clusters() -> Iterator[Cluster]:
            for cluster in chain(chain.from_iterable(found), (Cluster((member,)) for member in self.alone())):
                firsts.append(self.places.number(cluster.members[0]))
                yield cluster

        return spooled(clusters(), Cluster).in_order(np.argsort(np.asarray(firsts)))


def in_portions(
    told: Iterable[tuple[T, Iterable[Key]] | None],
    kind: type[T],
    *,
    places: Places,
    unions: Iterable[Iterable[Member]],
    size: int,
    recurs: Callable[[T], bool] = lambda _: False,
    decode: Callable[[Data], T] | None = None,
) -> Portions[T]:
    """Return what is told of each member in turn, None of one that is compared with none, in portions.

    Two that are compared have one of the keys in common that are told with them, or lead to one another by such keys or
    by `unions`. `places` are those of the members once all are told; what `recurs` is looked for among what came
    before, and kept once. A portion has as many different ones as `size` says, or those that must be together.
    """
    numbers, links = array("I"), Links()

    def different() -> Iterator[T]:
        known: dict[T, int] = {}
        for found in told:
            if found is None:
                numbers.append(ALONE)
                continue
            one, keys = found
            if (again := recurs(one)) and one in known:
                numbers.append(known[one])
                continue
            numbers.append(links.add(keys))
            if again:
                if len(known) == AT_HAND:
                    known.clear()  # what is told often is soon there again
                known[one] = numbers[-1]
            yield one

    different_ones = spooled(different(), kind, decode=decode, at_hand=1)  # a portion asks once for each
    for members in unions:
        links.join(numbers[places.number(member)] for member in members)
    numbers, portion = links.portions(numbers, size)
    return Portions(places, numbers, different_ones, portion)


class Links:
    """What has a key in common, by the hashes of the keys: where two are the same by chance, a portion is larger.

    Keys wait on disk with the number of who has them; of each thing a number is in memory.
    """

    def __init__(self) -> None:
        self._keys, self._holders, self._above = array("q"), array("I"), array("I")
        self._file, self._count = TemporaryFile(), 0  # noqa: SIM115 (closed below)
        finalize(self, self._file.close)

    def __len__(self) -> int:
        """Return how many things there are."""
        return len(self._above)

    def add(self, keys: Iterable[Key]) -> int:
        """Add one thing with its keys, and return its number."""
        number = len(self)
        self._above.append(number)
        for key, side in keys:
            self._keys.append(hash(key) & ~EITHER | side)
            self._holders.append(number)
        if len(self._keys) >= _ROWS:
            self._write()
        return number

    def _write(self) -> None:
        rows = np.empty(len(self._keys), _ROW)
        rows["key"], rows["holder"] = self._keys, self._holders
        self._file.write(rows.tobytes())
        self._count += len(rows)
        del self._keys[:], self._holders[:]

    def _rows(self) -> Iterator[NDArray[np.void]]:
        """Yield the keys and who has them, those that may be the same together."""
        self._write()
        self._file.flush()
        places = range(0, self._count, _ROWS)
        parts = min(len(places) // 4 + 1, _PARTS)
        for part in range(parts if places else 0):
            read = (os.pread(self._file.fileno(), _ROWS * _ROW.itemsize, at * _ROW.itemsize) for at in places)
            rows = (np.frombuffer(found, _ROW) for found in read)
            yield np.concatenate([some[(some["key"] >> 2) % parts == part] for some in rows])

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

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield pairs that lead from each thing to the others that have a key in common with it, on the sides of it."""
        for rows in filter(len, self._rows()):
            yield from _pairs(rows)

    def portions(self, told: array[int], size: int) -> tuple[array[int], array[int]]:
        """Return the portion of each thing: of what is linked one, and of what is not until one has its `size`.

        `told` are the numbers of the things that each member tells; they come back without those of members that are
        linked with none.
        """
        for pair in self.pairs():
            self.join(pair)
        roots = array("I", map(self._root, range(len(self))))
        numbers = np.array(told)
        named = numbers != ALONE
        sizes = np.bincount(np.asarray(roots)[numbers[named]], minlength=len(roots))
        named[named] = sizes[np.asarray(roots)[numbers[named]]] > 1
        numbers[~named] = ALONE
        sizes = np.bincount(roots, weights=sizes[roots] > 1).astype(np.uint32)
        ends = np.cumsum(sizes)  # what is linked stands under its first number
        portions = ((ends - sizes) // size)[roots]
        return array("I", numbers.tobytes()), array("I", portions.astype(np.uint32).tobytes())


def _pairs(rows: NDArray[np.void]) -> Iterator[tuple[int, int]]:
    order = np.argsort(rows["key"])
    keys, holders = rows["key"][order], rows["holder"][order]
    same = keys[1:] >> 2 == keys[:-1] >> 2
    starts = np.flatnonzero(np.append(True, ~same)[: len(keys)])
    compared = np.bitwise_or.reduceat(keys & EITHER, starts) == EITHER
    same &= np.repeat(compared, np.diff(starts, append=len(keys)))[1:]
    pairs = np.unique(holders[:-1][same].astype(np.uint64) << np.uint64(32) | holders[1:][same])
    for some in np.array_split(pairs, len(pairs) // AT_HAND + 1):  # as objects they take ten times as much
        yield from zip((some >> np.uint64(32)).tolist(), (some & np.uint64(ALONE)).tolist(), strict=True)
