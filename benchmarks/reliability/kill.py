# ruff: noqa: S101, S311, S603, S607, D1 (a trial: chance, processes and the tools of a system)
"""Kill builds at random moments and fill disks: is anything lost, half-written or left behind?

    python benchmarks/reliability/kill.py [--kills 50] [--full 20] [--write docs/reliability.md]

Each build of seeds/ writes a graph, a page, a store and a cache. One is killed (SIGKILL) at a moment drawn by chance;
then the older graph must stand whole, and the next build must finish with the bytes of an undisturbed one and leave no
temporary file. A full disk needs the right to mount a tmpfs; without it that part is left out, and the report says so.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SEED = 2026


def main() -> None:
    """Run both trials and print what they found, as lines of a report."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=50)
    asked.add_argument("--full", type=int, default=20)
    asked.add_argument("--write", type=Path)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = [*_kills(Path(folder), options.kills), *_full_disks(Path(folder), options.full)]
    report = "\n".join(lines) + "\n"
    sys.stdout.write(report)
    if options.write:
        options.write.write_text(f"{HEAD}\n{report}", encoding="utf-8")


HEAD = """# What is lost when something goes wrong

Made by `python benchmarks/reliability/kill.py --write docs/reliability.md`; moments are drawn by chance (seed 2026).
"""


def _command(out: Path) -> list[str]:
    places = ["-o", str(out), "--store", str(out / "store"), "--cache", str(out / "cache")]
    return [sys.executable, "-m", "kg", "build", str(ROOT / "seeds"), *places]


def _build(out: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_command(out), capture_output=True, text=True, cwd=ROOT, check=False)


def _digest(out: Path) -> str:
    names = ("graph.ttl", "graph.html")
    return hashlib.sha256(b"".join((out / name).read_bytes() for name in names if (out / name).exists())).hexdigest()


def _left(out: Path) -> list[str]:
    return [path.name for path in out.rglob("*.tmp")]


def _kills(folder: Path, number: int) -> Iterator[str]:
    chance = random.Random(SEED)
    first = folder / "undisturbed"
    begun = time.monotonic()
    assert _build(first).returncode == 0
    lasts, whole = time.monotonic() - begun, _digest(first)
    broken = failed = other = left = late = 0
    for turn in range(number):
        out = folder / "killed"
        for path in (out / "cache").glob("read.sqlite*"):
            path.unlink()
        process = subprocess.Popen(
            _command(out), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(chance.uniform(0, lasts))
        late += process.poll() is not None
        process.send_signal(signal.SIGKILL)
        process.wait()
        if turn and _digest(out) != whole:
            broken += 1
        failed += _build(out).returncode != 0
        other += _digest(out) != whole
        left += bool(_left(out))
    yield f"{number} builds were killed at a random moment ({late} had just finished):"
    yield ""
    yield "| after the kill | builds |\n|---|---|"
    yield f"| the older graph or page not whole | {broken} |"
    yield f"| the next build failed | {failed} |"
    yield f"| the next build wrote other bytes | {other} |"
    yield f"| temporary files left after the next build | {left} |"
    yield ""


@contextmanager
def _small_disk(place: Path, kibibytes: int) -> Iterator[bool]:
    place.mkdir(exist_ok=True)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", str(place)], check=False)
    try:
        yield mounted.returncode == 0
    finally:
        if mounted.returncode == 0:
            subprocess.run(["umount", str(place)], check=True)


def _full_disks(folder: Path, number: int) -> Iterator[str]:
    chance = random.Random(SEED)
    lines, halves, left, done, tried = 0, 0, 0, 0, 0
    whole = _digest(folder / "undisturbed")
    for _ in range(number):
        with _small_disk(folder / "small", chance.randrange(40, 4000)) as mounted:
            if not mounted:
                yield "No file system could be mounted here: full disks were not tried."
                return
            out = folder / "small"
            result = _build(out)
            tried += 1
            done += result.returncode == 0
            lines += result.returncode != 0 and "Traceback" not in result.stderr
            graph = out / "graph.ttl"
            halves += graph.exists() and not graph.read_bytes().endswith(b".\n")
            left += bool(_left(out))
            if result.returncode == 0 and _digest(out) != whole:
                halves += 1
    yield f"{tried} builds wrote to a disk of 40 KiB to 4 MiB:"
    yield ""
    yield "| on the full disk | builds |\n|---|---|"
    yield f"| had room after all | {done} |"
    yield f"| ended in lines without a traceback | {lines} |"
    yield f"| a graph or page half-written | {halves} |"
    yield f"| temporary files left | {left} |"


if __name__ == "__main__":
    main()
