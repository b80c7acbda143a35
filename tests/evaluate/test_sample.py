"""What benchmarks/judge/sample.py draws from a graph, and what it writes of an event for a person to judge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.records import Document
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from types import ModuleType

    from kg.export.nodes import Node

FOLDER = Path(__file__).parents[2] / "benchmarks" / "judge"
TEXT = "It was a quiet day. Russia attacked Kyiv, police said. Norway condemned the attack. Joe Biden met Xi Jinping."
DOCUMENT = Document("one", TEXT)


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(FOLDER)
    import sample  # the script stands on its own

    return sample


@pytest.fixture
def graph(sample: ModuleType) -> dict[str, Node]:
    found: dict[str, Node] = sample.graph_of(sample.records_of([DOCUMENT], KNOWLEDGE), KNOWLEDGE)
    return found


def test_the_same_seed_draws_the_same_events(sample: ModuleType, graph: dict[str, Node]) -> None:
    assert sample.drawn(graph, 2, 5) == sample.drawn(dict(reversed(graph.items())), 2, 5)
    assert len(sample.drawn(graph, 99, 5)) == 3


def test_a_row_has_the_event_and_the_sentences_around_it(sample: ModuleType, graph: dict[str, Node]) -> None:
    attack = next(event for event in sample.drawn(graph, 99, 1) if event.kind == "Attack")
    row = sample.row(attack, graph, {"one": DOCUMENT})
    assert list(row) == list(sample.FIELDS)
    assert (row["kind"], row["factuality"], row["document"]) == ("Attack", "Asserted", "one")
    assert {"attacker=Russia", "target=Kyiv"} <= set(row["roles"].split("; "))
    assert row["before"] == "It was a quiet day."
    assert row["sentence"] == "Russia attacked Kyiv, police said."
    assert row["after"] == "Norway condemned the attack."
    assert row["verdict"] == row["why"] == row["right"] == ""
