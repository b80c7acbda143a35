"""Builds that a signal or a full disk ends, or that meet: a line, the right status, nothing half-written or left."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ARTICLE = next(iter(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))))
CAN_MOUNT = (
    shutil.which("unshare") is not None
    and not subprocess.run(
        ["unshare", "-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],  # noqa: S607 (the system's own)
        check=False,
        capture_output=True,
    ).returncode
)


def command(out: Path) -> list[str]:
    """A build into a folder, with all that a build can keep."""
    kept = ("--store", out / "store", "--texts", out / "texts", "--collection", out / "collection")
    return [str(word) for word in (sys.executable, "-m", "kg", "build", ARTICLE, "-o", out, *kept)]


def left(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.name.endswith(".tmp")]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph that a build writes which nothing ends."""
    out = tmp_path_factory.mktemp("undisturbed")
    subprocess.run(command(out), check=True, capture_output=True)  # noqa: S603 (our own)
    return out / "graph.ttl"


def is_reading(out: Path) -> bool:
    """Whether the collection is open, which is before anything is read."""
    return (out / "collection").exists()


def is_writing(out: Path) -> bool:
    """Whether something is half-written at the moment."""
    return any(out.glob(".*.tmp"))


@pytest.mark.parametrize(
    ("end", "moment", "status", "told"),
    [
        (signal.SIGINT, is_reading, 130, "kg: interrupted"),
        (signal.SIGINT, is_writing, 130, "kg: interrupted"),
        (signal.SIGTERM, is_reading, 143, "kg: ended by SIGTERM"),
        (signal.SIGTERM, is_writing, 143, "kg: ended by SIGTERM"),
        (signal.SIGKILL, is_writing, -9, None),
    ],
)
def test_a_signal_ends_a_build_in_order_and_the_next_one_is_as_if_it_had_not_been(
    tmp_path: Path, undisturbed: Path, end: signal.Signals, moment: object, status: int, told: str | None
) -> None:
    assert callable(moment)
    with subprocess.Popen(  # noqa: S603 (our own)
        command(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as build:
        while not moment(tmp_path):
            assert build.poll() is None, "it ended before the moment came"
            time.sleep(0.0005)
        build.send_signal(end)
        _, said = build.communicate(timeout=60)
    assert build.returncode == status
    if told is not None:
        assert said.splitlines()[-1] == told
        assert "Traceback" not in said
        assert left(tmp_path) == []
    whole, graph = undisturbed.read_bytes(), tmp_path / "graph.ttl"
    assert not graph.exists() or graph.read_bytes() == whole

    subprocess.run(command(tmp_path), check=True, capture_output=True, timeout=120)  # noqa: S603 (our own)
    assert graph.read_bytes() == whole
    assert left(tmp_path) == []


@pytest.mark.parametrize("places", [slice(None), slice(-2)])
def test_two_builds_at_once_leave_what_one_does(tmp_path: Path, undisturbed: Path, places: slice) -> None:
    """Of two that change one collection, which is at the end of the words, the later says so and changes nothing."""
    words = command(tmp_path)[places]
    both = [subprocess.Popen(words, stderr=subprocess.PIPE, text=True) for _ in range(2)]  # noqa: S603 (our own)
    said = [build.communicate(timeout=120)[1] for build in both]
    refused = [build.returncode == 1 and "another process changes this collection" in line
               for build, line in zip(both, said, strict=True)]  # fmt: skip
    assert [build.returncode for build in both] == [int(each) for each in refused]
    assert sum(refused) <= ("--collection" in words)
    assert (tmp_path / "graph.ttl").read_bytes() == undisturbed.read_bytes()
    assert left(tmp_path) == []


@pytest.mark.skipif(not CAN_MOUNT, reason="no small disk can be mounted here")
@pytest.mark.parametrize(("full", "kibibytes"), [("out", 4), ("out", 64), ("out", 400), ("temporary", 4)])
def test_a_full_disk_is_one_line_and_leaves_nothing_half_written(
    tmp_path: Path, undisturbed: Path, full: str, kibibytes: int
) -> None:
    out, temporary = tmp_path / "out", tmp_path / "temporary"
    out.mkdir()
    temporary.mkdir()
    # The disk is seen from inside alone, and so is what is on it.
    script = f"""mount -t tmpfs -o size={kibibytes}k tmpfs {tmp_path / full}
        {shlex.join(command(out))} >&2; status=$?
        find {tmp_path} -name '*.tmp'
        [ ! -e {out}/graph.ttl ] || cmp {out}/graph.ttl {undisturbed}
        [ ! -e {out}/graph.html ] || tail -n 1 {out}/graph.html | grep -v '</html>$'
        exit $status"""
    done = subprocess.run(  # noqa: S603 (our own)
        ["unshare", "-m", "sh", "-c", script],  # noqa: S607 (the system's own)
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "TMPDIR": str(temporary)},
    )
    (line,) = (line for line in done.stderr.splitlines() if line.startswith("kg: "))
    assert re.search("no room is left there|disk is full|No space left", line)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
