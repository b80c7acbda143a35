"""A graph held against its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat, parse

from kg.cli import main
from kg.errors import GraphError
from kg.verify import Mismatch, Missing, verify

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


NAMING = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
<x:d> <http://purl.org/dc/terms/identifier> "a" .
<x:o> <http://purl.org/dc/terms/identifier> "b" .
<x:told> kg:document <x:d> ; kg:start 20 ; kg:end 31 ; kg:quote "They spoke." .
<x:here> kg:document <x:d> ; kg:start 20 ; kg:end 24 ; kg:quote "They" ; kg:refersTo <x:putin> .
<x:before> kg:document <x:d> ; kg:start 0 ; kg:end 5 ; kg:quote "Trump" ; kg:refersTo <x:trump> .
<x:elsewhere> kg:document <x:o> ; kg:start 0 ; kg:end 5 ; kg:quote "Trump" ; kg:refersTo <x:trump> .
<x:trump> a kg:Person, kg:Entity . <x:putin> a kg:Person, kg:Entity . <x:arms> a kg:Weapon, kg:Entity .
<x:call> a kg:Call, kg:Event ; kg:participant <x:trump>, <x:putin> ; kg:weapon <x:arms> ; kg:topic <x:trump> ;
    kg:factuality kg:Asserted ; kg:evidence <x:told> .
"""


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ("", (Missing("x:call", "x:trump"),)),
        ("<x:call> kg:argumentMention <x:before> .", ()),
        ("<x:call> kg:argumentMention <x:elsewhere> .", (Missing("x:call", "x:trump"),)),
        ("<x:call> kg:argumentMention <x:here> .", (Missing("x:call", "x:trump"),)),
        ("<x:here> kg:refersTo <x:trump> .", ()),
    ],
)
def test_what_an_event_cites_names_who_takes_part_in_it(more: str, missing: tuple[Missing, ...]) -> None:
    found = verify(parse(NAMING + more, RdfFormat.TURTLE), {"a": "Trump called Putin. They spoke.", "b": "Trump"})
    assert (found.arguments, found.missing, found.mismatches) == (2, missing, ())


@pytest.mark.parametrize("more", ["<x:stray> kg:refersTo <x:trump> .", "<x:call> kg:evidence <x:d>, <x:stray> ."])
def test_a_mention_of_no_document_is_told(more: str) -> None:
    with pytest.raises(GraphError, match=r"x:(stray|d) has no 'document'"):
        verify(parse(NAMING + more, RdfFormat.TURTLE), {"a": "Trump called Putin. They spoke.", "b": "Trump"})


def test_a_build_cites_the_words_that_name_whom_its_sentences_do_not(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(
        "“President Trump is very well informed,” Volodymyr Zelenskyy said.\n\n"
        "“We discussed air defence and agreed to work on the protection of our skies.”\n",
        encoding="utf-8",
    )
    run, graph = CliRunner().invoke, tmp_path / "graph.ttl"
    assert run(main, ["build", str(article), "-o", str(tmp_path), "--no-view"]).exit_code == 0
    assert run(main, ["verify", str(graph), str(article)]).exit_code == 0

    lines = graph.read_text(encoding="utf-8").splitlines(keepends=True)
    graph.write_text("".join(line for line in lines if "kg:argumentMention" not in line), encoding="utf-8")
    wrong = run(main, ["verify", str(graph), str(article)])
    assert wrong.exit_code == 1
    assert "no words that it cites name https://w3id.org/newskg/id/person/volodymyr-zelenskyy" in wrong.stdout


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
