"""What the server tells people: newest events, a node's sentences and neighbours, and what a search finds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Store

from kg.serve.news import found_by, newest, news_of
from kg.serve.search import index_of, search
from kg.store.graph import load
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    import httpx

BASE = "https://w3id.org/newskg/id/"


@pytest.fixture(scope="module")
def store() -> Store:
    return load(Path(__file__).parents[2] / "docs" / "example" / "graph.ttl")


def test_a_person_is_told_by_sentences_with_their_words_and_by_who_is_near(store: Store) -> None:
    news = news_of(store, f"{BASE}person/mark-carney", KNOWLEDGE)
    assert news.kind == "person"
    assert [line.text for line in news.lines] == ["Mark Carney and Volodymyr Zelenskyy met in Canada"]
    assert news.lines[0].sources[0].quote.startswith("Zelenskyy met Canadian Prime Minister Mark Carney")
    assert [one.name for one in news.neighbours] == ["Canada", "Volodymyr Zelenskyy"]


def test_an_event_is_told_by_all_who_report_it(store: Store) -> None:
    news = news_of(store, f"{BASE}call/2025-06-09-donald-trump-vladimir-putin", KNOWLEDGE)
    assert (news.kind, news.whole) == ("call", 1)
    assert {source.outlet for source in news.lines[0].sources} == {
        *("The Harbour Post", "The Morning Ledger", "Northern Herald")
    }


def test_nothing_is_told_of_what_is_not_there(store: Store) -> None:
    news = news_of(store, f"{BASE}person/nobody", KNOWLEDGE)
    assert (news.lines, news.neighbours, news.whole, news.kind) == ((), (), 0, "")


def test_the_newest_events_come_first_and_words_of_people_are_none(store: Store) -> None:
    dates = [line.date for line in newest(store, KNOWLEDGE)]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] == "2025-06-25"
    assert {line.kind for line in newest(store, KNOWLEDGE)}.isdisjoint({"statement"})
    assert newest(Store(), KNOWLEDGE) == ()


@pytest.mark.parametrize(
    ("words", "looked"),
    [
        ("sanctions imposed", {"sanctions", "imposed"}),
        ("CEASEF", {"ceasefire"}),
        ("ceasefire on Tuesday", {"ceasefire", "on", "Tuesday"}),
    ],
)
def test_quotations_are_found_by_all_their_words_the_last_one_begun(store: Store, words: str, looked: set[str]) -> None:
    hits = search(index_of(store), words)
    assert hits
    assert {part for hit in hits for part, found in hit.parts if found} == looked


@pytest.mark.parametrize("words", ["", "  ", '"', "* OR NEAR(", "zzz", "'; DROP TABLE words"])
def test_no_search_is_an_error(store: Store, words: str) -> None:
    found = found_by(store, index_of(store), words)
    assert found.hits == ()


def test_the_start_page_has_news_and_a_search(client: httpx.Client) -> None:
    start = client.get("/", headers={"Accept": "text/html"})
    assert start.status_code == 200
    assert "Newest events" in start.text
    found = client.get("/", params={"q": "<script>"})
    assert found.status_code == 200
    assert "<script>" not in found.text.replace('<script type="module" src="/web/query.js"></script>', "")
    named = client.get("/", params={"q": "Bob Bright"})
    assert '<a href="/id/person/bob-bright">Bob Bright</a>' in named.text


def test_a_node_has_a_page_of_sentences(client: httpx.Client) -> None:
    page = client.get("/id/person/bob-bright", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "What is told" in page.text
    assert "<blockquote>" in page.text
