"""What a graph tells that another does not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner
from pyoxigraph import RdfFormat, Store

from kg.changes import What, as_ntriples, as_text, changes
from kg.cli import main
from kg.knowledge.namespaces import ID

if TYPE_CHECKING:
    from pathlib import Path

HEAD = f"""@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix : <{ID}> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dct: <http://purl.org/dc/terms/> .
:d a kg:Document ; dct:identifier "d" .
:m1 kg:document :d ; kg:quote "Able rang Bright." .
:m2 kg:document :d ; kg:quote "They spoke\\n  again." .
"""
CALL = ':call a kg:Call, kg:Event ; rdfs:label "call: Able, Bright" ; kg:date "2025-07" ; kg:evidence :m1 .'
DATED = CALL.replace('"2025-07"', '"2025-07-04"')
RENAMED = CALL.replace(":call a", ":call-able-bright a")
OTHER = ':other a kg:Call, kg:Event ; rdfs:label "call: others" ; kg:evidence :m2 .'


def graph(*events: str) -> Store:
    store = Store()
    store.load("\n".join((HEAD, *events)).encode(), RdfFormat.TURTLE)
    return store


def test_a_graph_does_not_differ_from_itself() -> None:
    assert changes(graph(CALL, OTHER), graph(OTHER, CALL)) == ()


def test_an_event_that_came_is_told_with_its_sentence_and_one_that_went_is_its_mirror() -> None:
    assert list(as_text(changes(graph(CALL), graph(CALL, OTHER)))) == ["+ call: others", "    + d: “They spoke again.”"]
    assert list(as_text(changes(graph(CALL, OTHER), graph(CALL)))) == ["- call: others", "    - d: “They spoke again.”"]


def test_a_change_tells_what_is_told_otherwise_and_nothing_else() -> None:
    (change,) = changes(graph(CALL), graph(DATED))

    assert change.what is What.CHANGED
    assert list(as_text([change])) == ["~ call: Able, Bright", "    - date: 2025-07", "    + date: 2025-07-04"]


def test_an_event_of_the_same_words_under_another_name_is_renamed() -> None:
    found = changes(graph(CALL), graph(RENAMED))

    assert [change.what for change in found] == [What.CHANGED]
    assert list(as_ntriples(found)) == [f"<{ID}call-able-bright> <http://purl.org/dc/terms/replaces> <{ID}call> ."]


def test_an_event_that_took_no_words_of_the_one_that_went_does_not_replace_it() -> None:
    found = changes(graph(CALL), graph(OTHER))

    assert [change.what for change in found] == [What.VANISHED, What.APPEARED]
    (line,) = as_ntriples(found)
    assert line.startswith(f"<{ID}call> <http://www.w3.org/2002/07/owl#deprecated>")


def test_the_command_tells_programs_the_same(tmp_path: Path) -> None:
    for name, event in (("old", CALL), ("new", DATED)):
        (tmp_path / f"{name}.ttl").write_text(HEAD + event, encoding="utf-8")
    result = CliRunner().invoke(
        main, ["diff", str(tmp_path / "old.ttl"), str(tmp_path / "new.ttl"), "--format", "json"]
    )

    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert (told["change"], told["new"]["facts"]) == ("changed", [{"property": "date", "value": "2025-07-04"}])
    assert result.stderr == "0 appeared, 1 changed, 0 vanished\n"
