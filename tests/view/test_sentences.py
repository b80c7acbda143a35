"""The English of the page: what a reader is told of an event, and the lines that stand for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.report import report_of
from kg.store.graph import load
from kg.view import render
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Watched

GRAPH = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix weapon: <https://w3id.org/newskg/id/weapon/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
<urn:n> a kg:Country ; skos:prefLabel "Norland" .
<urn:s> a kg:Country ; skos:prefLabel "Sudavia" .
<urn:k> a kg:Place ; skos:prefLabel "Kresk" ; kg:inCountry <urn:s> .
<urn:p> a kg:Person ; skos:prefLabel "Anna Berg" ; kg:represents <urn:n> .
<urn:q> a kg:Person ; skos:prefLabel "Ivo Lund" ; kg:represents <urn:s> .
weapon:drone a kg:Weapon ; skos:prefLabel "drone" .
weapon:ammunition a kg:Weapon ; skos:prefLabel "ammunition" .
weapon:patriot a kg:Weapon ; skos:prefLabel "Patriot" .
<urn:d> a kg:Document ; dct:identifier "one" ; dct:publisher "Kresk Dispatch" .
<urn:m> a kg:Mention ; kg:document <urn:d> ; kg:start 0 ; kg:quote "words" .
<urn:call> a kg:Call ; kg:participant <urn:n>, <urn:p>, <urn:q> ; kg:ordinal 22 ; kg:evidence <urn:m> ;
    kg:code <https://w3id.org/newskg/id/cameo/041> .
<https://w3id.org/newskg/id/cameo/041> skos:prefLabel "Discuss by telephone" .
<urn:attack> a kg:Attack ; kg:attacker <urn:n> ; kg:target <urn:s>, <urn:k> ; kg:weapon weapon:drone ;
    kg:evidence <urn:m> ; kg:hasFigure <urn:f>, <urn:g> .
<urn:f> a kg:Figure ; kg:measure kg:Launched ; kg:weapon weapon:drone ; kg:min 30 ; kg:max 30 ; kg:evidence <urn:m> .
<urn:g> a kg:Figure ; kg:measure kg:Intercepted ; kg:weapon weapon:drone ; kg:min 1 ; kg:max 1 ; kg:evidence <urn:m> .
<urn:transfer> a kg:Transfer ; kg:supplier <urn:n> ; kg:recipient <urn:s> ; kg:transferStatus kg:Delivered ;
    kg:weapon weapon:ammunition, weapon:patriot ; kg:evidence <urn:m> .
<urn:demand> a kg:Demand ; kg:actor <urn:p> ; kg:target <urn:s> ; kg:accordingTo <urn:p> ; kg:evidence <urn:m> .
"""


CROWD = """
<urn:crowd> a kg:UnnamedParticipant ; skos:prefLabel "thousands of workers" .
<urn:protest> a kg:Protest ; kg:actor <urn:crowd> ; kg:place <urn:k> ; kg:evidence <urn:m> .
"""
JETS = """
weapon:f-16v-jets a kg:Weapon ; skos:prefLabel "F-16V jets" .
weapon:tear-gas a kg:Weapon ; skos:prefLabel "tear gas" .
<urn:more> a kg:Transfer ; kg:supplier <urn:s> ; kg:recipient <urn:n> ; kg:transferStatus kg:Delivered ;
    kg:weapon weapon:f-16v-jets, weapon:tear-gas ; kg:evidence <urn:m> .
"""


def drawn(visit: Callable[..., Watched], folder: Path, fragment: str = "", *, more: str = "") -> Watched:
    graph = folder / "graph.ttl"
    graph.write_text(f"{GRAPH}{more}", encoding="utf-8")
    return visit(render(graph, folder / "graph.html", KNOWLEDGE), fragment)


def test_facts_at_first_sight_are_english(visit: Callable[..., Watched], tmp_path: Path) -> None:
    text = drawn(visit, tmp_path).page.inner_text("#panel")
    assert "Anna Berg and Ivo Lund spoke by phone" in text, "the country beside its president took no call of its own"
    assert "Norland attacked Kresk with drones" in text
    assert "Norland delivered ammunition and Patriot to Sudavia" in text
    assert "Anna Berg pressed Sudavia, by their own account" in text
    assert text.count("Kresk Dispatch") == 4, "of a single article its outlet is told"


def test_who_protests_without_a_name_is_the_subject(visit: Callable[..., Watched], tmp_path: Path) -> None:
    text = drawn(visit, tmp_path, "tab=timeline", more=CROWD).page.inner_text("#view-list").lower()
    assert "thousands of workers protested in kresk" in text
    assert "not named" not in text


def test_weapons_that_are_several_already_are_called_as_they_are(visit: Callable[..., Watched], tmp_path: Path) -> None:
    text = drawn(visit, tmp_path, more=JETS).page.inner_text("#panel")
    assert "Sudavia delivered F-16V jets and tear gas to Norland" in text
    graph = load(tmp_path / "graph.ttl")
    assert "Sudavia delivered F-16V jets and tear gas to Norland" in report_of(graph, KNOWLEDGE, form="markdown")[0]


def test_direct_line_joins_those_who_took_part_and_not_their_countries_again(
    visit: Callable[..., Watched], tmp_path: Path
) -> None:
    page = drawn(visit, tmp_path).page
    lines = page.evaluate(
        "window.drawnNetwork.body.data.edges.get().filter((edge) => edge.kind).map((edge) => edge.kind).sort()"
    )
    assert lines == ["Attack", "Call", "Demand", "Transfer"]


def test_panel_counts_weapons_and_spares_the_reader_codes(visit: Callable[..., Watched], tmp_path: Path) -> None:
    page = drawn(visit, tmp_path).page
    page.locator("#panel .fact", has_text="attacked").locator(".evidence").click()
    text = page.inner_text("#panel")
    assert "30 drones launched" in text
    assert "1 drone intercepted" in text
    page.go_back()
    page.locator("#panel .fact", has_text="spoke").locator(".evidence").click()
    text = page.inner_text("#panel")
    assert "22nd in its series" in text
    assert "Discuss by telephone" not in text
