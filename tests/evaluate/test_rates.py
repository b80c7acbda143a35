"""What benchmarks/judge/rates.py counts, and that the verdicts beside it keep to their words."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[2] / "benchmarks" / "judge"


@pytest.fixture
def rates(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(FOLDER)
    import rates  # the script stands on its own

    return rates


def test_a_class_has_its_share_of_false_events(rates: ModuleType) -> None:
    right = {"kind": "Attack", "right": "1", "verdict": "right", "cause": "", "confidence": "0.75"}
    wrong = right | {"right": "0", "verdict": "role", "cause": "two events told as one"}
    lines = list(rates.lines([right, right, right, wrong]))
    assert lines[0] == "1 of 4 events are false: 25% (5% to 70%)"
    assert "| Attack | 4 | 1 | 25% |" in lines
    assert "| 0.7 to 0.8 | 4 | 3 | 75% |" in lines
    assert lines[-1] == "| two events told as one | 1 |"


def test_verdicts_are_of_known_words_and_classes(rates: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FOLDER)
    from sample import VERDICTS

    with rates.VERDICTS.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == 170
    for row in rows:
        assert row["verdict"] in VERDICTS
        assert KNOWLEDGE.taxonomy.is_a(row["kind"], "Event")
        assert (row["right"] == "1") is (row["verdict"] == "right") is (not row["cause"])
