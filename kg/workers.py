"""Processes that share work: each may take so much time and memory for one thing, else it is replaced."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
import warnings
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_AHEAD: Final = 4
"""Results that wait for their turn, for each worker, so that one slow thing holds up nobody and memory has a bound."""
_ALIVE: Final = 1.0
"""Seconds between looks of an idle worker whether the process that started it is still there."""
_MEBIBYTE: Final = 1 << 20
_OBJECTS: Final = 100_000
"""So many are made before Python looks which of them refer to one another: some 10 MB."""

Thing = TypeVar("Thing")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Budget:
    """What one thing may take: seconds, and mebibytes of memory beyond what a worker has before its first."""

    seconds: float = 300.0
    memory: int = 4096


@dataclass(frozen=True, slots=True)
class Loss:
    """Why there is no result of a thing: what became of the worker that had it."""

    problem: str


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    number: int | None = None
    deadline: float = 0.0

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


@dataclass(slots=True)
class _Crew(Generic[Thing, Result]):
    """The workers, what they are at, and the results that wait for their turn."""

    start: Callable[[], _Worker]
    size: int
    budget: Budget
    workers: list[_Worker]
    done: dict[int, Result | Loss]

    def feed(self, things: Iterator[tuple[int, Thing]]) -> None:
        """Give each worker that has nothing to do the next thing, unless it is too far ahead."""
        while len(self.done) < _AHEAD * self.size:
            idle = next((worker for worker in self.workers if worker.number is None), None)
            if idle is None and len(self.workers) >= self.size:
                return
            number, thing = next(things, (None, None))
            if number is None:
                return
            worker = idle or self.start()
            if idle is None:
                self.workers.append(worker)
            worker.number, worker.deadline = number, time.monotonic() + self.budget.seconds
            # A worker that died while it waited is found out when its answer does not come.
            with suppress(OSError):
                worker.connection.send(thing)

    def gather(self) -> None:
        """Wait for an answer or for a time that is up; a worker that is late or dead is replaced."""
        busy = [worker for worker in self.workers if worker.number is not None]
        nearest = min(worker.deadline for worker in busy) - time.monotonic()
        ready = wait([worker.connection for worker in busy], timeout=max(nearest, 0.0))
        for worker in busy:
            if worker.connection in ready:
                self._take(worker)
            elif time.monotonic() >= worker.deadline:
                self._lose(worker, f"it took more than {self.budget.seconds:g} seconds")

    def _take(self, worker: _Worker) -> None:
        try:
            error, result = worker.connection.recv()
        except (EOFError, OSError):
            worker.process.join()
            self._lose(worker, f"the process that read it ended ({_how(worker.process.exitcode)})")
            return
        if error is not None:
            raise error
        assert worker.number is not None  # noqa: S101 (only busy workers are asked)
        self.done[worker.number] = result
        worker.number = None

    def _lose(self, worker: _Worker, problem: str) -> None:
        assert worker.number is not None  # noqa: S101 (only busy workers are asked)
        self.done[worker.number] = Loss(problem)
        self.workers.remove(worker)
        worker.end()


def mapped(
    set_up: Callable[[], Callable[[Thing], Result]], things: Iterable[Thing], *, workers: int, budget: Budget
) -> Iterator[Result | Loss]:
    """Yield the result of each thing in turn, or why there is none; `set_up` makes the function in each process.

    What the function raises is raised here, and ends all. The processes end with this one, however it ends.
    """
    start = partial(_started, set_up, budget)
    crew = _Crew[Thing, Result](start, workers, budget, [], {})
    numbered = enumerate(things)
    try:
        for turn in count():
            while turn not in crew.done:
                crew.feed(numbered)
                if all(worker.number is None for worker in crew.workers):
                    return
                crew.gather()
            yield crew.done.pop(turn)
    finally:
        for worker in crew.workers:
            worker.end()


def within(function: Callable[[], Result], budget: Budget) -> Result | Loss:
    """Return what a function gives in a process that shares all that this one holds, or why it gives nothing.

    What it raises is raised here; its answer is pickled. Only Linux lends a process so, elsewhere nothing is bounded.
    """
    if sys.platform != "linux":
        return function()
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(
        target=_answer, args=(theirs, function, budget, os.getpid()), daemon=True
    )
    process.start()
    theirs.close()
    worker = _Worker(process, ours)
    try:
        if not ours.poll(budget.seconds):
            return Loss(f"took more than {budget.seconds:g} seconds")
        error, result = ours.recv()
    except (EOFError, OSError):
        process.join()
        greedy = process.exitcode in {-signal.SIGABRT, -signal.SIGKILL}
        return Loss(_greed(budget) if greedy else f"ended the process that it had ({_how(process.exitcode)})")
    finally:
        worker.end()
    if isinstance(error, MemoryError):
        return Loss(_greed(budget))
    if error is not None:
        raise error
    answer: Result = result
    return answer


def _answer(connection: Connection, function: Callable[[], Any], budget: Budget, parent: int) -> None:
    """Send the one answer of a function, or what it raises."""
    _end_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A library that gets no memory says so and ends the process; the one that waits says it in a line.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with suppress(OSError):
        try:
            _bound(budget.memory)
            connection.send((None, function()))
        except Exception as error:  # noqa: BLE001 (it is raised in the process that started this one)
            connection.send((error, None))


def _greed(budget: Budget) -> str:
    return f"needed more than {budget.memory} MiB of memory"


def _started(set_up: Callable[[], Callable[[Any], Any]], budget: Budget) -> _Worker:
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_work, args=(theirs, set_up, budget, os.getpid()), daemon=True)
    with warnings.catch_warnings():
        # The thread of a progress bar holds no lock that a worker needs.
        warnings.filterwarnings("ignore", message=".*fork", category=DeprecationWarning)
        process.start()
    theirs.close()
    return _Worker(process, ours)


def _work(connection: Connection, set_up: Callable[[], Callable[[Any], Any]], budget: Budget, parent: int) -> None:
    """Answer thing by thing until the process that started this one has no more or is gone."""
    _end_with(parent)
    # Ctrl-C goes to all processes of a terminal; the one that started this one says when it ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(EOFError, OSError):
        try:
            function = set_up()
            # What is set up lasts as long as the worker, and a thing leaves circles only when it is done.
            gc.freeze()
            gc.disable()
            _bound(budget.memory)
            while _next_comes(connection, parent):
                connection.send((None, function(connection.recv())))
                gc.collect()
                gc.freeze()  # what is left, as all that is known by name, lasts as well
        except Exception as error:  # noqa: BLE001 (it is raised in the process that started this one)
            connection.send((error, None))


def _next_comes(connection: Connection, parent: int) -> bool:
    while not connection.poll(_ALIVE):
        if os.getppid() != parent:
            return False
    return True


def _end_with(parent: int) -> None:
    """Let the system end this process when the one that started it ends, where it can; others look now and then."""
    if sys.platform == "linux":
        import ctypes

        death_signal = 1  # PR_SET_PDEATHSIG of prctl(2)
        ctypes.CDLL(None).prctl(death_signal, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)


def _bound(memory: int) -> None:
    """Let this process have so many mebibytes more, where the system counts them."""
    if sys.platform == "linux":
        import resource
        from pathlib import Path

        size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        ceiling = size + memory * _MEBIBYTE
        resource.setrlimit(resource.RLIMIT_AS, (ceiling if hard < 0 else min(ceiling, hard), hard))


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"by {signal.Signals(-code).name}"
    return f"with status {code}"


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Let Python look for circles of objects less often: very many come and go meanwhile, and few refer to themselves.

    A worker looks for them only between one thing and the next.
    """
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
