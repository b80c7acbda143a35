"""A file on which its reader hangs, dies or fills the memory is one problem, and the others are read."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from kg.ingest import read, sources
from kg.workers import Budget
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kg.errors import KgError
    from kg.ingest.formats import Draft

BUDGET = Budget(seconds=5, memory=256)


def hang() -> None:
    time.sleep(60)


def die() -> None:
    os._exit(3)


def fill() -> None:
    bytearray(1 << 30)


def recurse() -> None:
    recurse()


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        (hang, "it took more than 5 seconds (save its text alone, as .txt)"),
        (die, "the process that read it ended (with status 3) (save its text alone, as .txt)"),
        (fill, "takes more memory than it may (split it, or give --memory more)"),
        (recurse, "is nested too deep (save its text alone, as .txt)"),
    ],
)
def test_a_file_that_harms_its_reader_costs_that_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[], None], problem: str
) -> None:
    reader = sources.drafts_of_file

    def harmed(path: Path, *given: object, **named: object) -> Iterator[Draft]:
        if path.stem == "bad":
            harm()
        return reader(path, *given, **named)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(sources, "drafts_of_file", harmed)
    for name in ("a.md", "b.txt", "bad.md", "c.md", "d.txt"):
        (tmp_path / name).write_text(f"Trump called {name[0]}.", encoding="utf-8")
    problems: list[KgError] = []
    found = list(read([tmp_path], KNOWLEDGE.boilerplate, on_problem=problems.append, budget=BUDGET))
    assert [document.id for document in found] == ["a", "b", "c", "d"]
    assert [str(one) for one in problems] == [f"{tmp_path / 'bad.md'}: {problem}"]


def test_a_budget_changes_neither_articles_nor_problems(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ndate: 2025-07-04\n---\nTrump called Putin.", encoding="utf-8")
    (tmp_path / "b.json").write_text('[{"text": "Iran fired."}, {"text": 5}, {"text": "Mali fell."}]', encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4 no more")
    (tmp_path / "d.txt").write_text("", encoding="utf-8")
    told: list[tuple[list[object], list[str]]] = []
    for budget in (None, BUDGET):
        problems: list[KgError] = []
        found: list[object] = list(read([tmp_path], KNOWLEDGE.boilerplate, on_problem=problems.append, budget=budget))
        told.append((found, [str(one) for one in problems]))
    assert told[0] == told[1]
    assert (len(told[0][0]), len(told[0][1])) == (3, 3)
