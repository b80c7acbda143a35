"""`kg validate` for a person, for a program, and of what other commands write."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pyshacl
import pytest
from click.testing import CliRunner
from rdflib import SH, Graph

from kg.cli import main
from kg.knowledge.files import shipped_folder
from kg.store.disk import keep_store
from kg.store.graph import format_of
from kg.validate import SHAPES, validate

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


def test_a_constraint_that_is_a_query_finds_what_pyshacl_finds(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(re.sub(r"dct:date \"20\d\d-", 'dct:date "1999-', SAMPLE.read_text(encoding="utf-8")), "utf-8")
    late = {finding for finding in validate(path) if "dated after" in finding.message}
    graph = Graph().parse(path)
    _, report, _ = pyshacl.validate(graph, shacl_graph=Graph().parse(shipped_folder() / SHAPES), inference="none")
    assert isinstance(report, Graph)
    told = {
        tuple(str(report.value(one, part)) for part in (SH.focusNode, SH.resultPath, SH.value, SH.resultSeverity))
        for one in report.subjects(SH.resultMessage)
        if "dated after" in str(report.value(one, SH.resultMessage))
    }
    assert len(late) == len(told) > 1
    assert {finding.value for finding in late} == {value for _, _, value, _ in told}
    assert {finding.node.rpartition(":")[2] for finding in late} == {node.rpartition("/")[2] for node, *_ in told}
    assert {(finding.path, f"{SH}{finding.severity}") for finding in late} == {
        (f"kg:{place.rpartition('#')[2]}", severity) for _, place, _, severity in told
    }
