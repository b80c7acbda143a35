"""A running `kg serve`, started as a user starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
