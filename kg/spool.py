"""Values that wait in a temporary file: as many as there are, in the memory of those that are at hand."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from tempfile import TemporaryFile
from typing import IO, Final, Generic, TypeVar, overload

import msgspec

T = TypeVar("T")

AT_HAND: Final = 256
"""Values that were asked for last, of which each is the object that was given before."""


class Spool(Sequence[T], Generic[T]):
    """Values by their numbers, as `waiting` gave them; equal to those that were given, and not the same objects."""

    def __init__(self, file: IO[bytes], places: array[int], decode: Callable[[bytes], T]) -> None:
        self._places = places
        self._get = lru_cache(maxsize=AT_HAND)(self._read)
        self._file, self._decode = file, decode

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._places) - 1

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        """Return a value by its number."""
        numbers = range(len(self))[at]
        return self._get(numbers) if isinstance(numbers, int) else [self._get(number) for number in numbers]

    def __iter__(self) -> Iterator[T]:
        """Yield the values in turn, without a place among those at hand."""
        return map(self._read, range(len(self)))

    def _read(self, at: int) -> T:
        self._file.seek(self._places[at])
        return self._decode(self._file.read(self._places[at + 1] - self._places[at]))


@contextmanager
def waiting(values: Iterable[T], kind: type[T], *, decode: Callable[[bytes], T] | None = None) -> Iterator[Spool[T]]:
    """Give values of a kind that msgspec knows, which are taken one by one; their file goes when the block ends.

    They come back as `decode` makes them of the bytes of msgpack, if it is given.
    """
    encode = msgspec.msgpack.Encoder().encode
    with TemporaryFile() as file:
        places = array("Q", [0])
        for value in values:
            places.append(places[-1] + file.write(encode(value)))
        yield Spool(file, places, decode or msgspec.msgpack.Decoder(kind).decode)


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
