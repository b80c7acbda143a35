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


def test_the_texts_that_a_build_keeps_are_enough_to_verify_it(tmp_path: Path) -> None:
    article = tmp_path / "a b.txt"
    article.write_text(
        "Skip to content\n\nDonald Trump called Vladi\u00admir Putin on July 3, 2025.\n", encoding="utf-8"
    )
    run = CliRunner().invoke
    texts, graph = str(tmp_path / "texts"), str(tmp_path / "graph.ttl")
    assert run(main, ["build", str(article), "-o", str(tmp_path), "--no-view", "--texts", texts]).exit_code == 0
    article.unlink()

    assert run(main, ["verify", graph, "--texts", texts]).exit_code == 0
    (kept,) = (tmp_path / "texts").iterdir()
    kept.write_text(kept.read_text(encoding="utf-8").replace("Putin", "Pulin"), encoding="utf-8")
    assert run(main, ["verify", graph, "--texts", texts]).exit_code == 1
    kept.unlink()
    assert run(main, ["verify", graph, "--documents", str(tmp_path / "texts")]).exit_code == 1
    assert run(main, ["verify", graph]).exit_code == 2
