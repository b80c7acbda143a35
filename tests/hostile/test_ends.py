"""What once ended in a traceback, a hang or a leak: odd names, packed bombs, left-overs, passwords, devices."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import GraphError, KgError
from kg.files import replaced
from kg.ingest import read
from kg.language import digest
from kg.store.disk import keep_store
from kg.store.graph import format_of, load
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from pathlib import Path

GRAPH = "<x:a> <x:b> 1 ."


def said(*words: object) -> str:
    """What a command says when it fails: one line."""
    result = CliRunner().invoke(main, list(map(str, words)))
    assert result.exit_code in {1, 2}, result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.stderr


def test_a_file_whose_name_is_no_text_is_an_article_like_any_other(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Trump called Putin.", encoding="utf-8")
    problems: list[KgError] = []
    (document,) = read([tmp_path], KNOWLEDGE.boilerplate, on_problem=problems.append)
    assert (document.id, problems) == ("caf\ufffd", [])


@pytest.mark.parametrize("name", ["bomb.docx", "bomb.xlsx"])
def test_a_packed_file_that_unfolds_to_more_than_any_article_is_one_line(tmp_path: Path, name: str) -> None:
    with (
        zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("word/document.xml", "w") as part,
    ):
        for _ in range(201):
            part.write(b" " * 1_000_000)
    problems: list[KgError] = []
    assert list(read([tmp_path], KNOWLEDGE.boilerplate, on_problem=problems.append)) == []
    assert [str(problem).partition(f"{name}: ")[2] for problem in problems] == [
        "unpacks to more than 200,000,000 bytes (split it into articles)"
    ]


def test_what_a_killed_process_left_goes_and_what_a_living_one_makes_stays(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    target = tmp_path / "graph.ttl"
    dead, living, other = (
        tmp_path / name
        for name in (f".graph.ttl.{ended.pid}.a.tmp", f".graph.ttl.{os.getppid()}.b.tmp", f".other.{ended.pid}.c.tmp")
    )
    for left in (dead, living, other):
        left.write_text("half")
    folder = tmp_path / f".graph.ttl.{ended.pid}.d.tmp"
    (folder / "new").mkdir(parents=True)
    with replaced(target) as stream:
        stream.write(b"whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([living.name, other.name, target.name])
    with replaced(tmp_path / "other") as stream:
        stream.write(b"whole")
    assert not other.exists()


def test_a_store_sweeps_what_a_killed_build_left_of_it(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f".store.{ended.pid}.x.tmp" / "old").mkdir(parents=True)
    graph = tmp_path / "graph.ttl"
    graph.write_text(GRAPH, encoding="utf-8")
    keep_store(graph, format_of(graph), tmp_path / "store")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.ttl", "store"]


@pytest.mark.parametrize("host", ["", " "])
def test_no_address_is_not_everybodys(tmp_path: Path, host: str) -> None:
    (tmp_path / "graph.ttl").write_text(GRAPH, encoding="utf-8")
    assert "an empty address would be everybody's" in said("serve", tmp_path / "graph.ttl", "--host", host)


def test_the_password_in_an_address_is_not_said(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(GRAPH, encoding="utf-8")
    line = said("load", tmp_path / "graph.ttl", "--to", "http://ann:s3cret@127.0.0.1:9/x?query=1")
    assert "127.0.0.1:9" in line
    assert "s3cret" not in line


@pytest.mark.parametrize("model", ["click", "no-such-pipeline", "/dev/null", "."])
def test_what_is_no_pipeline_is_one_line(tmp_path: Path, model: str) -> None:
    (tmp_path / "a.txt").write_text("Trump called Putin.", encoding="utf-8")
    line = said("build", tmp_path / "a.txt", "-o", tmp_path / "out", "--model", model)
    assert line.count("\n") == 1
    assert line.startswith("kg: ")


def test_the_digest_of_a_pipeline_is_that_of_its_weights(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]", encoding="utf-8")
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    (tmp_path / "weights").write_bytes(b"1")
    before = digest(str(tmp_path))
    (tmp_path / "weights").write_bytes(b"2")
    assert digest(str(tmp_path)) != before


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/urandom"])
def test_a_device_is_no_graph(tmp_path: Path, name: str) -> None:
    (tmp_path / "graph.ttl").symlink_to(name)
    with pytest.raises(GraphError, match=r"is a device \(name a file\)"):
        load(tmp_path / "graph.ttl")


def test_standard_input_that_is_closed_is_one_line(tmp_path: Path) -> None:
    for words in ("build - -o out", "query calls --graph -"):
        done = subprocess.run(  # noqa: S602 (the shell closes the stream)
            f"{sys.executable} -m kg {words} <&-", cwd=tmp_path, capture_output=True, text=True, check=False, shell=True
        )
        assert done.returncode == 1
        assert "standard input: is closed" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("given", ["in", "in/a.txt"])
@pytest.mark.parametrize("texts", ["in", "in/."])
def test_texts_never_take_the_place_of_the_articles(tmp_path: Path, given: str, texts: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("Trump called\r\nPutin.", encoding="utf-8")
    line = said("build", tmp_path / given, "-o", tmp_path / "out", "--texts", tmp_path / texts)
    assert "holds the articles themselves (give --texts a folder apart)" in line
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["a.txt"]


@pytest.mark.parametrize("words", ["--seconds nan", "--seconds inf", "--seconds 1e300", "--memory 9" + "9" * 30])
def test_a_budget_is_a_number_that_a_machine_can_count(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.txt").write_text("Trump called Putin.", encoding="utf-8")
    assert "Invalid value for" in said("build", tmp_path / "a.txt", "-o", tmp_path / "out", *words.split())


def test_an_empty_name_is_not_this_folder(tmp_path: Path) -> None:
    assert "an empty name is no file or folder" in said("build", "", "-o", tmp_path / "out")


@pytest.mark.parametrize(
    "words",
    ["build {folder}/a.txt -o {folder}/out --decisions {device}", "pairs {device}", "query calls --graph {device}"],
)
def test_a_device_is_read_by_no_command(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.txt").write_text("Trump called Putin.", encoding="utf-8")
    (tmp_path / "device").symlink_to("/dev/zero")
    line = said(*words.format(folder=tmp_path, device=tmp_path / "device").split())
    assert line == f"kg: {tmp_path / 'device'}: is a device (name a file)\n"


def test_a_device_or_a_pipe_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "graph.ttl").write_text(GRAPH, encoding="utf-8")
    line = said("export", tmp_path / "graph.ttl", "-f", "jsonld", "-o", tmp_path / "pipe")
    assert "pipe: is a device or a pipe, not a file (name a file)" in line
    assert (tmp_path / "pipe").is_fifo()


def test_a_table_of_pairs_that_can_not_be_read_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_bytes(b"\xff\xfe")
    assert "pairs.tsv: can not be read" in said("pairs", tmp_path / "pairs.tsv")
    assert "can not be read" in said("pairs", tmp_path)  # a folder that has it


DEEP = {
    "groups": "SELECT * {" + "{" * 20_000 + "}" * 20_000 + "}",
    "brackets": f"SELECT ({'(' * 20_000}1{')' * 20_000} AS ?x) {{}}",
    "signs": f"SELECT ({'! ' * 20_000}1 AS ?x) {{}}",
    "half": "ASK { ?a ?b '\ud800' }",
}


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        *((["query", query, "--graph", "GRAPH"], "kg: query: ") for query in DEEP.values()),
        (["explain", "http://[", "--graph", "GRAPH"], "the graph has nothing called"),
        (["explain", "_:b", "--graph", "GRAPH"], "the graph has nothing called"),
        (["view", "GRAPH", "-o", "GRAPH"], "that is the graph itself; name another file"),
        (["build", "GRAPH", "--collection", "c", "--shard", "1/" + "9" * 5_000], "write PART/PARTS"),
    ],
)
def test_words_that_harm_are_refused_in_a_line(tmp_path: Path, words: list[str], problem: str) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text(GRAPH, encoding="utf-8")
    assert problem in said(*(str(graph) if word == "GRAPH" else word for word in words))
    assert graph.read_text(encoding="utf-8") == GRAPH
