"""`kg build --collection`, `kg forget` and `kg watch`: one collection, whatever comes and goes."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CALL = "Putin called Trump on 3 July 2025.\n"
RAID = "Israel bombed Beirut on 4 July 2025.\n"
TALKS = "Zelenskyy met Macron in Paris on 1 July 2025.\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "call.txt").write_text(CALL, encoding="utf-8")
    (folder / "raid.txt").write_text(RAID, encoding="utf-8")
    return folder


def kg(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == code, result.output
    return result


def from_nothing(tmp_path: Path, *sources: Path) -> bytes:
    out = tmp_path / "anew"
    kg("build", *sources, "-o", out, "--no-view")
    return (out / "graph.ttl").read_bytes()


def test_a_build_says_what_came_and_went_and_gives_the_graph_of_its_sources(tmp_path: Path, news: Path) -> None:
    options = ("-o", tmp_path / "out", "--no-view", "--collection", tmp_path / "kept")
    assert "2 new, 0 changed, 0 gone" in kg("build", news, *options).stderr
    (news / "raid.txt").unlink()
    (news / "call.txt").write_text(TALKS, encoding="utf-8")
    assert "0 new, 1 changed, 1 gone" in kg("build", news, *options).stderr
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == from_nothing(tmp_path, news)


def test_what_is_added_stands_beside_what_was_there(tmp_path: Path, news: Path) -> None:
    options = ("-o", tmp_path / "out", "--no-view", "--collection", tmp_path / "kept", "--add")
    today = tmp_path / "today"
    today.mkdir()
    (today / "talks.txt").write_text(TALKS, encoding="utf-8")
    kg("build", news, *options)
    assert "1 new, 0 changed, 0 gone" in kg("build", today, *options).stderr
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == from_nothing(tmp_path, news, today)


def test_forget_takes_out_what_one_article_gave_and_nothing_else(tmp_path: Path, news: Path) -> None:
    texts = tmp_path / "texts"
    kg("build", news, "-o", tmp_path / "out", "--collection", tmp_path / "kept", "--texts", texts)
    assert len(list(texts.iterdir())) == 2
    kg("forget", "raid", "--collection", tmp_path / "kept")
    (news / "raid.txt").unlink()
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == from_nothing(tmp_path, news)
    assert "Beirut" not in (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")
    (left,) = texts.iterdir()
    assert left.read_text(encoding="utf-8") == CALL.strip()
    assert "no document 'raid'" in kg("forget", "raid", "--collection", tmp_path / "kept", code=1).stderr
    assert "graph and page are gone" in kg("forget", "call", "--collection", tmp_path / "kept").stderr
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_shares_put_together_are_the_whole_and_a_share_that_is_missing_is_said(tmp_path: Path, news: Path) -> None:
    (news / "talks.txt").write_text(TALKS, encoding="utf-8")
    parts = [tmp_path / f"part{part}" for part in (1, 2)]
    for number, part in enumerate(parts, start=1):
        options = ("--shard", f"{number}/2", "--collection", part, "-o", tmp_path / "outs", "--no-view")
        assert " document" in kg("build", news, *options).stdout
    kg("merge", *parts, "--collection", tmp_path / "whole", "-o", tmp_path / "out")
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == from_nothing(tmp_path, news)
    (tmp_path / "undone").mkdir()
    undone = kg("merge", parts[0], tmp_path / "undone", "--collection", tmp_path / "whole", code=1)
    assert "undone: holds no collection" in undone.stderr
    assert "write PART/PARTS" in kg("build", news, "--shard", "3/2", "--collection", parts[0], code=2).stderr


def test_a_folder_without_a_collection_and_options_that_do_not_fit_are_one_line(tmp_path: Path, news: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "holds no collection" in kg("forget", "a", "--collection", tmp_path / "empty", code=1).stderr
    assert "--add needs" in kg("build", news, "--add", code=2).stderr
    both = ("--cache", tmp_path / "c", "--collection", tmp_path / "d")
    assert "give one of the two" in kg("build", news, *both, code=2).stderr
    inside = kg("watch", news, "--collection", news / "kept", code=2)
    assert "would look like news" in " ".join(inside.stderr.replace("│", "").split())


def eventually(holds: Callable[[], bool], *, seconds: float = 240.0) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.2)


@pytest.mark.skipif(sys.platform == "win32", reason="a console of Windows sends no SIGINT to one process")
def test_a_watch_takes_in_what_arrives_and_lets_go_of_what_goes(tmp_path: Path, news: Path) -> None:
    graph = tmp_path / "out" / "graph.ttl"
    places = ("--collection", tmp_path / "kept", "-o", tmp_path / "out")
    command = [sys.executable, "-m", "kg", "watch", news, *places, "--no-view", "--seconds", "0.2"]
    with (tmp_path / "said").open("w+") as said:
        process = subprocess.Popen(list(map(str, command)), stderr=said, stdout=said)  # noqa: S603 (our own)
        try:
            eventually(lambda: process.poll() is None and "watching" in (tmp_path / "said").read_text())
            (news / "talks.txt").write_text(TALKS, encoding="utf-8")
            (news / "raid.txt").unlink()
            eventually(lambda: "Macron" in graph.read_text(encoding="utf-8"))
            eventually(lambda: "Beirut" not in graph.read_text(encoding="utf-8"))
        finally:
            process.send_signal(signal.SIGINT)
            code = process.wait(60)
    assert code == 130
    assert graph.read_bytes() == from_nothing(tmp_path, news)
