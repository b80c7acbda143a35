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


def test_of_what_is_false_the_clear_is_told_apart(rates: ModuleType) -> None:
    right = {"kind": "Attack", "right": "1", "verdict": "right", "cause": "", "confidence": "0.75", "clear": ""}
    wrong = right | {"right": "0", "verdict": "role", "cause": "two events told as one"}
    lines = list(rates.lines([right, right, wrong | {"clear": "0"}, wrong | {"clear": "1"}]))
    assert lines[:2] == ["2 of 4 events are false: 50% (15% to 85%)", "1 of them are clearly so: 25% (5% to 70%)"]


@pytest.mark.parametrize(
    ("name", "number"),
    [("verdicts", 170), ("earlier", 160), ("later", 110), ("unread", 170), ("afterwards", 120), ("sixth", 120)],
)
def test_verdicts_are_of_known_words_and_classes(name: str, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(FOLDER)
    from sample import VERDICTS

    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == number
    for row in rows:
        assert row["verdict"] in VERDICTS
        assert KNOWLEDGE.taxonomy.is_a(row["kind"], "Event")
        assert (row["right"] == "1") is (row["verdict"] == "right") is (not row["cause"])
        assert row.get("clear", "") in (("0", "1") if row["cause"] and "clear" in row else ("",))
