"""Processes that share work, and what they do to one another: nothing."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.workers import Budget, Loss, collecting_seldom, mapped, within

if TYPE_CHECKING:
    from collections.abc import Callable

BUDGET = Budget(seconds=1.0, memory=256)


def doubling() -> Callable[[object], object]:
    """What a worker does with a thing: a number is doubled, words are a misfortune."""

    def double(thing: object) -> object:
        if thing == "sleep":
            time.sleep(30)
        if thing == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if thing == "grow":
            return len(bytearray(1 << 30))
        if thing == "fail":
            raise ValueError("no number")
        return 2 * int(str(thing))

    return double


@pytest.mark.parametrize("workers", [1, 3])
def test_results_come_in_the_order_of_the_things(workers: int) -> None:
    assert list(mapped(doubling, range(50), workers=workers, budget=BUDGET)) == [2 * n for n in range(50)]


def keeping() -> Callable[[int], int]:
    """What a worker does with a thing: the first leaves a thousand lists behind, and all say how much is set aside."""
    kept: list[list[int]] = []

    def keep(_: int) -> int:
        aside = gc.get_freeze_count()
        kept.extend([] for _ in range(0 if kept else 1000))
        return aside

    return keep


def test_what_the_first_thing_leaves_behind_is_gone_through_for_no_later_one() -> None:
    first, second, third = mapped(keeping, range(3), workers=1, budget=BUDGET)
    assert second >= first + 1000
    assert third < second + 1000


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("thing", "problem"),
    [("sleep", "it took more than 1 seconds"), ("die", "the process that read it ended (by SIGKILL)")],
)
def test_a_worker_that_is_late_or_dead_is_replaced_and_only_its_thing_is_lost(
    workers: int, thing: str, problem: str
) -> None:
    found = list(mapped(doubling, [1, thing, 2, thing, 3], workers=workers, budget=BUDGET))
    assert found == [2, Loss(problem), 4, Loss(problem), 6]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_memory_has_a_bound() -> None:
    with pytest.raises(MemoryError):
        list(mapped(doubling, ["grow"], workers=1, budget=BUDGET))


def test_what_the_function_raises_is_raised_and_no_process_stays() -> None:
    before = set(children(os.getpid()))
    with pytest.raises(ValueError, match="no number"):
        list(mapped(doubling, [1, "fail", 2], workers=2, budget=BUDGET))
    assert set(children(os.getpid())) <= before


def test_who_asks_for_no_more_leaves_no_process() -> None:
    before = set(children(os.getpid()))
    things = mapped(doubling, range(10_000), workers=2, budget=BUDGET)
    assert [next(things), next(things)] == [0, 2]
    things.close()
    assert set(children(os.getpid())) <= before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lends a process all that this one holds")
@pytest.mark.parametrize(
    ("thing", "found"),
    [
        ("7", 14),
        ("sleep", Loss("took more than 1 seconds")),
        ("grow", Loss("needed more than 256 MiB of memory")),
        ("die", Loss("needed more than 256 MiB of memory")),
    ],
)
def test_one_answer_has_bounds_of_time_and_memory(thing: str, found: object) -> None:
    before = set(children(os.getpid()))
    double = doubling()
    assert within(lambda: double(thing), BUDGET) == found
    assert set(children(os.getpid())) <= before


def test_what_gives_one_answer_may_raise() -> None:
    double = doubling()
    with pytest.raises(ValueError, match="no number"):
        within(lambda: double("fail"), BUDGET)


@pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_the_process_that_started_them(end: signal.Signals) -> None:
    program = (
        "from tests.test_workers import *\nlist(mapped(doubling, ['sleep', 'sleep'], workers=2, budget=Budget(60)))"
    )
    root = Path(__file__).parents[1]
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=root, env={**os.environ, "PYTHONPATH": str(root)})  # noqa: S603 (ours)
    deadline = time.monotonic() + 20
    while len(workers := children(parent.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    parent.send_signal(end)
    parent.wait(10)
    while any(Path(f"/proc/{worker}/cmdline").exists() for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(workers) == 2
    assert not any(Path(f"/proc/{worker}/cmdline").exists() for worker in workers)


def children(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            fields = stat.rpartition(")")[2].split()
            if int(fields[1]) == parent and fields[0] != "Z":
                found.append(int(entry.name))
    return found


def test_circles_are_looked_for_as_often_as_before_once_the_work_is_done() -> None:
    before = gc.get_threshold()
    with collecting_seldom():
        assert gc.get_threshold() > before
    assert gc.get_threshold() == before
