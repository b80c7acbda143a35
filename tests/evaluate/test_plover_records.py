"""How benchmarks/plover/score.py reads PLOVER's gold standard records, which are nearly JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[2] / "benchmarks" / "plover"
RECORDS = r"""{
    "id": "PLOVER-GSR01-FIGHT-0001", ####
    "event": "FIGHT",
    "eventText": "shelled",
    "text": "Rebels \"shelled\" the  town. ",
    "comment": "",
},
{
    "event": "FIGHT",
    "eventText": "shelled",
    "text": "Rebels \"shelled\" the town.",
},
{
    "event": "AID",
    "eventText": "",
    "text": "NEED EXAMPLE.",
},
{
    "event": "AID",
    "eventText": "gave",
    "text": "Norway gave Chad money.",
},
"""


@pytest.fixture
def score(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(FOLDER)
    monkeypatch.delitem(__import__("sys").modules, "score", raising=False)
    import score  # the script stands on its own

    return score


def test_records_are_read_once_under_the_new_names_of_their_types(score: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "records.txt"
    path.write_text(RECORDS, encoding="utf-8")
    assert score.read_records(path) == [
        ("ASSAULT", 'Rebels "shelled" the town.'),
        ("AID", "Norway gave Chad money."),
    ]


def test_a_mode_is_of_the_type_above_it(score: ModuleType) -> None:
    codes = {code.notation: code for code in KNOWLEDGE.codes.values()}
    assert score.type_of(codes["strike-hun"], KNOWLEDGE.codes) == "PROTEST"
    assert score.type_of(codes["PROTEST"], KNOWLEDGE.codes) == "PROTEST"


def test_the_table_tells_right_from_right_beside_others(score: ModuleType) -> None:
    lines = list(score.table([("AID", "a"), ("AID", "b"), ("AID", "c")], {0: {"AID"}, 1: {"AID", "AGREE"}}))
    assert lines[1].split() == ["AID", "3", "2", "1", "0", "1"]
