"""How far long work is: a bar on a terminal, lines in a log, nothing for who wants it quiet."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from kg.cli.progress import tracked

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest


def slow(number: int) -> Iterator[int]:
    for each in range(number):
        time.sleep(0.02)
        yield each


def test_a_log_gets_a_line_with_the_rate_and_the_time_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kg.cli.progress.EVERY", 0.05)
    assert list(tracked(slow(9), 9)) == list(range(9))
    first, *others = capsys.readouterr().err.splitlines()
    assert re.fullmatch(r"Reading: \d of 9, \d s left, \d+\.\d a second", first)
    assert others
    assert list(tracked(slow(9), None)) == list(range(9))
    assert re.match(r"Reading: \d, \d+\.\d a second\n", capsys.readouterr().err)


def test_short_work_leaves_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(tracked(slow(3), 3)) == [0, 1, 2]
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar_with_the_rate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert list(tracked(slow(30), 30)) == list(range(30))
    told = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", capsys.readouterr().err)
    assert re.search(r"Reading .* \d+/30 \d+\.\d a second", told)
