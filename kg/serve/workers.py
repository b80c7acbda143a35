"""The web server's side of the keeper: start it, hand it jobs, end workers that nobody waits for."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import GraphError
from kg.serve.jobs import TEXT, Job, Limits, Reply

if TYPE_CHECKING:
    from collections.abc import Iterator

_GRACE: Final = 2.0
"""Seconds beyond its own limit after which a worker is ended from outside."""


@dataclass(frozen=True, slots=True)
class Workers:
    """A graph that answers jobs, a few at once; the others wait for their turn as long as a job may take."""

    address: str
    base: str
    triples: int
    limits: Limits
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(os.cpu_count() or 1))

    async def ask(self, job: Job) -> Reply:
        """Return the reply to a job; 503 when it takes more than its limits or no worker comes free."""
        try:
            await asyncio.wait_for(self.turns.acquire(), self.limits.seconds)
        except TimeoutError:
            return Reply(503, TEXT, b"too many questions at once: ask again later\n")
        try:
            return await self._ask(job)
        finally:
            self.turns.release()

    async def _ask(self, job: Job) -> Reply:
        begun = time.monotonic()
        worker = 0
        reader, writer = await asyncio.open_unix_connection(self.address)
        try:
            writer.write(json.dumps(asdict(job)).encode() + b"\n")
            async with asyncio.timeout(self.limits.seconds + _GRACE):
                worker = int(await reader.readline())
                head = json.loads(await reader.readline())
                body = await reader.readexactly(head["length"])
            return Reply(head["status"], head["media"], body, head["cut"])
        except (TimeoutError, ValueError, ConnectionError, asyncio.IncompleteReadError):
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
        command = [
            sys.executable,
            "-m",
            "kg.serve.keeper",
            str(graph),
            str(ontology),
            address,
            json.dumps(asdict(limits)),
        ]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 (our own module)
        try:
            told = json.loads(
                (process.stdout.readline() if process.stdout else b"") or b'{"error": "the keeper ended"}'
            )
            if "error" in told:
                raise GraphError(told["error"])
            yield Workers(address, told["base"], told["triples"], limits)
        finally:
            process.communicate()
