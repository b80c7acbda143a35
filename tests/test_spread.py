"""Work that is spread gives the results that it gives here, in turn."""

from __future__ import annotations

import os
import signal
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kg.errors import GraphError, KgError
from kg.spread import beside, here
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.knowledge import Knowledge

DEADLY = 1000


def set_up(knowledge: Knowledge) -> Callable[[int], tuple[int, str]]:
    return partial(work, knowledge.digest)


def work(digest: str, number: int) -> tuple[int, str]:
    if number == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    if number < 0:
        raise GraphError("no such number", place="here")
    return 1 // (99 - number), digest


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_turn_and_what_is_raised_is_raised_here(workers: int) -> None:
    spread = beside(KNOWLEDGE, workers)
    numbers = range(0, 90, 7)
    assert list(spread(set_up, iter(numbers))) == list(here(KNOWLEDGE)(set_up, numbers))
    assert list(spread(set_up, ())) == []
    with pytest.raises(GraphError, match="here: no such number"):
        list(spread(set_up, [3, -1]))
    with pytest.raises(ZeroDivisionError):
        list(spread(set_up, [99]))


def test_where_a_process_dies_nothing_is_left_out() -> None:
    with pytest.raises(KgError, match=r"ended \(by SIGKILL\) \(build again; --workers 1 takes less memory\)"):
        list(beside(KNOWLEDGE, 2)(set_up, [1, DEADLY]))
