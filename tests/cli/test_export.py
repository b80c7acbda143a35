from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.cli.export import NAMES
from kg.export import FORMATS
from kg.store.disk import keep_store
from kg.store.graph import format_of

if TYPE_CHECKING:
    from click.testing import Result

SAMPLE = Path(__file__).parents[1] / "query" / "sample.ttl"


def export(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def test_the_command_offers_the_formats_there_are() -> None:
    assert [form.name for form in FORMATS] == list(NAMES)


@pytest.mark.parametrize("name", [form.name for form in FORMATS if form.write])
def test_a_pipe_gets_the_graph_and_nothing_else(name: str) -> None:
    result = export(SAMPLE, "-f", name)

    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    assert len(result.stdout) > 1000


def test_the_format_is_told_by_the_name_of_the_file(tmp_path: Path) -> None:
    result = export(SAMPLE, "-o", tmp_path / "news.jsonld")

    assert result.exit_code == 0, result.output
    assert result.stderr.split() == [str(tmp_path / "news.jsonld"), str(tmp_path / "news.jsonld.void.ttl")]
    assert "@context" in json.loads((tmp_path / "news.jsonld").read_text(encoding="utf-8"))


def test_a_file_can_go_without_its_description(tmp_path: Path) -> None:
    assert export(SAMPLE, "-o", tmp_path / "news.nt", "--no-describe").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["news.nt"]


def test_a_store_is_exported_like_its_file(tmp_path: Path) -> None:
    keep_store(SAMPLE, format_of(SAMPLE), tmp_path / "store")

    assert export(tmp_path / "store").stdout_bytes == SAMPLE.read_bytes()


def test_what_one_export_writes_another_reads_from_a_pipe() -> None:
    kg = [sys.executable, "-m", "kg"]
    with subprocess.Popen([*kg, "export", str(SAMPLE)], stdout=subprocess.PIPE) as first:  # noqa: S603 (our own command)
        done = subprocess.run([*kg, "export", "-"], stdin=first.stdout, capture_output=True, timeout=60)  # noqa: S603

    assert done.stdout == SAMPLE.read_bytes()


def test_tables_need_a_folder() -> None:
    result = export(SAMPLE, "-f", "csv")

    assert result.exit_code == 1
    assert result.stderr == "kg: csv is several files (name a folder: -o FOLDER --format csv)\n"


def test_a_failed_export_leaves_the_older_file(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nt"
    graph.write_text('<x:a> <x:b> "\\u0001" .\n', encoding="utf-8")
    (tmp_path / "news.rdf").write_text("older", encoding="utf-8")
    result = export(graph, "-o", tmp_path / "news.rdf")

    assert result.exit_code == 1
    assert "XML has no character" in result.stderr
    assert (tmp_path / "news.rdf").read_text(encoding="utf-8") == "older"
