# ruff: noqa: D102 (a trial)
"""Bytes, which fuzzing hands over, as a run of choices: the same bytes choose the same, and any choose something."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Thing = TypeVar("Thing")


class Choices:
    """Bytes from their beginning; where they end, every choice is the first."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def below(self, number: int) -> int:
        """Return a number from 0 on below another one, of one byte or, where that can not name all, of two."""
        size = 1 if number <= 256 else 2
        taken = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(taken, "big") % number if number else 0

    def one(self, things: Sequence[Thing]) -> Thing:
        return things[self.below(len(things))]

    def rest(self) -> bytes:
        taken, self._at = self._data[self._at :], len(self._data)
        return taken

    @property
    def ended(self) -> bool:
        return self._at >= len(self._data)
