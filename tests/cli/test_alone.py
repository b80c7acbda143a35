"""No command but those that are asked (serve, load, view --open) uses a network; each writes where it is told."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.evaluate.newsroom import ONE, write_gold

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
TEXT = "Donald Trump called Vladimir Putin on July 3, 2025. Russia shelled Kharkiv on Friday, killing two people."
CAN_PART = shutil.which("unshare") is not None and not subprocess.run(["unshare", "-n", "true"], check=False).returncode  # noqa: S607
BUILD = "build in/a.jsonl in/b.txt -o out --store store --cache cache --texts texts --workers 2"
BUILT = ("out", "store", "cache", "texts")
OWN_PROGRAMS = {"report": {"program fc-list"}, "completion": {"program /usr/bin/bash"}}
"""What asks for the fonts and for the version of the shell that there are."""
COMMANDS = {
    "query calls --graph given/out/graph.ttl": (),
    "query calls --graph given/store": (),
    "explain person:vladimir-putin --graph given/out/graph.ttl": (),
    "explain --why-not in/b.txt": (),
    "decide rename person:vladimir-putin Vova --why test --who me --graph given/out/graph.ttl --file decisions.csv": (
        "decisions.csv",
    ),
    "validate given/out/graph.ttl": (),
    "verify given/out/graph.ttl --documents in": (),
    "diff given/out/graph.ttl given/store": (),
    "view given/out/graph.ttl -o page.html": ("page.html",),
    "export given/out/graph.ttl -f jsonld": (),
    "export given/out/graph.ttl -o news.trig": ("news.trig", "news.void.ttl"),
    "export given/out/graph.ttl -f csv -o tables": ("tables",),
    "evaluate gold --documents in/b.txt": (),
    "pairs pairs.tsv": (),
    "mcp given/out/graph.ttl": (),
    "report given/out/graph.ttl -o brief.html": ("brief.html",),
    "init news": ("news", "kg.toml"),
    "doctor": (),
    "completion bash": (),
}


def begun(folder: Path, words: str) -> tuple[subprocess.Popen[str], Path]:
    """Begin a command where nothing is but what it needs; return it with the file that tells what it does."""
    homes = {"HOME": "home", "TMPDIR": "tmp", "XDG_CACHE_HOME": "home/cache", "XDG_CONFIG_HOME": "home/config"}
    places = {name: str(folder / place) for name, place in homes.items()}
    for place in places.values():
        Path(place).mkdir(parents=True, exist_ok=True)
    report = folder.parent / f"{folder.name}.report"
    report.unlink(missing_ok=True)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **places}
    parted = ["unshare", "-n"] if CAN_PART else []
    process = subprocess.Popen(  # noqa: S603 (ours)
        [*parted, sys.executable, "-m", "tests.cli.watched", str(report), *words.split()],
        cwd=folder,
        env=environment | ({"KG_ALONE": "1"} if CAN_PART else {}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    return process, report


def prepared(folder: Path) -> Path:
    (folder / "in").mkdir()
    (folder / "in/a.jsonl").write_text(f'{{"id": "a", "date": "2025-07-05", "text": "{TEXT}"}}\n', encoding="utf-8")
    (folder / "in/b.txt").write_text(TEXT, encoding="utf-8")
    (folder / "pairs.tsv").write_text("phenomenon\tsentence\tevents\txfail\nx\tIt rained.\t-\n", encoding="utf-8")
    (folder / "gold").mkdir()
    write_gold(folder / "gold", b=ONE)
    return folder


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = prepared(tmp_path_factory.mktemp("given"))
    check(folder, BUILD, BUILT)
    return folder


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


@pytest.mark.parametrize("words", COMMANDS)
def test_a_command_asks_nobody_and_writes_where_it_is_told(tmp_path: Path, given: Path, words: str) -> None:
    folder = prepared(tmp_path)
    (folder / "given").symlink_to(given)
    lent = files(given)
    check(folder, words, COMMANDS[words])
    assert files(given) == lent


def test_collections_are_made_put_together_and_forgotten_without_asking(tmp_path: Path) -> None:
    folder = prepared(tmp_path)
    check(folder, "build in/a.jsonl -o one --collection first", ("one", "first"))
    check(folder, "build in/b.txt -o two --collection second --no-view", ("two", "second"))
    check(folder, "merge first second --collection whole -o all", ("first", "second", "whole", "all"))
    check(folder, "forget b --collection whole", ("whole", "all"))


def test_a_folder_is_watched_without_asking(tmp_path: Path) -> None:
    def ended(process: subprocess.Popen[str]) -> None:
        deadline = time.monotonic() + 200
        while not (folder / "out/graph.html").exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        process.send_signal(signal.SIGINT)

    folder = prepared(tmp_path)
    check(folder, "watch in --collection collection -o out", ("out", "collection"), meanwhile=ended, status=130)


def check(
    folder: Path,
    words: str,
    places: tuple[str, ...],
    *,
    meanwhile: Callable[[subprocess.Popen[str]], None] = lambda _: None,
    status: int = 0,
) -> None:
    before = files(folder)
    process, report = begun(folder, words)
    meanwhile(process)
    _, said = process.communicate(timeout=300)
    noted = report.read_text(encoding="utf-8").splitlines()
    assert process.returncode == status, said
    # Folders that are there are made, too, if need be; a file that is replaced has neighbours until it is.
    own = ("/dev/null", str(folder), *(str(folder / place) for place in (*places, "tmp")))
    under = tuple(str(folder / name) for place in (*places, "tmp") for name in (f"{place}/", f".{place}."))
    noted = [line for line in noted if line not in OWN_PROGRAMS.get(words.partition(" ")[0], ())]
    assert [line for line in noted if not line.startswith("write ")] == []
    assert [line[6:] for line in noted if line[6:] not in own and not line[6:].startswith(under)] == []
    assert {name for name in files(folder) - before if not name.startswith(places or "-")} == set()


ASKING = """
import socket, subprocess
import kg.cli
from tests.cli import watched

def asking():
    open("elsewhere", "w").close()
    subprocess.run(["/bin/true"])
    try:
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(("192.0.2.1", 9))
    except OSError:
        pass

kg.cli.main = asking
watched.main("report")
"""


def test_what_asks_and_writes_is_noted(tmp_path: Path) -> None:
    parted, alone = (["unshare", "-n"], {"KG_ALONE": "1"}) if CAN_PART else ([], {})
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **alone}
    subprocess.run([*parted, sys.executable, "-c", ASKING], cwd=tmp_path, env=environment, check=True)  # noqa: S603 (ours)
    noted = (tmp_path / "report").read_text(encoding="utf-8").splitlines()
    assert {f"write {tmp_path / 'elsewhere'}", "program /bin/true", "socket.connect ('192.0.2.1', 9)"} <= set(noted)
    assert any(line.startswith("packets") for line in noted) == CAN_PART
