"""`--precision` is one option of every command that reads, and reaches the gate."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.knowledge.files import shipped_folder
from kg.knowledge.gate import Precision

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["build", "pairs", "evaluate", "explain"])
def test_each_command_that_reads_offers_what_the_gate_knows(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    (option,) = (parameter for parameter in command.params if parameter.name == "precision")
    assert isinstance(option.type, click.Choice)
    assert [*option.type.choices] == [precision.value for precision in Precision]
    assert option.default == Precision.BALANCED.value


def test_pairs_are_read_as_surely_as_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(shipped_folder(), tmp_path / "mine")
    gate = (tmp_path / "mine" / "gate.ttl").read_text(encoding="utf-8")
    surer = re.sub(r"kg:highScore [\d.]+", "kg:highScore 1.1", gate)
    (tmp_path / "mine" / "gate.ttl").write_text(surer, encoding="utf-8")
    monkeypatch.setenv("KG_ONTOLOGY", str(tmp_path / "mine"))
    row = "phenomenon\tsentence\tevents\txfail\nnothing\tGunmen attacked a convoy.\t-\n"
    (tmp_path / "pairs.tsv").write_text(row, encoding="utf-8")
    ask = ["pairs", str(tmp_path / "pairs.tsv"), "--precision"]
    shares = [CliRunner().invoke(main, [*ask, one]).stdout.split()[-1] for one in ("high", "balanced")]
    assert shares == ["100.0%", "0.0%"]
