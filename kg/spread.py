"""Work on many things, each for itself: in this process, in several, or on other machines, with the same results."""

from __future__ import annotations

import pickle
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from kg.errors import KgError
from kg.workers import Budget, Loss, mapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kg.knowledge import Knowledge

_AT_ONCE: Final = 1 << 16
"""Bytes of things that are sent together: some articles, or one portion of a collection."""
Thing = TypeVar("Thing")
Result = TypeVar("Result")

_UNBOUND: Final = Budget(seconds=7 * 24 * 3600.0, memory=1 << 24)
"""What a process may take that works on our own data: nothing of it can be left out."""


class Spread(Protocol):
    """How work is spread among those who do it."""

    def __call__(
        self, set_up: Callable[[Knowledge], Callable[[Thing], Result]], things: Iterable[Thing], /
    ) -> Iterator[Result]:
        """Yield the result of each thing in turn, or raise what was raised.

        Wherever somebody works, `set_up` makes the function that does it, once for many things. It, the things and the
        results are pickled where they are sent, and things may be asked for long before the first result is there.
        """


def here(knowledge: Knowledge) -> Spread:
    """Return how work is done in this process, thing by thing, as its results are asked for."""

    def spread(
        set_up: Callable[[Knowledge], Callable[[Thing], Result]], things: Iterable[Thing], /
    ) -> Iterator[Result]:
        return map(set_up(knowledge), things)

    return spread


def beside(knowledge: Knowledge, workers: int) -> Spread:
    """Return how work is done by so many processes beside this one; by this one, where that is one."""
    if workers < 2:
        return here(knowledge)

    def spread(
        set_up: Callable[[Knowledge], Callable[[Thing], Result]], things: Iterable[Thing], /
    ) -> Iterator[Result]:
        told = _together(pickle.dumps(thing) for thing in things)
        for results in mapped(partial(_doing, set_up, knowledge), told, workers=workers, budget=_UNBOUND):
            if isinstance(results, Loss):
                remedy = "build again; --workers 1 takes less memory"
                raise KgError(f"a process that put the graph together: {results.problem}", remedy=remedy)
            yield from results

    return spread


def _together(things: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Yield things that are sent together: to wait for a process takes as long as to work on something small."""
    held: list[bytes] = []
    for thing in things:
        held.append(thing)
        if sum(map(len, held)) >= _AT_ONCE:
            yield held
            held = []
    if held:
        yield held


def _doing(
    set_up: Callable[[Knowledge], Callable[[Thing], Result]], knowledge: Knowledge
) -> Callable[[Sequence[bytes]], list[Result]]:
    do = set_up(knowledge)
    return lambda things: [do(pickle.loads(thing)) for thing in things]  # noqa: S301 (the process beside wrote it)
