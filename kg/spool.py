"""Values that wait in a temporary file: as many as there are, in the memory of those that are at hand."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache, partial
from itertools import pairwise
from tempfile import TemporaryFile
from typing import IO, Final, Generic, TypeAlias, TypeVar, overload
from weakref import finalize

import msgspec
import numpy as np

T = TypeVar("T")
Data: TypeAlias = bytes | memoryview

AT_HAND: Final = 256
"""Values that were asked for last, of which each is the object that was given before, if not told otherwise."""

_AT_ONCE: Final = 1 << 16
"""Bytes that are read at once where values are asked for in turn."""


class Spool(Sequence[T], Generic[T]):
    """Values by their numbers, as `spooled` gave them; equal to those that were given, and not the same objects.

    `order` gives the number under which each was given, if they stand in another order now.
    """

    def __init__(self, file: _File[T], order: Sequence[int], *, at_hand: int = AT_HAND) -> None:
        self._file, self._order, self._at_hand = file, order, at_hand
        self._get = lru_cache(maxsize=at_hand)(file.read)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        """Return a value by its number."""
        found = self._order[at]
        return self._get(found) if isinstance(found, int) else [self._get(number) for number in found]

    def __iter__(self) -> Iterator[T]:
        """Yield the values in turn, without a place among those at hand."""
        return self._file.all() if isinstance(self._order, range) else map(self._file.read, self._order)

    def __eq__(self, other: object) -> bool:
        """Say whether another sequence has the same values."""
        if not isinstance(other, Sequence) or len(self) != len(other):
            return NotImplemented
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Write all of them as a list does."""
        return repr(list(self))

    def in_order(self, order: Iterable[int]) -> Spool[T]:
        """Return the values of some numbers in the order of these."""
        return Spool(self._file, array("Q", (self._order[number] for number in order)), at_hand=self._at_hand)


class _File(Generic[T]):
    """Values in a file that is closed when it is asked to, or when nobody can ask for them any more."""

    def __init__(self, decode: Callable[[Data], T]) -> None:
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 (closed below)
        self._decode, self._places = decode, array("Q", [0])
        self.close = finalize(self, self._file.close)

    def write(self, values: Iterable[T]) -> range:
        """Write values, and return their numbers."""
        encode = msgspec.msgpack.Encoder().encode
        for value in values:
            self._places.append(self._places[-1] + self._file.write(encode(value)))
        self._file.flush()
        return range(len(self._places) - 1)

    def read(self, at: int) -> T:
        """Return a value by its number."""
        start, end = self._places[at : at + 2]
        return self._decode(os.pread(self._file.fileno(), end - start, start))

    def all(self) -> Iterator[T]:
        """Yield the values in turn, some of which are read at once."""
        places, at = self._places, 0
        while at < len(places) - 1:
            first, begin = at, places[at]
            at = max(at + 1, bisect_right(places, begin + _AT_ONCE) - 1)
            piece = memoryview(os.pread(self._file.fileno(), places[at] - begin, begin))
            for start, end in pairwise(places[first : at + 1]):
                yield self._decode(piece[start - begin : end - begin])


def spooled(
    values: Iterable[T],
    kind: type[T],
    *,
    decode: Callable[[Data], T] | None = None,
    at_hand: int = AT_HAND,
) -> Spool[T]:
    """Return values of a kind that msgspec knows, which are taken one by one; their file goes with the spool.

    They come back as `decode` makes them of the bytes of msgpack, if it is given; the last `at_hand` stay in memory.
    """
    file = _File(decode or msgspec.msgpack.Decoder(kind).decode)
    return Spool(file, file.write(values), at_hand=at_hand)


@contextmanager
def waiting(values: Iterable[T], kind: type[T], *, decode: Callable[[Data], T] | None = None) -> Iterator[Spool[T]]:
    """Give what `spooled` returns, whose file goes when the block ends."""
    file = _File(decode or msgspec.msgpack.Decoder(kind).decode)
    try:
        yield Spool(file, file.write(values))
    finally:
        file.close()


class Hashes:
    """Where words stand in a row, by their hashes: twelve bytes each in memory, and the words need not be."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._added = array("q", map(hash, words))

    def add(self, word: str) -> None:
        """Put a word behind the others; none is added once one was looked for."""
        self._added.append(hash(word))

    @cached_property
    def _sorted(self) -> tuple[array[int], array[int]]:
        """The hashes in order, and where each stands."""
        hashes = np.asarray(self._added)
        order = np.argsort(hashes, kind="stable")
        self._added = array("q", hashes[order].tobytes())
        return self._added, array("I", order.astype(np.uint32).tobytes())

    def places(self, word: str) -> Iterator[int]:
        """Yield where a word may stand; it stands nowhere else."""
        (hashes, order), wanted = self._sorted, hash(word)
        for at in range(bisect_left(hashes, wanted), len(hashes)):
            if hashes[at] != wanted:
                return
            yield order[at]

    def groups(self) -> Iterator[array[int]]:
        """Yield the places of words that may be the same, in order; words of two groups differ."""
        hashes, order = np.asarray(self._sorted[0]), self._sorted[1]
        ends = [*(np.flatnonzero(hashes[1:] != hashes[:-1]) + 1).tolist(), len(hashes)] if len(hashes) else []
        for start, end in zip((0, *ends), ends, strict=False):
            yield order[start:end]


class Index(Mapping[str, T], Generic[T]):
    """Values by words, both on disk."""

    def __init__(self, pairs: Iterable[tuple[str, T]], kind: type[T], *, at_hand: int = AT_HAND) -> None:
        hashes = Hashes()

        def noted() -> Iterator[tuple[str, T]]:
            for pair in pairs:
                hashes.add(pair[0])
                yield pair

        self._pairs: Spool[tuple[str, T]] = spooled(noted(), tuple[str, kind])  # type: ignore[valid-type]
        self._get = lru_cache(maxsize=at_hand)(partial(_found, self._pairs, hashes))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._pairs)

    def __iter__(self) -> Iterator[str]:
        """Yield the words, in the order in which they came."""
        return (word for word, _ in self._pairs)

    def __contains__(self, word: object) -> bool:
        """Say whether a word has a value."""
        return isinstance(word, str) and bool(self._get(word))

    def __getitem__(self, word: str) -> T:
        """Return the value of a word."""
        for value in self._get(word):
            return value
        raise KeyError(word)


def _found(pairs: Sequence[tuple[str, T]], hashes: Hashes, word: str) -> tuple[T, ...]:
    """Return the value of a word, nothing where it has none."""
    return tuple(value for known, value in map(pairs.__getitem__, hashes.places(word)) if known == word)


class Named(Mapping[str, T], Generic[T]):
    """Values of a spool by their names, in the order of these."""

    def __init__(self, spool: Spool[T], numbers: Mapping[str, int]) -> None:
        self._spool = spool
        self._numbers = {name: numbers[name] for name in sorted(numbers)}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._numbers)

    def __iter__(self) -> Iterator[str]:
        """Yield the names, sorted."""
        return iter(self._numbers)

    def __getitem__(self, name: str) -> T:
        """Return the value of a name."""
        return self._spool[self._numbers[name]]
