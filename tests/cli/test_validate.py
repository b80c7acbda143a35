"""`kg validate` for a person, for a program, and of what other commands write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.store.disk import keep_store
from kg.store.graph import format_of

SAMPLE = Path(__file__).parents[1] / "query" / "sample.ttl"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "graph.ttl"
    text = SAMPLE.read_text(encoding="utf-8").replace("    kg:factuality kg:Denied ;\n", "", 1)
    path.write_text(text, encoding="utf-8")
    return path


def test_json_has_a_finding_with_its_node_property_and_message(broken: Path) -> None:
    result = CliRunner().invoke(main, ["validate", str(broken), "--format", "json"])
    (violation,) = [finding for finding in json.loads(result.stdout) if finding["severity"] == "Violation"]

    assert result.exit_code == 1
    assert violation["node"] == "attack:northland-southland-denied"
    assert violation["path"] == "kg:factuality"
    assert violation["message"].startswith("An event has exactly one kg:factuality: kg:Asserted")


@pytest.mark.parametrize("name", ["trig", "jsonld"])
def test_an_export_is_as_valid_as_the_graph(tmp_path: Path, name: str) -> None:
    file = tmp_path / f"news.{name}"
    CliRunner().invoke(main, ["export", str(SAMPLE), "-o", str(file)])

    assert CliRunner().invoke(main, ["validate", str(file)]).exit_code == 0


def test_a_store_is_checked_like_its_file(broken: Path, tmp_path: Path) -> None:
    keep_store(broken, format_of(broken), tmp_path / "store")
    results = [CliRunner().invoke(main, ["validate", str(path)]) for path in (broken, tmp_path / "store")]

    assert results[0].stdout == results[1].stdout
    assert [result.exit_code for result in results] == [1, 1]
