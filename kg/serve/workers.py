"""The web server's side of the keeper: start it, hand it jobs, end workers that nobody waits for."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import GraphError
from kg.serve.jobs import TEXT, Job, Limits, Reply

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GRACE: Final = 2.0
"""Seconds beyond its own limit after which a worker is ended from outside."""
_QUICK: Final = 1.0
"""Seconds that every question may try at once, before it waits among those that take long."""
_PROCESSORS: Final = os.cpu_count() or 1


class _NobodyError(OSError):
    """The keeper ended, or has no process left, before anybody began to answer."""


class Keeper:
    """The process that holds a graph; it can be started again when something has ended it."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> dict[str, Any]:
        """Start the process, in the place of one that ended, and return what it tells of the graph.

        Raises GraphError when it can not be read.
        """
        self.end()
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 (our own module)
        line = self._process.stdout.readline() if self._process.stdout else b""
        told: dict[str, Any] = json.loads(line or b'{"error": "the keeper ended"}')
        if "error" in told:
            raise GraphError(told["error"])
        return told

    def end(self) -> None:
        """Let the process end."""
        if self._process is not None:
            self._process.communicate()
            self._process = None


@dataclass(frozen=True, slots=True)
class Workers:
    """A graph that answers jobs, a few at once; the others wait for their turn as long as a job may take.

    Every question has a short try among `quick` ones, so that none of those that take long holds up one that does not.
    """

    address: str
    base: str
    triples: int
    limits: Limits
    keeper: Keeper
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_PROCESSORS))
    quick: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2 * _PROCESSORS))
    reviving: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def ask(self, job: Job) -> Reply:
        """Return the reply to a job; 503 when it takes more than its limits or no worker comes free."""
        for turns, seconds in ((self.quick, min(_QUICK, self.limits.seconds / 2)), (self.turns, None)):
            try:
                await asyncio.wait_for(turns.acquire(), self.limits.seconds)
            except TimeoutError:
                return Reply(503, TEXT, b"too many questions at once: ask again later\n")
            try:
                reply = await self._ask(replace(job, patient=seconds is None), seconds)
            except OSError as error:
                return Reply(503, TEXT, f"the graph can not be asked: {error.strerror or error}\n".encode())
            except GraphError as error:
                return Reply(503, TEXT, f"{error}\n".encode())
            finally:
                turns.release()
            if reply is not None:
                return reply
        raise AssertionError("a patient question has a reply")

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Return a connection to the keeper, which is started again where it has gone."""
        with suppress(ConnectionRefusedError, FileNotFoundError):
            return await asyncio.open_unix_connection(self.address)
        async with self.reviving:
            with suppress(ConnectionRefusedError, FileNotFoundError):
                return await asyncio.open_unix_connection(self.address)
            await asyncio.to_thread(self.keeper.start)
            return await asyncio.open_unix_connection(self.address)

    async def _ask(self, job: Job, seconds: float | None) -> Reply | None:
        """Return the reply to a job, None where it was to take no more than so many seconds and does.

        A job that nobody had begun when the keeper ended is given to the next one.
        """
        with suppress(_NobodyError):
            return await self._answered(job, seconds)
        return await self._answered(job, seconds)

    async def _answered(self, job: Job, seconds: float | None) -> Reply | None:
        worker = 0
        # Before the worker's own clock starts, with which its alarm goes off.
        begun = time.monotonic()
        reader, writer = await self._connected()
        try:
            writer.write(json.dumps(asdict(job)).encode() + b"\n")
            async with asyncio.timeout(seconds or self.limits.seconds + _GRACE):
                worker = int(await reader.readline())
                head = json.loads(await reader.readline())
                body = await reader.readexactly(head["length"])
            return Reply(head["status"], head["media"], body, head["cut"])
        except (TimeoutError, ValueError, ConnectionError, asyncio.IncompleteReadError) as error:
            if seconds is not None and isinstance(error, TimeoutError):
                return None
            if not worker and not isinstance(error, TimeoutError):
                raise _NobodyError(errno.EAGAIN, "no process is left to answer") from error
            taken = time.monotonic() - begun
            late = f"took more than {self.limits.seconds:g} seconds"
            greedy = f"needed more than {self.limits.memory} MiB of memory"
            problem = late if taken >= self.limits.seconds else greedy
            return Reply(503, TEXT, f"the question {problem}: ask for less\n".encode())
        finally:
            # It has ended unless nobody waits for its answer any more; its number is its own while the socket is open.
            if worker and not reader.at_eof():
                with suppress(ProcessLookupError):
                    os.kill(worker, signal.SIGKILL)
            writer.close()


@contextmanager
def keeper(graph: Path, ontology: Path, limits: Limits) -> Iterator[Workers]:
    """Give workers on a graph until the block ends; raise GraphError when the graph can not be read."""
    with tempfile.TemporaryDirectory(prefix="kg-serve-") as folder:
        address = str(Path(folder) / "socket")
        arguments = (str(graph), str(ontology), address, json.dumps(asdict(limits)))
        process = Keeper((sys.executable, "-m", "kg.serve.keeper", *arguments))
        try:
            told = process.start()
            yield Workers(address, told["base"], told["triples"], limits, process)
        finally:
            process.end()
