"""What benchmarks/judge/evidence.py draws and counts, and that the verdicts beside it keep to their words."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.records import Document
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[2] / "benchmarks" / "judge"
DOCUMENT = Document("one", "Russia attacked Kyiv, police said. The attack killed two people. It was a quiet day.")


@pytest.fixture
def evidence(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(FOLDER)
    import evidence  # the script stands on its own

    return evidence


def test_each_sentence_of_an_event_is_a_pair_with_its_place(
    evidence: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(FOLDER)
    from sample import graph_of, records_of

    graph = graph_of(records_of([DOCUMENT], KNOWLEDGE), KNOWLEDGE)
    assert evidence.drawn(graph, 2, 5) == evidence.drawn(dict(reversed(graph.items())), 2, 5)
    rows = [evidence.row(event, mention, graph, {"one": DOCUMENT}) for event, mention in evidence.drawn(graph, 99, 1)]
    assert [list(row) for row in rows] == [list(evidence.FIELDS)] * len(rows)
    attacks = [row for row in rows if row["kind"] == "Attack"]
    assert sorted(row["sentence"] for row in attacks) == [
        "Russia attacked Kyiv, police said.",
        "The attack killed two people.",
    ]
    for row in attacks:
        assert DOCUMENT.text[int(row["start"]) : int(row["end"])] == row["sentence"]
        assert (row["linked"], row["others"] != row["sentence"], row["verdict"]) == ("1", True, "")


def test_sentences_are_counted_with_and_without_parties_and_by_occasion(evidence: ModuleType) -> None:
    right = {"verdict": "right", "linked": "0", "why": ""}
    rows = [
        right,
        right,
        right | {"verdict": "party", "why": "x"},
        right | {"verdict": "occasion", "linked": "1", "why": "y"},
    ]
    told = [line.split(" | ")[1:4] for line in evidence.lines(rows) if line.startswith("| tell")]
    assert told == [["4", "2", "0.500"], ["4", "3", "0.750"], ["1", "0", "0.000"]]


@pytest.mark.parametrize(("name", "number"), [("evidence.csv", 210), ("evidence-earlier.csv", 240)])
def test_verdicts_are_of_known_words(evidence: ModuleType, name: str, number: int) -> None:
    with (FOLDER / name).open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len({tuple(row.values()) for row in rows}) == number
    for row in rows:
        assert tuple(row) == evidence.KEPT
        assert row["verdict"] in evidence.VERDICTS
        assert bool(row["why"]) is (row["verdict"] != "right")
        assert 0 <= int(row["start"]) < int(row["end"])
