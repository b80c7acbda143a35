"""The commands of docs/stores.md are ones that kg load understands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kg.cli.load import command
from kg.upload import GRAPH, Target

PAGE = (Path(__file__).parents[2] / "docs" / "stores.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"kg (load .*--to http.*)", PAGE.replace("\\\n", ""))
ROWS = re.findall(r"^\|[^|]*\| `(http\S+)` \| ?(.*) ?\|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_is_understood(line: str) -> None:
    _, *words = shlex.split(line)
    given = command.make_context("load", words).params

    assert Target(given["url"], given["into"] or GRAPH, given["update"], given["sparql"]).asked_at


@pytest.mark.parametrize(("url", "more"), ROWS)
def test_a_row_says_all_that_a_count_needs(url: str, more: str) -> None:
    words = shlex.split("".join(re.findall(r"`([^`]*)`", more)))
    if words == ["--user"]:
        words = []
    given = command.make_context("load", ["--to", url, *words]).params

    assert Target(given["url"], GRAPH, given["update"], given["sparql"]).asked_at


def test_every_store_has_a_row_and_a_part() -> None:
    assert len(ROWS) == len(re.findall(r"^## ", PAGE, re.MULTILINE)) == 9
