"""What benchmarks/peers/compare.py counts as right; the peers themselves are not needed for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.evaluate.pairs import read_pairs
from kg.language import load

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[2] / "benchmarks" / "peers"
STRUCK = "Attack(attacker=Russia, target=Kyiv)"
DENIED = "Attack(attacker=Russia, target=Kyiv, factuality=Negated)"
MET = "Meeting(participant=Joe Biden, participant=Xi Jinping)"


@pytest.fixture
def compare(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(FOLDER)
    import compare  # the script stands on its own, beside its requirements

    return compare


@pytest.mark.parametrize(
    ("events", "subject", "rest", "unreal", "passive", "right"),
    [
        (STRUCK, "Russia", "Kyiv", False, False, True),
        (STRUCK, "Kyiv", "Russia", False, False, False),
        (STRUCK, "Kyiv", "Russia", False, True, True),
        (STRUCK, "Russia", "Odesa", False, False, False),
        (DENIED, "Russia", "Kyiv", False, False, False),
        (DENIED, "Russia", "Kyiv", True, False, True),
        (MET, "Xi Jinping", "Biden", False, False, True),
        (f"{STRUCK}; {MET}", "Russia", "Kyiv", False, False, False),
    ],
)
def test_a_triple_is_right_if_it_joins_the_sides_of_every_event(
    compare: ModuleType, tmp_path: Path, events: str, subject: str, rest: str, unreal: bool, passive: bool, right: bool
) -> None:
    (tmp_path / "pairs.tsv").write_text(f"phenomenon\tsentence\tevents\txfail\nvoice\tText.\t{events}\n", "utf-8")
    (pair,) = read_pairs(tmp_path)
    triple = compare.Triple(frozenset(subject.split()), frozenset(rest.split()), unreal, passive)
    assert compare.is_right(pair, [triple]) is right


@pytest.mark.usefixtures("compare")
def test_the_labels_are_those_of_spacys_own_pipelines() -> None:
    nlp = load()
    nlp.add_pipe("clear_labels", last=True)
    tree = {token.text: (token.dep_, token.head.text) for token in nlp("Kyiv was not struck by Russia on Friday.")}
    assert tree == {
        "Kyiv": ("nsubjpass", "struck"),
        "was": ("auxpass", "struck"),
        "not": ("neg", "struck"),
        "struck": ("ROOT", "struck"),
        "by": ("agent", "struck"),
        "Russia": ("pobj", "by"),
        "on": ("prep", "struck"),
        "Friday": ("pobj", "on"),
        ".": ("punct", "struck"),
    }
