"""Counting what is right, extra and missed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class _Annotation(Protocol):
    @property
    def optional(self) -> bool: ...


G = TypeVar("G", bound=_Annotation)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one row of the table, with precision, recall and F1 in 0..1, 0 where they are undefined."""

    row: str
    right: int
    extra: int
    missed: int

    @property
    def precision(self) -> float:
        """Right among all that the graph says."""
        return _share(self.right, self.extra)

    @property
    def recall(self) -> float:
        """Right among all that the gold annotations say."""
        return _share(self.right, self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _share(right: int, wrong: int) -> float:
    return right / (right + wrong) if right + wrong else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something that the graph has too much ("extra") or lacks ("missed")."""

    row: str
    document: str
    what: str
    text: str


@dataclass(slots=True)
class Tally:
    """Counts under way: right, extra and missed by row, and every mistake."""

    counts: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    mistakes: list[Mistake] = field(default_factory=list)

    def right(self, row: str, number: int = 1) -> None:
        """Count what the graph has right."""
        self.counts[row][0] += number

    def surplus(self, row: str, document: str, text: str) -> None:
        """Count what the graph has too much."""
        self.counts[row][1] += 1
        self.mistakes.append(Mistake(row, document, "extra", text))

    def missed(self, row: str, document: str, text: str) -> None:
        """Count what the graph lacks."""
        self.counts[row][2] += 1
        self.mistakes.append(Mistake(row, document, "missed", text))

    def check(self, row: str, document: str, text: str, *, right: bool) -> None:
        """Count one thing that can only be right or missed."""
        if right:
            self.right(row)
        else:
            self.missed(row, document, text)

    def scores(self) -> tuple[Score, ...]:
        """Return the rows in the order in which they came up."""
        return tuple(Score(row, *counts) for row, counts in self.counts.items())


@dataclass(frozen=True, slots=True)
class Comparison(Generic[G]):
    """One kind of one document: how gold and found agree and are shown, and which extras are held against the graph."""

    row: str
    document: str
    agrees: Callable[[G, str], bool]
    show_gold: Callable[[G], str]
    show_found: Callable[[str], str]
    judged: Callable[[str], bool] = lambda _: True


def compare(tally: Tally, comparison: Comparison[G], golds: Sequence[G], found: Sequence[str]) -> None:
    """Pair gold and found one to one, first come first served, and count; what is optional counts neither way."""
    required = [gold for gold in golds if not gold.optional]
    optional = [gold for gold in golds if gold.optional]
    left = list(found)
    tally.right(comparison.row, 0)
    for gold in required:
        match = next((one for one in left if comparison.agrees(gold, one)), None)
        if match is None:
            tally.missed(comparison.row, comparison.document, comparison.show_gold(gold))
        else:
            left.remove(match)
            tally.right(comparison.row)
    for one in left:
        if comparison.judged(one) and not any(comparison.agrees(gold, one) for gold in optional):
            tally.surplus(comparison.row, comparison.document, comparison.show_found(one))
