"""Read very many small articles by one process, each of which names people and places that no other does: does it grow?

    PYTHONPATH=. python benchmarks/reliability/many.py [--articles 20000] [--write docs/reliability.md]

Articles go the way of `kg build`: they are made up one by one and read in a worker, and their records are let go. The
memory of both processes is noted at every twentieth. The exit status is 1 where the last three quarters took more than
GROWTH bytes an article.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import overload

from benchmarks.reliability.sections import put
from kg.cli.choosing import knowledge
from kg.pipeline import read_documents
from kg.records import Document, DocumentRecord
from kg.workers import Budget

HEADING = "Very many articles by one process"
GROWTH = 1_000
"""Bytes an article of which three names are in no other, while the last caches of words fill."""
STEPS = 20
LETTERS = "bdfgklmnprst"


@dataclass(frozen=True, slots=True)
class Articles(Sequence[Document]):
    """So many articles, made when they are asked for."""

    number: int

    def __len__(self) -> int:
        """Return how many there are."""
        return self.number

    @overload
    def __getitem__(self, at: int) -> Document: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Document]: ...
    def __getitem__(self, at: int | slice) -> Document | Sequence[Document]:
        """Return one of them."""
        assert isinstance(at, int)  # noqa: S101 (nobody asks for a part)
        if not at < self.number:
            raise IndexError(at)
        one, other, town = (f"{word}{_name(at)}" for word in ("Ka", "Lo", "Mi"))
        text = (
            f"President John {one} called Foreign Minister Anna {other} on Friday.\n\n"
            f"Russian forces shelled {town} in Ukraine, killing {at % 90 + 2} people, she said."
        )
        return Document(f"{at:06d}", text, date=date(2025, 1, 1) + timedelta(days=at % 365))


def _name(number: int) -> str:
    return "".join(LETTERS[number // 12**place % 12] + "aeiou"[(number >> place) % 5] for place in range(4))


def main() -> None:
    """Read them and print the memory at each step, as lines of a report."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=int, default=20_000)
    asked.add_argument("--write", type=Path)
    options = asked.parse_args()
    articles, step = Articles(options.articles), max(1, options.articles // STEPS)
    held: list[tuple[int, int, int]] = []
    begun, events = time.monotonic(), 0
    records = read_documents(articles, knowledge(), workers=1, budget=Budget())
    for number, record in enumerate(records, start=1):
        assert isinstance(record, DocumentRecord), record  # noqa: S101 (none is lost)
        events += len(record.events)
        if number % step == 0:
            held.append((number, _memory(os.getpid()), sum(map(_memory, _children(os.getpid())))))
            sys.stderr.write(f"{held[-1]}\n")
    lines, growth = _report(held, events, time.monotonic() - begun)
    sys.stdout.write("\n".join(lines) + "\n")
    if options.write:
        put(options.write, HEADING, lines)
    sys.exit(growth > GROWTH)


def _memory(process: int) -> int:
    """Return the bytes of memory that a process holds and shares with no file."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("RssAnon")).split()[1]) * 1024


def _children(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def _report(held: list[tuple[int, int, int]], events: int, seconds: float) -> tuple[list[str], float]:
    first, last = held[len(held) // 4 - 1], held[-1]
    growth = (last[1] + last[2] - first[1] - first[2]) / (last[0] - first[0])
    shown = [held[place] for place in (0, len(held) // 4 - 1, len(held) // 2 - 1, 3 * len(held) // 4 - 1, -1)]
    return [
        "Made by `PYTHONPATH=. python benchmarks/reliability/many.py --write docs/reliability.md`; every article names",
        "two people and a town that no other does.",
        "",
        f"{last[0]:,} articles with {events:,} events, in {seconds:.0f} s:",
        "",
        "| articles | the process that asks, MiB | the one that reads, MiB |",
        "|---:|---:|---:|",
        *(f"| {number:,} | {asks / 2**20:.1f} | {reads / 2**20:.1f} |" for number, asks, reads in shown),
        "",
        f"From {first[0]:,} on both grew by {growth:.0f} bytes an article.",
    ], growth


if __name__ == "__main__":
    main()
