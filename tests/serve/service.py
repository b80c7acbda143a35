"""A running `kg serve`, started as a user starts it, and the processes that hold its graph."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HUGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
"""A question that needs more memory than there is."""
SLACK = 10
"""Seconds that a busy machine may add."""
LONGEST = 60
"""Seconds in which processes have come or gone, however busy the machine is."""
OUT_OF_MEMORY = ("memory allocation of ", "stack backtrace:", "skipping backtrace ")
"""What the engine says of a worker that came to the end of its memory."""


@contextmanager
def serving(graph: Path, *options: str, end: signal.Signals = signal.SIGINT, **environment: str) -> Iterator[str]:
    """Give the address of a server on a free port of loopback, and end it by a signal, as Ctrl-C does."""
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", *options]
    process = subprocess.Popen(  # noqa: S603 (our own)
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **environment}
    )
    try:
        line = (process.stdout.readline() if process.stdout else "") or "nothing"
        assert line.startswith("http://"), line + (process.stderr.read() if process.stderr else "")
        yield line.split("/ ")[0]
    finally:
        process.send_signal(end)
        _, complaints = process.communicate(timeout=30)
    told = [line for line in complaints.splitlines() if not line.startswith(OUT_OF_MEMORY)]
    assert (process.returncode, told) == (0, []), complaints


def settles(graph: Path, count: int) -> bool:
    """Say whether sooner or later just so many processes hold a graph."""
    deadline = time.monotonic() + LONGEST
    while len(holding(graph)) != count and time.monotonic() < deadline:
        time.sleep(0.05)
    return len(holding(graph)) == count


def holding(graph: Path) -> list[int]:
    """Return the processes that hold a graph to answer questions: keepers, and workers that are not done.

    A look at all processes takes a while, in which one may end and the next begin, and one that was killed is gone a
    moment later: those are meant that two looks see.
    """
    first = _seen(graph)
    time.sleep(0.02)
    return sorted(first & _seen(graph))


def _seen(graph: Path) -> set[int]:
    found: set[int] = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if b"kg.serve.keeper" in command and str(graph).encode() in command:
                found.add(int(entry.name))
    return found
