"""out/ is what the README shows: the same seeds give the same bytes, on every machine and in any order."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.validate import validate

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out")
    result = CliRunner().invoke(main, ["build", str(ROOT / "seeds"), "-o", str(out)])
    assert result.exit_code == 0, result.output
    return out


@pytest.mark.parametrize("name", ["graph.ttl", "graph.html"])
def test_the_published_example_is_rebuilt_byte_for_byte(rebuilt: Path, name: str) -> None:
    assert (rebuilt / name).read_bytes() == (ROOT / "out" / name).read_bytes()


def test_the_published_example_breaks_no_shape(rebuilt: Path) -> None:
    assert [finding for finding in validate(rebuilt / "graph.ttl") if finding.breaks] == []
