"""Briefs of collections: what they tell, how they look, and that nothing of an article gets at who reads them."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt
from pyoxigraph import RdfFormat, Store

from kg.api import Graph
from kg.cli import main
from kg.errors import GraphError, KgError, LeftOut, ReportError
from kg.ingest import read
from kg.report import render, report_of
from kg.report.brief import brief_of
from kg.report.calendar import dense
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from kg.report.records import Brief

GRAPH = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix weapon: <https://w3id.org/newskg/id/weapon/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:n> a kg:Country ; skos:prefLabel "Norland" .
<urn:s> a kg:Country ; skos:prefLabel "Sudavia" .
<urn:k> a kg:Place ; skos:prefLabel "Kresk" ; kg:inCountry <urn:s> .
<urn:p> a kg:Person ; skos:prefLabel "Anna Berg" ; kg:represents <urn:n> .
<urn:q> a kg:Person ; skos:prefLabel "Ivo Lund" ; kg:represents <urn:s> .
weapon:drone a kg:Weapon ; skos:prefLabel "drone" .
weapon:patriot a kg:Weapon ; skos:prefLabel "Patriot" .
<urn:one> a kg:Document ; dct:identifier "one" ; dct:publisher "Kresk Dispatch" ; dct:date "2031-03-01"^^xsd:date .
<urn:two> a kg:Document ; dct:identifier "two" ; dct:publisher "Meridian $1 Wire" ; dct:date "2031-03-20"^^xsd:date ;
    dct:title "<script>alert(1)</script> | *stars*" ; dct:source <https://meridian.example/2> .
<urn:m1> a kg:Mention ; kg:document <urn:one> ; kg:start 0 ; kg:factuality kg:Planned ; kg:trigger "call" ;
    kg:triggerStart 10 ; kg:quote "Berg will call Lund on March 9." .
<urn:m2> a kg:Mention ; kg:document <urn:two> ; kg:start 0 ; kg:factuality kg:Asserted ; kg:trigger "called" ;
    kg:triggerStart 5 ; kg:quote "Berg called Lund on March 9." .
<urn:m3> a kg:Mention ; kg:document <urn:one> ; kg:start 50 ; kg:quote "One man died, <b>and</b> 30 drones came." .
<urn:m4> a kg:Mention ; kg:document <urn:two> ; kg:start 50 ; kg:quote "Kresk mourns 4." .
<urn:call> a kg:Call ; kg:factuality kg:Asserted ; kg:participant <urn:p>, <urn:q> ; kg:initiator <urn:p> ;
    kg:date "2031-03-09"^^xsd:date ; kg:evidence <urn:m1>, <urn:m2> .
<urn:attack> a kg:Attack ; kg:factuality kg:Asserted ; kg:attacker <urn:n> ; kg:target <urn:k> ;
    kg:weapon weapon:drone ; kg:date "2031-02-28"^^xsd:date ; kg:evidence <urn:m3>, <urn:m4> ;
    kg:hasFigure <urn:f>, <urn:g>, <urn:h> .
<urn:f> a kg:Figure ; kg:measure kg:Killed ; kg:min 1 ; kg:max 1 ; kg:evidence <urn:m3> .
<urn:g> a kg:Figure ; kg:measure kg:Killed ; kg:min 4 ; kg:evidence <urn:m4> ; kg:accordingTo <urn:q> .
<urn:h> a kg:Figure ; kg:measure kg:Launched ; kg:weapon weapon:drone ; kg:min 30 ; kg:max 30 ; kg:evidence <urn:m3> .
<urn:no> a kg:Attack ; kg:factuality kg:Denied ; kg:attacker <urn:n> ; kg:target <urn:k> ; kg:accordingTo <urn:n> ;
    kg:evidence <urn:m4> .
<urn:pledge> a kg:Transfer ; kg:factuality kg:Asserted ; kg:supplier <urn:n> ; kg:recipient <urn:s> ;
    kg:transferStatus kg:Pledged ; kg:weapon weapon:patriot ; kg:date "2031-03-01"^^xsd:date ; kg:evidence <urn:m3> .
<urn:sent> a kg:Transfer ; kg:factuality kg:Asserted ; kg:supplier <urn:n> ; kg:recipient <urn:s> ;
    kg:transferStatus kg:Delivered ; kg:weapon weapon:patriot ; kg:evidence <urn:m4> .
<urn:plan> a kg:Meeting ; kg:factuality kg:Planned ; kg:participant <urn:p>, <urn:q> ; kg:place <urn:k> ;
    kg:date "2031-03-15"^^xsd:date ; kg:evidence <urn:m1> .
<urn:met> a kg:Meeting ; kg:factuality kg:Asserted ; kg:participant <urn:p>, <urn:q> ; kg:date "2031-03-16"^^xsd:date ;
    kg:evidence <urn:m2> .
<urn:ahead> a kg:Visit ; kg:factuality kg:Planned ; kg:participant <urn:q> ; kg:place <urn:n> ;
    kg:date "2031-04"^^xsd:gYearMonth ; kg:evidence <urn:m2> .
<urn:open> a kg:Sanction ; kg:factuality kg:Planned ; kg:actor <urn:n> ; kg:target <urn:s> ;
    kg:date "2031-03-05"^^xsd:date ; kg:evidence <urn:m1> .
<urn:threat> a kg:Threat ; kg:factuality kg:Asserted ; kg:actor <urn:n> ; kg:target <urn:s> ; kg:accordingTo <urn:q> ;
    kg:evidence <urn:m4> .
"""


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    store.load(GRAPH.encode(), format=RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def brief(store: Store) -> Brief:
    return brief_of(store, KNOWLEDGE, title="Two lands")


@pytest.fixture(scope="module")
def page(store: Store) -> str:
    return report_of(store, KNOWLEDGE, title="<i>Two</i> lands")[0]


def test_plans_are_followed(brief: Brief) -> None:
    outcomes = {plan.line.iri: (plan.outcome, plan.after and plan.after.iri) for plan in brief.plans}
    assert outcomes == {
        "urn:call": ("happened", "urn:call"),
        "urn:pledge": ("happened", "urn:sent"),
        "urn:plan": ("moved", "urn:met"),
        "urn:ahead": ("ahead", None),
        "urn:open": ("open", None),
    }
    call = next(plan for plan in brief.plans if plan.line.iri == "urn:call")
    assert [source.document for source in call.line.sources] == ["one"]
    assert call.after is not None
    assert [source.document for source in call.after.sources] == ["two"]


def test_other_numbers_and_denials_are_disagreements_with_both_quotations(brief: Brief) -> None:
    sides = {
        matter.what: [(side.says, side.who) for side in matter.sides]
        for one in brief.disputes
        for matter in one.matters
    }
    assert sides["killed"] == [("1", "Kresk Dispatch"), ("at least 4", "Ivo Lund")]
    assert [says for says, _ in sides[""]] == [
        "Norland attacked Kresk with drones",
        "Denied: Norland attacked Kresk",
    ]
    assert brief.differing == 2
    quotes = {
        source.quote
        for one in brief.disputes
        for matter in one.matters
        for side in matter.sides
        for source in side.sources
    }
    assert quotes == {"One man died, <b>and</b> 30 drones came.", "Kresk mourns 4."}


TWO_SIDES = """
<urn:m8> a kg:Mention ; kg:document <urn:one> ; kg:start 90 ; kg:quote "Berg spoke with Lund." .
<urn:m9> a kg:Mention ; kg:document <urn:one> ; kg:start 120 ; kg:quote "Berg asked Sudavia to stop." .
<urn:talk> a kg:Conversation ; kg:factuality kg:Asserted ; kg:participant <urn:p>, <urn:q> ;
    kg:evidence <urn:m8>, <urn:m2> .
<urn:ask> a kg:Demand ; kg:factuality kg:Asserted ; kg:actor <urn:p> ; kg:target <urn:s> ; kg:evidence <urn:m9> .
"""


def test_of_a_conversation_is_told_what_only_one_report_has() -> None:
    store = Store()
    store.load((GRAPH + TWO_SIDES).encode(), RdfFormat.TURTLE)
    brief = brief_of(store, KNOWLEDGE, title="News")
    (one,) = [encounter for encounter in brief.encounters if encounter.line.iri == "urn:talk"]
    only = {account.source.document: [line.iri for line in account.only] for account in one.accounts}
    assert {"one", "two"} == only.keys()
    assert "urn:ask" in only["one"]
    assert set(only["one"]).isdisjoint(only["two"])
    assert "urn:call" not in {encounter.line.iri for encounter in brief.encounters}, "one of its reports is a plan"
    page, _ = report_of(store, KNOWLEDGE, title="News", drawn=False)
    assert "One conversation, several accounts" in page
    assert "Berg asked Sudavia to stop." in page


def test_what_is_counted_sent_claimed_and_talked_of(brief: Brief) -> None:
    assert [(one.measure, one.counted, one.where) for one in brief.reckonings] == [
        ("Killed", "", "Kresk"),
        ("Launched", "drones", "Kresk"),
    ]
    assert {(one.supplier, one.recipient, one.weapon, one.label) for one in brief.supplies} == {
        ("Norland", "Sudavia", "Patriot", "pledged"),
        ("Norland", "Sudavia", "Patriot", "delivered"),
    }
    assert [line.iri for line in brief.claims] == ["urn:threat"], "the denied attack is told by nobody as a fact"
    assert [(pair.one, pair.other, pair.conversations) for pair in brief.pairs] == [("Anna Berg", "Ivo Lund", 2)]
    assert brief.actors[0].name == "Norland"
    assert brief.actors[0].events == 4
    assert {(one.name, one.named, one.documents, one.alone) for one in brief.outlets} == {
        ("Kresk Dispatch", True, 1, 1),
        ("Meridian $1 Wire", True, 1, 3),
    }


def test_an_article_without_an_outlet_is_no_outlet() -> None:
    store = Store()
    store.load(GRAPH.replace('dct:publisher "Kresk Dispatch" ; ', "").encode(), format=RdfFormat.TURTLE)
    told = {(one.name, one.named) for one in brief_of(store, KNOWLEDGE, title="").outlets}
    assert told == {("one", False), ("Meridian $1 Wire", True)}
    text = report_of(store, KNOWLEDGE, form="markdown")[0]
    assert "2 articles of 1 outlet, " in text


def test_the_word_that_tells_stands_out(brief: Brief) -> None:
    line = next(line for line in brief.headlines if line.iri == "urn:call")
    source = line.sources[1]
    assert (source.before, source.trigger, source.after) == ("Berg ", "called", " Lund on March 9.")
    assert line.sources[0].otherwise == "planned"


def test_the_page_asks_nobody_and_runs_nothing(page: str) -> None:
    assert "<script" not in page
    assert "&lt;i&gt;Two&lt;/i&gt; lands" in page
    assert "&lt;b&gt;and&lt;/b&gt;" in page
    assert set(re.findall(r'(?:src|href)="(https?:[^"]+)"', page)) == {"https://meridian.example/2"}
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)), "ids of the plots do not meet"
    assert page.count("<svg ") == 6
    assert not re.search(r"(?:fill|stroke): #", page), "colours are those of the page"


def test_the_same_graph_gives_the_same_bytes(store: Store, page: str) -> None:
    again = Store()
    again.extend(reversed(list(store)))
    assert report_of(again, KNOWLEDGE, title="<i>Two</i> lands")[0] == page


def test_markdown_has_its_plots_beside_it_and_words_are_words(store: Store, tmp_path: Path) -> None:
    files = render(store, tmp_path / "brief.md", KNOWLEDGE, title="Two *lands*")
    text = files[0].read_text(encoding="utf-8")
    assert {path.name for path in files[1:]} == set(re.findall(r"\]\(<(brief\.\w+\.svg)>\)", text))
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert "<h1>Two *lands*</h1>" in html
    assert "<b>" not in html
    assert html.count("<table>") >= 5
    assert 'href="https://meridian.example/2"' in html
    assert files[1].read_text(encoding="utf-8").startswith("<svg ")


def test_a_part_can_be_asked_for(store: Store) -> None:
    part = brief_of(store, KNOWLEDGE, title="", since="2031-03-10")
    assert [line.iri for line in part.headlines] == ["urn:met"]
    with pytest.raises(GraphError, match="Nobody"):
        brief_of(store, KNOWLEDGE, title="", focus="Nobody")


def test_without_matplotlib_there_are_no_plots_and_the_remedy_is_told(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ReportError, match=r"newskg\[report\]"):
        report_of(store, KNOWLEDGE, drawn=True)
    assert report_of(store, KNOWLEDGE) == report_of(store, KNOWLEDGE, drawn=False)
    (tmp_path / "graph.ttl").write_text(GRAPH, encoding="utf-8")
    run = CliRunner().invoke(main, ["report", str(tmp_path / "graph.ttl")])
    assert run.exit_code == 0
    assert "newskg[report]" in run.stderr
    assert "<svg" not in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["brief.html", "brief.md"])
def test_a_report_beside_articles_is_no_news(store: Store, tmp_path: Path, name: str) -> None:
    render(store, tmp_path / name, KNOWLEDGE)
    problems: list[KgError] = []
    (tmp_path / "call.txt").write_text("Putin called Trump on Friday.", encoding="utf-8")
    found = list(read([tmp_path], KNOWLEDGE.boilerplate, on_problem=problems.append))
    assert [document.id for document in found] == ["call"]
    assert any(isinstance(problem, LeftOut) and "is a page that kg wrote" in str(problem) for problem in problems)


def test_the_command_and_the_library_write_the_same(store: Store, tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text(GRAPH, encoding="utf-8")
    run = CliRunner().invoke(main, ["report", str(graph), "--title", "Lands"])
    assert run.exit_code == 0, run.output
    written = Graph(store, KNOWLEDGE).report(tmp_path / "own.html", title="Lands")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == written
    assert (tmp_path / "own.html").read_text(encoding="utf-8") == written
    piped = CliRunner().invoke(main, ["report", str(graph), "-o", "-"])
    assert piped.output.startswith("# News brief\n")
    assert "![" not in piped.output
    wrong = CliRunner().invoke(main, ["report", str(graph), "-o", str(tmp_path / "brief.pdf")])
    assert wrong.exit_code == 1
    assert "brief.pdf: is no kind of report (name a file that ends in .html" in wrong.output


def test_one_old_date_does_not_press_all_into_a_corner() -> None:
    from datetime import date, timedelta

    near = [(date(2031, 3, 1) + timedelta(days=day), "call", 1) for day in range(20)]
    assert dense([(date(1950, 6, 25), "attack", 1), *near]) == near
    even = [(date(2030 + year, 1, 1), "call", 1) for year in range(8)]
    assert dense(even) == even


@pytest.mark.parametrize(("scheme", "width"), [("light", 1100), ("dark", 390)])
def test_axe_finds_nothing_to_mend(chromium: Browser, page: str, tmp_path: Path, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe  # where chromium is, so is axe

    (tmp_path / "report.html").write_text(page, encoding="utf-8")
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto((tmp_path / "report.html").as_uri())
    found = Axe().run(tab)
    wide = tab.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert found.violations_count == 0, found.generate_report()
    assert wide <= width
    assert len(asked) == 1
