# ruff: noqa: S101, S311, S603, S607 (a trial: chance, processes and the tools of a system)
"""Kill builds at random moments, fill disks, build twice at once: is anything lost, half-written or left behind?

    PYTHONPATH=. python benchmarks/reliability/kill.py [--kills 200] [--full 50] [--pairs 20]
        [--write docs/reliability.md]

Each build reads articles of seeds/ and writes a graph, a page, a store, the texts and, in turn, a cache or a
collection. One is killed (SIGKILL) at a moment drawn by chance, one in four while articles are read anew; then the
older graph must stand whole, and the next build must finish with the bytes of an undisturbed one and leave no temporary
file. A full disk needs the right to mount a tmpfs; without it that part is left out, and the report says so.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.reliability.builds import apart, begin, build, timed
from benchmarks.reliability.sections import put
from kg.store.graph import load

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SEED = 2026
KEPT = ("cache", "collection")
ARTICLES = sorted((ROOT / "seeds").glob("*.txt"))[3:]
HEADING = "Builds that are killed, have no room, or run twice at once"
HEAD = (
    "Made by `PYTHONPATH=. python benchmarks/reliability/kill.py --write docs/reliability.md`; moments are drawn by",
    "chance (seed 2026). Every build writes a graph, a page, a store, the texts and a cache or, one in two, a",
    "collection.",
    "",
)


def main() -> None:
    """Run the trials and print what they found, as lines of a report."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--kills", type=int, default=200)
    asked.add_argument("--full", type=int, default=50)
    asked.add_argument("--pairs", type=int, default=20)
    asked.add_argument("--write", type=Path)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ended, lasts = timed(_arguments(folder / "undisturbed"), folder / "said")
        assert ended.status == 0, ended.said
        whole = _digest(folder / "undisturbed")
        trials = (
            _full_disks(folder, options.full, whole, _size(folder / "undisturbed")),
            _pairs(folder, options.pairs, whole),
            _kills(folder, options.kills, lasts, whole),
        )
        lines: list[str] = []
        for trial in trials:
            lines += (found := list(trial))
            sys.stdout.write("\n".join(found) + "\n")
            sys.stdout.flush()
            if options.write:
                put(options.write, HEADING, [*HEAD, *lines])


def _arguments(out: Path, kept: str = "cache") -> list[str]:
    """Return the words of a build that keeps what it reads in a cache or in a collection, in a folder of that name."""
    places = ("-o", out, "--store", out / "store", "--texts", out / "texts", f"--{kept}", out / kept)
    return [str(word) for word in (*ARTICLES, *places)]


def _digest(out: Path) -> str:
    return apart(partial(_content, out))


def _content(out: Path) -> str:
    """Return the digest of all that a build wrote; of the store, whose files are named by chance, its triples."""
    files = sorted(path for path in (*out.glob("graph.*"), *(out / "texts").glob("*")) if path.is_file())
    parts = [path.name.encode() + path.read_bytes() for path in files]
    if (out / "store").exists():
        parts += sorted(str(quad.triple).encode() for quad in load(out / "store"))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _left(out: Path) -> bool:
    return any(path.name.endswith(".tmp") for path in out.rglob("*"))


def _table(title: str, rows: dict[str, int]) -> Iterator[str]:
    yield from (
        "",
        f"| {title} | builds |",
        "|---|---:|",
        *(f"| {what} | {number} |" for what, number in rows.items()),
        "",
    )


def _kills(folder: Path, number: int, alone: float, whole: str) -> Iterator[str]:
    """Kill builds until so many have been hit while they ran; one that has ended before its moment is none of them."""
    chance, found, out = random.Random(SEED), Counter[str](), folder / "killed"
    lasts = {(kept, anew): alone for kept in KEPT for anew in (True, False)}
    for kept in KEPT:
        timed(_arguments(out, kept), folder / "said")
    while found["hit"] < number:
        # What is kept need not be read again; without it the kill may fall on the reading, too.
        kept, anew = KEPT[found["hit"] % 2], found["hit"] // 2 % 4 == 0
        if anew:
            shutil.rmtree(out / kept, ignore_errors=True)
        if _killed(_arguments(out, kept), folder / "said", chance.uniform(0, lasts[kept, anew])):
            found["hit"] += 1
            found["reading"] += anew
            found[kept] += 1
        else:
            found["early"] += 1
        found["broken"] += _digest(out) != whole
        ended, lasted = timed(_arguments(out, kept), folder / "said")
        if not anew:
            lasts[kept, False] = lasted
        found["failed"] += ended.status != 0
        found["other"] += _digest(out) != whole
        found["left"] += _left(out)
    yield f"{number} builds were killed while they ran, at a random moment: {found['cache']} with a cache,"
    yield f"{found['collection']} with a collection, {found['reading']} of both with all articles to read. "
    yield f"{found['early']} more had ended before their moment came, and are not counted:"
    yield from _table(
        "after the kill",
        {
            "the older graph, page, texts or store not whole": found["broken"],
            "the next build failed": found["failed"],
            "the next build wrote something else": found["other"],
            "temporary files left after the next build": found["left"],
        },
    )


def _killed(arguments: list[str], words: Path, moment: float) -> bool:
    """Begin a build, kill it so many seconds later, and say whether that ended it."""
    begun, running = time.monotonic(), begin(arguments, words)
    while time.monotonic() - begun < moment and not running.ended():
        time.sleep(0.002)
    os.kill(running.process, signal.SIGKILL)
    return running.wait().status == -signal.SIGKILL


@contextmanager
def _small_disk(place: Path, kibibytes: int) -> Iterator[bool]:
    place.mkdir(exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", str(place)], check=False)
    try:
        yield mounted.returncode == 0
    finally:
        if mounted.returncode == 0:
            # A worker of a build that has ended may live for a moment longer.
            subprocess.run(["umount", "--lazy", str(place)], check=True)


def _size(out: Path) -> int:
    """Return how many kibibytes of a disk a folder takes."""
    return sum(path.lstat().st_blocks for path in out.rglob("*")) // 2


def _full_disks(folder: Path, number: int, whole: str, room: int) -> Iterator[str]:
    """Build on disks that have less room than a build takes, so that each is full at another moment."""
    chance, found = random.Random(SEED), Counter[str]()
    for _ in range(number):
        with _small_disk(folder / "small", chance.randrange(40, room)) as mounted:
            if not mounted:
                yield "No file system could be mounted here: full disks were not tried."
                return
            out = folder / "small"
            ended = build(_arguments(out), folder / "said")
            found["done"] += ended.status == 0
            found["lines"] += ended.status == 1 and "Traceback" not in ended.said
            graph, page = out / "graph.ttl", out / "graph.html"
            found["halves"] += graph.exists() and not graph.read_bytes().endswith(b".\n")
            found["halves"] += page.exists() and b"</html>" not in page.read_bytes()[-100:]
            found["halves"] += ended.status == 0 and _digest(out) != whole
            found["left"] += _left(out)
    yield f"{number} builds wrote to disks of 40 to {room:,} KiB, of which one takes all:"
    yield from _table(
        "on the full disk",
        {
            "had room after all": found["done"],
            "ended in lines without a traceback": found["lines"],
            "ended otherwise": number - found["done"] - found["lines"],
            "a graph or page half-written": found["halves"],
            "temporary files left": found["left"],
        },
    )


def _pairs(folder: Path, number: int, whole: str) -> Iterator[str]:
    chance, found, out = random.Random(SEED), Counter[str](), folder / "both"
    for turn in range(number):
        first = begin(_arguments(out), folder / "first")
        time.sleep(chance.uniform(0, 0.3))
        second = begin(_arguments(out), folder / "second")
        ends = (first.wait(), second.wait())
        found["failed"] += sum(ended.status != 0 for ended in ends)
        found["traceback"] += sum("Traceback" in ended.said for ended in ends)
        found["other"] += _digest(out) != whole
        found["left"] += _left(out)
        if turn % 2:
            shutil.rmtree(out)
    yield f"{number} pairs of builds wrote to one folder at once:"
    yield from _table(
        "of two at once",
        {
            "builds that failed in a line": found["failed"] - found["traceback"],
            "builds that failed otherwise": found["traceback"],
            "pairs that left something else than one alone": found["other"],
            "pairs that left temporary files": found["left"],
        },
    )


if __name__ == "__main__":
    main()
