import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from tests.evaluate.newsroom import GRAPH, ONE, write_gold


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "graph.ttl").write_text(GRAPH, encoding="utf-8")
    return write_gold(tmp_path, one=ONE)


def run(gold: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["evaluate", str(gold), "--graph", str(gold / "graph.ttl"), *arguments])


def test_table_shows_every_row_and_the_wanted_mistakes(gold: Path) -> None:
    result = run(gold, "--errors", "people")
    assert result.exit_code == 0
    assert "person country" in result.stdout
    assert "missed one: Andriy Yermak" in result.stdout
    assert "extra  one: Subscribe Now" in result.stdout


def test_json_holds_the_numbers_and_the_wanted_mistakes(gold: Path) -> None:
    whole = json.loads(run(gold, "--format", "json", "--errors", "calls").stdout)
    assert whole["documents"] == 1
    assert whole["absent"] == []
    assert whole["scores"]["people"] == {
        "right": 1,
        "extra": 1,
        "missed": 1,
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
    }
    assert whole["errors"] == [{"document": "one", "what": "missed", "text": "Volodymyr Zelenskyy + US None"}]


def test_csv_is_one_table(gold: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(gold, "--format", "csv").stdout)))
    assert rows[0] == {
        "row": "people",
        "precision": "0.500",
        "recall": "0.500",
        "f1": "0.500",
        "right": "1",
        "extra": "1",
        "missed": "1",
    }
    mistakes = list(csv.DictReader(io.StringIO(run(gold, "--format", "csv", "--errors", "people").stdout)))
    assert [mistake["text"] for mistake in mistakes] == ["Andriy Yermak", "Subscribe Now"]


def test_folder_without_texts_is_refused_with_a_remedy(gold: Path) -> None:
    result = CliRunner().invoke(main, ["evaluate", str(gold)])
    assert result.exit_code == 1
    assert result.stderr.startswith("kg: ")
    assert "--documents" in result.stderr


def test_unknown_row_is_refused(gold: Path) -> None:
    assert run(gold, "--errors", "cakes").exit_code == 2


def test_texts_beside_their_gold_are_read_with_its_date(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Joe Biden met with Volodymyr Zelenskyy on Friday.\n", encoding="utf-8")
    meeting = {"participants": ["Joe Biden", "Volodymyr Zelenskyy"], "date": "2023-02-24"}
    write_gold(tmp_path, one={"meetings": [meeting], "doc": {"date": "2023-02-25"}})
    result = CliRunner().invoke(main, ["evaluate", str(tmp_path), "--format", "json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["absent"] == []
    assert json.loads(result.stdout)["scores"]["meetings"]["right"] == 1


def test_texts_elsewhere_are_named_with_documents(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text("President Joe Biden met Volodymyr Zelenskyy.\n", encoding="utf-8")
    (tmp_path / "texts" / "other.txt").write_text("Nobody asked for this one.\n", encoding="utf-8")
    (tmp_path / "gold").mkdir()
    gold = write_gold(tmp_path / "gold", one={"people": [{"name": "Joe Biden"}]})
    result = CliRunner().invoke(
        main, ["evaluate", str(gold), "--documents", str(tmp_path / "texts"), "--format", "json"]
    )
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["scores"]["people"]["right"] == 1
