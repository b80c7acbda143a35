"""Files at addresses: listed in the order of their names, and read as those of this machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.engine.addresses import fetched, is_address, rows_at
from kg.errors import InputError

pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install '.[spark]'")

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive" / "2025"
    folder.mkdir(parents=True)
    (folder / "b.jsonl").write_text(json.dumps({"text": "Putin called Trump."}), encoding="utf-8")
    (folder.parent / "a.txt").write_text("Putin called Trump.", encoding="utf-8")
    (folder / "_SUCCESS").write_text("")
    return folder.parent


@pytest.mark.parametrize(
    ("source", "told"),
    [("s3://bucket/a", True), ("hdfs://host:9000/a", True), ("C:/news", False), ("news/a.txt", False), ("-", False)],
)
def test_an_address_has_a_scheme(source: str, told: bool) -> None:
    assert is_address(source) is told


def test_files_below_an_address_are_listed_and_fetched(archive: Path) -> None:
    address = f"file://{archive}"
    rows = rows_at(f"{address}/")
    assert [(row.place, row.name) for row in rows] == [(f"{address}/2025/b.jsonl", "2025/b"), (f"{address}/a.txt", "a")]
    with fetched(rows[1]) as here:
        assert here.file.read_text() == "Putin called Trump."
        assert here.file.name == "a.txt"
    assert not here.file.exists()
    assert [(row.place, row.name) for row in rows_at(rows[0].place)] == [(rows[0].place, "b")]


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("file:///no/such/folder", "file:///no/such/folder: holds no articles (check the address)"),
        ("nonsense://a/b", "nonsense://a/b: can not be fetched: "),
    ],
)
def test_an_address_where_nothing_is_is_one_line(address: str, problem: str) -> None:
    with pytest.raises(InputError) as error:
        rows_at(address)
    assert str(error.value).startswith(problem)


def test_the_local_engine_says_who_reads_addresses(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["build", f"file://{tmp_path}", "-o", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert "are read by --engine spark" in " ".join(result.stderr.replace("│", "").split())
