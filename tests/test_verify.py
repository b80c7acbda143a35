"""A graph held against its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat, parse

from kg.cli import main
from kg.verify import Mismatch, verify

if TYPE_CHECKING:
    from pathlib import Path

GRAPH = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
<x:d> <http://purl.org/dc/terms/identifier> "a" .
<x:m> kg:document <x:d> ; kg:start 6 ; kg:end 18 ; kg:quote "called Putin" ; kg:trigger "called" ; kg:triggerStart 6 .
"""


@pytest.mark.parametrize(
    ("text", "mismatches"),
    [
        ("Trump called Putin.", ()),
        (
            "Trump phoned Putin.",
            (Mismatch("a", "x:m", "called", "phoned"), Mismatch("a", "x:m", "called Putin", "phoned Putin")),
        ),
        (None, (Mismatch("a", "x:m", "called", None), Mismatch("a", "x:m", "called Putin", None))),
    ],
)
def test_a_quotation_stands_where_the_graph_says(text: str | None, mismatches: tuple[Mismatch, ...]) -> None:
    found = verify(parse(GRAPH, RdfFormat.TURTLE), {} if text is None else {"a": text})
    assert found.checked == 2
    assert found.mismatches == mismatches


def test_the_command_verifies_what_was_built_and_tells_what_was_changed_since(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Donald Trump called Vladimir Putin on July 3, 2025.\n", encoding="utf-8")
    run = CliRunner().invoke
    assert run(main, ["build", str(article), "-o", str(tmp_path), "--no-view"]).exit_code == 0
    graph = str(tmp_path / "graph.ttl")

    right = run(main, ["verify", graph, str(article)])
    assert right.exit_code == 0
    assert right.stdout == ""
    article.write_text("Donald Trump rang Vladimir Putin on July 3, 2025.\n", encoding="utf-8")
    wrong = run(main, ["verify", graph, str(article)])
    assert wrong.exit_code == 1
    assert "a: 'Vladimir Putin' is quoted, but the text has" in wrong.stdout
