"""Who and what takes part without a name: small and hollow, known by its words, hidden for whom or where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.validate import validate
from kg.view import render
from kg.view.network import build_network, node_id
from kg.view.reading import read_content
from kg.view.selection import most_connected, select
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Watched

PREFIXES = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix kind: <https://w3id.org/newskg/id/participant/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
<urn:d> a kg:Document ; dct:identifier "one" ; dct:publisher "Kresk Dispatch" .
<urn:n> a kg:Agent, kg:Country, kg:Entity, kg:Place ; skos:prefLabel "Norland" .
<urn:s> a kg:Agent, kg:Country, kg:Entity, kg:Place ; skos:prefLabel "Sudavia" .
<urn:k> a kg:Entity, kg:Place ; skos:prefLabel "Kresk" ; kg:inCountry <urn:s> .
<urn:b> a kg:Agent, kg:Person, kg:Entity ; skos:prefLabel "Anna Berg" ; kg:represents <urn:n> .
<urn:l> a kg:Agent, kg:Person, kg:Entity ; skos:prefLabel "Ivo Lund" ; kg:represents <urn:s> .
"""

GRAPH = """
<urn:m1> a kg:Mention ; kg:document <urn:d> ; kg:start 0 ; kg:end 34 ; kg:rule "r" ;
    kg:quote "Norland struck a hospital in Kresk." .
<urn:w1> a kg:Mention ; kg:document <urn:d> ; kg:start 17 ; kg:end 25 ; kg:rule "r" ; kg:quote "hospital" ;
    kg:refersTo <urn:hospital> .
<urn:m2> a kg:Mention ; kg:document <urn:d> ; kg:start 40 ; kg:end 84 ; kg:rule "r" ;
    kg:quote "Five gunmen attacked a convoy near the border." .
<urn:w2> a kg:Mention ; kg:document <urn:d> ; kg:start 40 ; kg:end 51 ; kg:rule "r" ; kg:quote "Five gunmen" ;
    kg:refersTo <urn:gunmen> .
<urn:w3> a kg:Mention ; kg:document <urn:d> ; kg:start 63 ; kg:end 69 ; kg:rule "r" ; kg:quote "convoy" ;
    kg:refersTo <urn:convoy> .
<urn:hospital> a kg:Entity, kg:UnnamedParticipant ; skos:prefLabel "hospital" ; kg:belongsTo <urn:k> ;
    kg:described kind:hospital .
<urn:gunmen> a kg:Entity, kg:UnnamedParticipant ; skos:prefLabel "five gunmen" ; kg:described kind:attacker ;
    kg:count 5 .
<urn:convoy> a kg:Entity, kg:UnnamedParticipant ; skos:prefLabel "convoy" .
kind:hospital a skos:Concept, kg:ParticipantKind ; skos:prefLabel "hospital"@en .
kind:attacker a skos:Concept, kg:ParticipantKind ; skos:prefLabel "attacker"@en .
<urn:strike> a kg:Attack, kg:Event ; kg:attacker <urn:n> ; kg:participant <urn:n> ; kg:target <urn:hospital> ;
    kg:factuality kg:Asserted ; kg:confidence 0.9 ; kg:evidence <urn:m1> .
<urn:raid> a kg:Attack, kg:Event ; kg:attacker <urn:gunmen> ; kg:participant <urn:gunmen> ; kg:target <urn:convoy> ;
    kg:factuality kg:Asserted ; kg:confidence 0.9 ; kg:evidence <urn:m2> .
"""

HOSPITAL, CONVOY, NORLAND, KRESK, RAID = (
    node_id(f"urn:{name}") for name in ("hospital", "convoy", "n", "k", "raid")
)  # fmt: skip
LINES = """
window.drawnNetwork.body.data.edges.get().filter(edge => edge.kind).map(edge => [edge.from, edge.to])
"""


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    path = tmp_path / "graph.ttl"
    path.write_text(PREFIXES + GRAPH, encoding="utf-8")
    return path


@pytest.fixture
def page(graph: Path, tmp_path: Path) -> Path:
    return render(graph, tmp_path / "graph.html", KNOWLEDGE)


def test_unnamed_are_small_hollow_and_called_by_their_words(visit: Callable[..., Watched], page: Path) -> None:
    watched = visit(page)
    hospital, country = (
        watched.page.evaluate("id => window.drawnNetwork.body.data.nodes.get(id)", node) for node in (HOSPITAL, NORLAND)
    )
    assert hospital["size"] < country["size"] / 1.5
    assert hospital["color"]["background"] != hospital["color"]["border"]
    assert country["color"]["background"] == country["color"]["border"]
    assert "Without a name 3" in " ".join(watched.page.inner_text("#filters").split())
    assert "Norland attacked a hospital" in watched.page.inner_text("#panel")
    assert "Five gunmen attacked a convoy" in watched.page.inner_text("#panel")
    assert watched.complaints == []


def test_line_leads_to_the_hospital_and_where_it_is_hidden_to_its_town(
    visit: Callable[..., Watched], page: Path
) -> None:
    seen = visit(page).page
    assert [NORLAND, HOSPITAL] in seen.evaluate(LINES)
    seen.uncheck("[data-key=k-UnnamedParticipant]")
    assert seen.evaluate(LINES) == [[NORLAND, KRESK]], "gunmen and convoy belong to nobody"
    assert "without=UnnamedParticipant" in seen.url
    seen.click("#mode-events")
    assert HOSPITAL not in seen.evaluate("window.drawnNetwork.body.data.nodes.getIds()")
    assert RAID not in seen.evaluate("window.drawnNetwork.body.data.nodes.getIds()")
    again = visit(page, "without=UnnamedParticipant").page
    assert again.evaluate(LINES) == [[NORLAND, KRESK]]


def test_panel_tells_kind_home_number_and_sentence(visit: Callable[..., Watched], page: Path) -> None:
    seen = visit(page, f"node={HOSPITAL}").page
    text = " ".join(seen.inner_text("#panel").split())
    assert "Without a name" in text
    assert "Kind Hospital" in text
    assert "Belongs to Kresk" in text
    assert "Norland struck a hospital in Kresk." in text
    assert "How many 5" in " ".join(visit(page, f"node={node_id('urn:gunmen')}").page.inner_text("#panel").split())
    assert "Norland attacked a hospital" in visit(page, f"node={KRESK}").page.inner_text("#panel")


def test_table_has_the_words_and_the_matrix_whom_they_belong_to(visit: Callable[..., Watched], tmp_path: Path) -> None:
    more = "".join(
        f"<urn:x{number}> a kg:Attack ; kg:attacker <urn:{doer}> ; kg:target <urn:{goal}> ; kg:evidence <urn:m1> .\n"
        for number, (doer, goal) in enumerate([("n", "s"), ("s", "n"), ("b", "l"), ("l", "b"), ("b", "s")])
    )
    (tmp_path / "more.ttl").write_text(PREFIXES + GRAPH + more, encoding="utf-8")
    seen = visit(render(tmp_path / "more.ttl", tmp_path / "more.html", KNOWLEDGE), "tab=force").page
    assert "a convoy" in seen.inner_text("#view-list table:not(.matrix)")
    heads = seen.locator(".matrix thead th").all_inner_texts()
    assert "Kresk" in heads, "the hospital counts as its town"
    assert not {"hospital", "a hospital", "convoy", "a convoy"} & set(heads)


def test_many_unnamed_are_told_after_the_names_and_counted(visit: Callable[..., Watched], tmp_path: Path) -> None:
    words = "".join(
        f'<urn:{word}> a kg:UnnamedParticipant ; skos:prefLabel "{word}" . <urn:strike> kg:target <urn:{word}> .\n'
        for word in ("homes", "markets", "schools")
    )
    more = PREFIXES + GRAPH + words + "<urn:strike> kg:target <urn:k> .\n"
    (tmp_path / "more.ttl").write_text(more, encoding="utf-8")
    text = visit(render(tmp_path / "more.ttl", tmp_path / "more.html", KNOWLEDGE)).page.inner_text("#panel")
    assert "Norland attacked Kresk, homes, a hospital and 2 more" in text


def test_saved_part_keeps_what_is_told_of_the_unnamed(
    visit: Callable[..., Watched], page: Path, tmp_path: Path
) -> None:
    seen = visit(page).page
    seen.click("#save summary")
    with seen.expect_download() as download:
        seen.click("#save-ttl")
    download.value.save_as(tmp_path / "part.ttl")
    assert [finding for finding in validate(tmp_path / "part.ttl") if finding.severity == "Violation"] == []
    part = {entity.iri: entity for entity in read_content(tmp_path / "part.ttl", KNOWLEDGE.taxonomy).entities}
    assert part["urn:hospital"].belongs == ("urn:k",)
    assert (part["urn:gunmen"].minimum, part["urn:gunmen"].maximum) == (5, 5)
    assert (part["urn:gunmen"].described or "").endswith("/attacker")


def test_focus_on_a_town_keeps_what_happened_to_its_hospital(graph: Path) -> None:
    content = read_content(graph, KNOWLEDGE.taxonomy)
    assert {event.iri for event in select(content, KNOWLEDGE.taxonomy, focus="Kresk").events} == {"urn:strike"}


def test_start_of_a_large_graph_takes_the_unnamed_with_their_events(graph: Path) -> None:
    network = build_network(read_content(graph, KNOWLEDGE.taxonomy), KNOWLEDGE.looks)
    start = most_connected(network, limit=len(network) - 3)
    assert {node_id("urn:strike"), HOSPITAL} <= start
    assert CONVOY not in start


NEW = """
<urn:m1> a kg:Mention ; kg:document <urn:d> ; kg:start 0 ; kg:end 5 ; kg:rule "r" ; kg:quote "words" .
<urn:protesters> a kg:UnnamedParticipant ; skos:prefLabel "three protesters" .
<urn:diplomats> a kg:UnnamedParticipant ; skos:prefLabel "three diplomats" ; kg:belongsTo <urn:s> .
<urn:plan> a kg:UnnamedParticipant ; skos:prefLabel "Norland's plan" ; kg:belongsTo <urn:n> .
"""


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        ("a kg:Arrest ; kg:actor <urn:n> ; kg:target <urn:l>", "Norland arrested Ivo Lund"),
        ("a kg:Arrest ; kg:target <urn:protesters>", "Three protesters were arrested"),
        ("a kg:Abduction ; kg:target <urn:b>", "Anna Berg was abducted"),
        ("a kg:Support ; kg:actor <urn:b> ; kg:target <urn:s>", "Anna Berg backed Sudavia"),
        ("a kg:Rejection ; kg:actor <urn:s> ; kg:target <urn:n>", "Sudavia rejected the words or plans of Norland"),
        ("a kg:Rejection ; kg:actor <urn:s> ; kg:target <urn:plan>", "Sudavia rejected Norland's plan"),
        ("a kg:Accusation ; kg:actor <urn:s>", "Sudavia accused someone not named"),
        ("a kg:Rejection ; kg:actor <urn:s>", "Sudavia rejected the words or plans of someone not named"),
        ("a kg:Withdrawal ; kg:actor <urn:n> ; kg:place <urn:k>", "Norland withdrew forces from Kresk"),
        ("a kg:Withdrawal ; kg:actor <urn:n>", "Norland withdrew forces"),
        (
            'a kg:Appointment ; kg:actor <urn:b> ; kg:person <urn:l> ; kg:office "minister" ; kg:of <urn:s>',
            "Anna Berg appointed Ivo Lund as minister of Sudavia",
        ),
        ('a kg:Departure ; kg:person <urn:l> ; kg:office "minister"', "Ivo Lund left office as minister"),
        ("a kg:Expulsion ; kg:actor <urn:n> ; kg:target <urn:s>", "Norland expelled people of Sudavia"),
        ("a kg:Expulsion ; kg:actor <urn:n> ; kg:target <urn:diplomats>", "Norland expelled three diplomats"),
        ("a kg:Visit ; kg:participant <urn:b> ; kg:place <urn:k>", "Anna Berg visited Kresk"),
    ],
)
def test_each_class_has_its_verb(visit: Callable[..., Watched], tmp_path: Path, event: str, sentence: str) -> None:
    (tmp_path / "one.ttl").write_text(f"{PREFIXES}{NEW}<urn:e> {event} ; kg:evidence <urn:m1> .", encoding="utf-8")
    assert sentence in visit(render(tmp_path / "one.ttl", tmp_path / "one.html", KNOWLEDGE)).page.inner_text("#panel")
