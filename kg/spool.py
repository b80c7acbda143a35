"""Values that wait in a temporary file: as many as there are, in the memory of those that are at hand."""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache, partial
from tempfile import TemporaryFile
from typing import IO, Final, Generic, TypeAlias, TypeVar, overload
from weakref import finalize

import msgspec
import numpy as np

T = TypeVar("T")
Data: TypeAlias = bytes | memoryview | msgspec.Raw

AT_HAND: Final = 256
"""Values that were asked for last, of which each is the object that was given before, if not told otherwise."""

_BLOCK: Final = 1 << 12
"""Bytes of values, and perhaps one more, that are read at once."""
_BLOCKS: Final = 16
"""Blocks that are at hand, as who asks for a value soon asks for the next."""
_RAW: Final = msgspec.msgpack.Decoder(list[msgspec.Raw])


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
    """Values in a file that is closed when it is asked to, or when nobody can ask for them any more.

    They are in blocks: of each block, and not of each value, it is known where it is and which value is its first.
    """

    def __init__(self, decode: Callable[[Data], T]) -> None:
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 (closed below)
        self._decode, self._firsts, self._places = decode, array("L"), array("Q", [0])
        self._block = lru_cache(maxsize=_BLOCKS)(partial(_block, self._file.fileno(), self._places))
        self.close = finalize(self, self._file.close)

    def write(self, values: Iterable[T]) -> range:
        """Write values, and return their numbers."""
        encode = msgspec.msgpack.Encoder().encode
        block, size, count = list[msgspec.Raw](), 0, 0
        for value in values:
            block.append(msgspec.Raw(encode(value)))
            size += len(memoryview(block[-1]))
            if size >= _BLOCK:
                self._write(encode(block), count)
                count, size = count + len(block), 0
                block.clear()
        if block:
            self._write(encode(block), count)
        self._file.flush()
        return range(count + len(block))

    def _write(self, block: bytes, first: int) -> None:
        self._firsts.append(first)
        self._places.append(self._places[-1] + self._file.write(block))

    def read(self, at: int) -> T:
        """Return a value by its number."""
        number = bisect_right(self._firsts, at) - 1
        return self._decode(self._block(number)[at - self._firsts[number]])

    def all(self) -> Iterator[T]:
        """Yield the values in turn."""
        for number in range(len(self._firsts)):
            yield from map(self._decode, _block(self._file.fileno(), self._places, number))


def _block(file: int, places: array[int], number: int) -> list[msgspec.Raw]:
    start, end = places[number : number + 2]
    return _RAW.decode(os.pread(file, end - start, start))


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
def waiting(
    values: Iterable[T],
    kind: type[T],
    *,
    decode: Callable[[Data], T] | None = None,
    at_hand: int = AT_HAND,
) -> Iterator[Spool[T]]:
    """Give what `spooled` returns, whose file goes when the block ends."""
    file = _File(decode or msgspec.msgpack.Decoder(kind).decode)
    try:
        yield Spool(file, file.write(values), at_hand=at_hand)
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
