"""What a rebuild reads again: nothing but what changed, and never the network for what it has read."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.knowledge.files import shipped_folder

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "a": "Gunmen attacked a convoy near Mosul on Friday.",
    "b": "Putin called Trump on 3 July 2025.",
    "c": "Israel bombed Beirut on 4 July 2025.",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    return folder


def build(articles: Path, out: Path, *options: object) -> Result:
    arguments = ["build", articles, "-o", out, "--cache", articles.parent / "kept", *options]
    result = CliRunner().invoke(main, list(map(str, arguments)))
    assert result.exit_code == 0, result.output
    return result


def from_nothing(articles: Path, out: Path) -> bytes:
    result = CliRunner().invoke(main, ["build", str(articles), "-o", str(out), "--no-view"])
    assert result.exit_code == 0, result.output
    return (out / "graph.ttl").read_bytes()


def unread(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let nothing be done any more by the functions of these names."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError(names)

    for name in names:
        monkeypatch.setattr(name, refuse)


def test_an_unchanged_rebuild_reads_and_makes_nothing(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = build(articles, tmp_path / "out")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    assert len(before) == 2
    unread(monkeypatch, "kg.pipeline.reading.mapped", "kg.pipeline.graphs.consolidate", "kg.view.render")
    again = build(articles, tmp_path / "out")
    assert again.stdout == first.stdout
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()} == before


def test_a_graph_that_somebody_changed_is_made_again(articles: Path, tmp_path: Path) -> None:
    graph = tmp_path / "out" / "graph.ttl"
    build(articles, tmp_path / "out", "--no-view")
    whole = graph.read_bytes()
    for damage in (lambda: graph.write_bytes(whole[:-100]), graph.unlink):
        damage()
        build(articles, tmp_path / "out", "--no-view")
        assert graph.read_bytes() == whole


def test_a_new_a_changed_and_a_missing_article_and_other_options_give_what_a_build_from_nothing_gives(
    articles: Path, tmp_path: Path
) -> None:
    build(articles, tmp_path / "out", "--no-view")
    (articles / "a.txt").write_text("Gunmen attacked a hospital in Mosul on 2 July 2025.\n", encoding="utf-8")
    (articles / "b.txt").unlink()
    (articles / "d.txt").write_text("Zelenskyy met Macron in Paris on 1 July 2025.\n", encoding="utf-8")
    build(articles, tmp_path / "out", "--no-view")
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == from_nothing(articles, tmp_path / "anew")
    build(articles, tmp_path / "out", "--no-view", "--base", "https://example.org/id/")
    assert "https://example.org/id/" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_a_word_more_in_the_lexicon_reads_anew_without_the_network(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (articles / "e.txt").write_text("Trump gronked Putin on 3 July 2025.\n", encoding="utf-8")
    shutil.copytree(shipped_folder(), tmp_path / "mine")
    monkeypatch.setenv("KG_ONTOLOGY", str(tmp_path / "mine"))
    build(articles, tmp_path / "out", "--no-view")
    weapons = tmp_path / "mine" / "weapons.ttl"
    weapons.write_text(weapons.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    with monkeypatch.context() as patch:
        unread(patch, "kg.pipeline.reading.load", "kg.pipeline.reading.parse", "kg.pipeline.reading.unpack")
        failed = CliRunner().invoke(
            main, ["build", str(articles), "-o", str(tmp_path / "x"), "--cache", str(tmp_path / "kept")]
        )
        assert failed.exit_code == 1
        assert "AssertionError" in failed.stderr
    unread(monkeypatch, "kg.pipeline.reading.load", "kg.pipeline.reading.parse")
    build(articles, tmp_path / "out", "--no-view")
    monkeypatch.undo()
    monkeypatch.setenv("KG_ONTOLOGY", str(tmp_path / "mine"))
    assert (tmp_path / "out" / "graph.ttl").read_bytes() == from_nothing(articles, tmp_path / "anew")
