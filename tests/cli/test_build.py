from __future__ import annotations

import os
import re
import shutil
import signal
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from click.testing import CliRunner, Result

from kg.cli import main
from kg.knowledge.files import shipped_folder
from kg.language import MODEL
from kg.pipeline.stages import read_annotated
from kg.store.graph import load
from kg.validate import validate

if TYPE_CHECKING:
    from kg.records import Document, DocumentRecord

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SOUND: set[bytes] = set()
"""Graphs that break no shape: many builds here write the same bytes."""


def build(*arguments: object) -> Result:
    """Build, and check every graph that comes out of it against the shapes."""
    result = CliRunner().invoke(main, ["build", *map(str, arguments)])
    graph = next((Path(str(folder), "graph.ttl") for flag, folder in pairwise(arguments) if flag == "-o"), None)
    if graph and graph.exists() and result.exit_code == 0 and (content := graph.read_bytes()) not in SOUND:
        assert [finding for finding in validate(graph) if finding.breaks] == []
        SOUND.add(content)
    return result


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with one article, no longer than it takes for a graph and a page."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(SEEDS[3].read_text(encoding="utf-8")[:1500], encoding="utf-8")
    return folder


def test_a_build_writes_the_graph_and_the_page_and_says_so(articles: Path, tmp_path: Path) -> None:
    result = build(articles, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "graph.ttl").stat().st_size > 10_000
    assert (tmp_path / "out" / "graph.html").stat().st_size > 10_000
    assert "graph.html" in result.output


def test_a_store_holds_the_same_graph_and_answers_like_it(articles: Path, tmp_path: Path) -> None:
    result = build(articles, "-o", tmp_path / "out", "--no-view", "--store", tmp_path / "store")
    assert result.exit_code == 0, result.output
    assert set(load(tmp_path / "store")) == set(load(tmp_path / "out" / "graph.ttl"))
    asked = ["query", "people", "--format", "csv", "--graph"]
    answers = [CliRunner().invoke(main, [*asked, str(tmp_path / name)]).output for name in ("store", "out/graph.ttl")]
    assert answers[0] == answers[1] != ""


def test_neither_the_number_of_workers_nor_the_order_of_the_files_changes_a_byte(tmp_path: Path) -> None:
    articles = SEEDS[2:4]
    graphs = []
    for workers, files in ((1, articles), (2, articles[::-1])):
        result = build(*files, "-o", tmp_path / str(workers), "--no-view", "--workers", workers)
        assert result.exit_code == 0, result.output
        graphs.append((tmp_path / str(workers) / "graph.ttl").read_bytes())
    assert graphs[0] == graphs[1]


def test_a_store_that_can_not_be_written_stops_the_build_before_it_reads(articles: Path, tmp_path: Path) -> None:
    result = build(articles, "-o", tmp_path / "out", "--store", articles)
    assert result.exit_code == 1
    assert "holds something else" in result.stderr
    assert not (tmp_path / "out" / "graph.ttl").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("binary.txt", b"\x7fELF\x02\x01\x01\x00\x00\xff\xfe\x00\x9c")],
)
def test_a_bad_file_is_one_line_and_the_others_go_through(
    articles: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    (articles / name).write_bytes(content)
    result = build(articles, "-o", tmp_path / "out", "--no-view")
    assert result.exit_code == 1
    lines = [line for line in result.stderr.splitlines() if name in line]
    assert len(lines) == 1
    assert lines[0].startswith("kg: ")
    assert "good" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_a_missing_folder_is_one_line_and_leaves_the_older_graph(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "graph.ttl").write_text("# older\n", encoding="utf-8")
    result = build(tmp_path / "nowhere", "-o", out)
    assert result.exit_code != 0
    assert len(result.stderr.strip().splitlines()) == 1
    assert (out / "graph.ttl").read_text(encoding="utf-8") == "# older\n"


def test_a_broken_manifest_row_is_one_line_and_the_others_go_through(articles: Path, tmp_path: Path) -> None:
    (articles / "manifest.csv").write_text(
        "file,date,outlet,title,url\ngood.txt,2025-07-04,,,\nabsent.txt,2025-07-04,,,\n", encoding="utf-8"
    )
    result = build(articles, "-o", tmp_path / "out", "--no-view")
    assert result.exit_code == 1
    assert len([line for line in result.stderr.splitlines() if line.startswith("kg: ")]) == 1
    assert (tmp_path / "out" / "graph.ttl").exists()


def test_a_text_without_facts_is_said_and_kept(articles: Path, tmp_path: Path) -> None:
    (articles / "recipe.txt").write_text(
        "Chop the onions and fry them in butter until they are soft.\n", encoding="utf-8"
    )
    result = build(articles, "-o", tmp_path / "out", "--no-view")
    assert result.exit_code == 0
    (line,) = (line for line in result.stderr.splitlines() if "recipe" in line)
    assert line == (
        "kg: recipe: no event: no word of it was taken for one "
        f"(see kg explain --why-not recipe:0-59 --documents {articles})"
    )
    assert "recipe" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_a_text_whose_mentions_were_all_left_out_says_how_many_and_why(articles: Path, tmp_path: Path) -> None:
    (articles / "talk.txt").write_text("The talks went on. The talks ended.\n", encoding="utf-8")
    result = build(articles, "-o", tmp_path / "out", "--no-view")
    (line,) = (line for line in result.stderr.splitlines() if "talk" in line)
    assert line.startswith("kg: talk: no event: 2 event mentions were read and left out; lacks a named participant")
    assert "kg explain --why-not talk:0-" in line


def test_precision_chooses_what_goes_in_and_a_cache_keeps_the_answers_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(shipped_folder(), tmp_path / "mine")
    gate = (tmp_path / "mine/gate.ttl").read_text(encoding="utf-8")
    surer = re.sub(r"kg:highScore [\d.]+", "kg:highScore 1.1", gate)
    (tmp_path / "mine/gate.ttl").write_text(surer, encoding="utf-8")
    monkeypatch.setenv("KG_ONTOLOGY", str(tmp_path / "mine"))
    (tmp_path / "a.txt").write_text("Gunmen attacked a convoy.\n", encoding="utf-8")
    attacks = []
    for number, precision in enumerate(("balanced", "high", "recall", "high")):
        out = tmp_path / str(number)
        options = ("--no-view", "--precision", precision, "--cache", tmp_path / "kept")
        assert build(tmp_path / "a.txt", "-o", out, *options).exit_code == 0
        attacks.append((out / "graph.ttl").read_text(encoding="utf-8").count("kg:Attack,"))
    assert attacks == [1, 0, 1, 0]


def test_a_pipeline_without_a_reader_of_events_is_said_once(articles: Path, tmp_path: Path) -> None:
    (articles / "other.txt").write_text("Gunmen attacked a convoy.\n", encoding="utf-8")
    pipeline = spacy.load(MODEL)
    pipeline.remove_pipe("events")
    pipeline.to_disk(tmp_path / "pipeline")
    result = build(articles, "-o", tmp_path / "out", "--no-view", "--model", tmp_path / "pipeline")
    assert result.exit_code == 0, result.output
    assert result.output.count("has no reader of events: the lexicon alone said") == 1
    assert "reader of events" not in build(articles, "-o", tmp_path / "out", "--no-view").output


@pytest.mark.skipif(os.name != "posix", reason="the path is a device of POSIX systems")
def test_an_unwritable_out_folder_is_one_line(articles: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    result = build(articles, "-o", blocked / "out", "--no-view")
    assert result.exit_code != 0
    assert len(result.stderr.strip().splitlines()) == 1
    assert "file" in result.stderr


def test_the_order_of_the_sources_does_not_change_a_byte(tmp_path: Path) -> None:
    build(*SEEDS[:2], "-o", tmp_path / "a", "--no-view")
    build(*reversed(SEEDS[:2]), "-o", tmp_path / "b", "--no-view")
    assert (tmp_path / "a" / "graph.ttl").read_bytes() == (tmp_path / "b" / "graph.ttl").read_bytes()


def breaks(document: Document, *rest: object, **options: object) -> DocumentRecord:
    """Read a document, unless its text says what happens instead."""
    if document.text.startswith("Fail"):
        raise ValueError("no such verb")
    if document.text.startswith("Die"):
        os.kill(os.getpid(), signal.SIGKILL)
    if document.text.startswith("Sleep"):
        time.sleep(60)
    return read_annotated(document, *rest, **options)


@pytest.mark.parametrize(
    ("text", "seconds", "problem"),
    [
        ("Fail it.", 60, "can not be read: ValueError: no such verb"),
        ("Die, said the king.", 60, "the process that read it ended (by SIGKILL)"),
        ("Sleep well.", 10, "it took more than 10 seconds"),
    ],
)
def test_a_document_that_can_not_be_read_is_named_and_counted_and_the_others_go_through(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, seconds: int, problem: str
) -> None:
    alone = build(articles, "-o", tmp_path / "alone", "--no-view")
    assert alone.exit_code == 0
    (articles / "bad.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr("kg.pipeline.reading.read_annotated", breaks)
    result = build(articles, "-o", tmp_path / "out", "--no-view", "--seconds", seconds)
    assert result.exit_code == 1
    (line,) = (line for line in result.stderr.splitlines() if line.startswith("kg: bad: "))
    assert problem in line
    assert "1 document (1 could not be read)" in result.stdout
    graph = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert "kg:documentsLost 1" in graph
    alone_graph = (tmp_path / "alone" / "graph.ttl").read_text(encoding="utf-8")
    assert graph.count("a kg:Mention") == alone_graph.count("a kg:Mention")
    assert "documentsLost" not in alone_graph


def test_strict_ends_at_the_first_loss_and_writes_nothing(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    result = build(articles, "-o", tmp_path / "out", "--strict")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "empty.txt: is empty" in result.stderr
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_a_graph_of_which_nothing_can_be_drawn_keeps_no_page_of_another(articles: Path, tmp_path: Path) -> None:
    assert build(articles, "-o", tmp_path / "out").exit_code == 0
    assert (tmp_path / "out" / "graph.html").exists()
    (tmp_path / "recipe.txt").write_text("Chop the onions and fry them in butter.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", str(tmp_path / "recipe.txt"), "-o", str(tmp_path / "out")])
    assert result.exit_code == 0
    assert not (tmp_path / "out" / "graph.html").exists()
    assert "there is no page to draw" in result.stderr
