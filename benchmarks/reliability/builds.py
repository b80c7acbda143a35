"""Builds that begin at once: a process that has imported all of kg forks, and its child is `kg build` from there on."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 (a field)
from typing import TYPE_CHECKING

import onnxruntime  # noqa: F401 (imported here, so that no child needs to)
import spacy  # noqa: F401

import kg.assemble
import kg.cli.build
import kg.view
from kg.cli import main
from kg.cli.choosing import knowledge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

KNOWLEDGE = knowledge()
UNKNOWN = 70


@dataclass(frozen=True, slots=True)
class Ended:
    """How a build ended, negative by a signal, and what it said."""

    status: int
    said: str


@dataclass(slots=True)
class Build:
    """A build that runs: its process, and the file that it says everything to."""

    process: int
    words: Path

    def ended(self) -> bool:
        """Say whether it has ended, without waiting for it."""
        return os.waitid(os.P_PID, self.process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def wait(self) -> Ended:
        """Wait for the end of it."""
        _, status = os.waitpid(self.process, 0)
        return Ended(os.waitstatus_to_exitcode(status), self.words.read_text(encoding="utf-8", errors="replace"))


def begin(arguments: Sequence[str], words: Path) -> Build:
    """Begin `kg build` with these arguments; it says what it says to a file."""
    process = os.fork()
    if process:
        return Build(process, words)
    status = UNKNOWN
    try:
        os.setsid()
        out = os.open(words, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        kg.cli.build.knowledge = lambda: KNOWLEDGE
        main(["build", *arguments], prog_name="kg")
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        os._exit(status)


def build(arguments: Sequence[str], words: Path) -> Ended:
    """Build, and wait for the end of it."""
    return begin(arguments, words).wait()


def apart(work: Callable[[], str]) -> str:
    """Return what a function returns in a process of its own: a store that is opened here would hang in every build.

    RocksDB has threads, which a fork does not take along.
    """
    reads, writes = os.pipe()
    process = os.fork()
    if not process:
        try:
            with os.fdopen(writes, "w", encoding="utf-8") as stream:
                stream.write(work())
        finally:
            os._exit(0)
    os.close(writes)
    with os.fdopen(reads, encoding="utf-8") as stream:
        found = stream.read()
    os.waitpid(process, 0)
    return found


def timed(arguments: Sequence[str], words: Path) -> tuple[Ended, float]:
    """Build, and return how long it took, too."""
    begun = time.monotonic()
    return build(arguments, words), time.monotonic() - begun
