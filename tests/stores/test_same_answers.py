"""Comunica, Jena and Virtuoso hold the same triples as Oxigraph, and answer every named question with the same rows."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import QueryResultsFormat

from kg.query import named, names
from kg.store.graph import load
from tests.query.asked import ASKED, Asked, world, write_world
from tests.stores.stores import STORES, Results

if TYPE_CHECKING:
    from pyoxigraph import Store

EXAMPLE = Path(__file__).parents[2] / "out" / "graph.ttl"
XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {XSD + "integer", XSD + "decimal"}
EVERYTHING = "SELECT ?s ?p ?o { ?s ?p ?o }"
OF_THE_WORLD = [EVERYTHING, *(asked.text() for asked in ASKED)]
OF_THE_EXAMPLE = [EVERYTHING, *(named(name).text for name in names())]


def term(found: dict[str, str] | None) -> tuple[str, ...]:
    """Return a term of results in JSON, numbers by their value: 0.9 may come back as 0.90.

    Virtuoso rewrites durations (PT1H is 3600.0), which is why a number of minutes stands beside them.
    """
    if found is None:
        return ("unbound",)
    value, datatype = found["value"], found.get("datatype", XSD + "string")
    if found["type"] == "uri":
        return ("iri", value)
    if datatype in NUMBERS:
        return ("number", str(Decimal(value).normalize()))
    if datatype == XSD + "duration":
        return ("duration",)
    return ("literal", value, found.get("xml:lang") or datatype)


def rows(results: Results) -> Counter[tuple[tuple[str, ...], ...]]:
    columns = results["head"]["vars"]
    return Counter(tuple(term(row.get(column)) for column in columns) for row in results["results"]["bindings"])


def ours(store: Store, query: str) -> Results:
    answer: Results = json.loads(store.query(query).serialize(format=QueryResultsFormat.JSON) or b"")
    return answer


@pytest.fixture(scope="module", params=STORES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def answers(name: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Results]:
    """Return what a store answers to each query on the invented world, loaded from one file as kg writes it."""
    folder = tmp_path_factory.mktemp(name)
    return dict(zip(OF_THE_WORLD, STORES[name](folder, write_world(folder), OF_THE_WORLD), strict=True))


def test_a_store_holds_the_same_triples(answers: dict[str, Results]) -> None:
    theirs = rows(answers[EVERYTHING])

    assert theirs.total() == len(world())
    assert theirs == rows(ours(world(), EVERYTHING))


def test_no_iri_of_a_store_has_a_backslash(answers: dict[str, Results]) -> None:
    iris = {value[1] for row in rows(answers[EVERYTHING]) for value in row if value[0] == "iri"}

    assert "https://w3id.org/newskg/id/document/e.2025,12~o'neill(1)" in iris
    assert not any("\\" in iri for iri in iris)


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_question_has_the_same_answer(asked: Asked, answers: dict[str, Results]) -> None:
    text = asked.text()

    assert rows(answers[text]) == rows(ours(world(), text))


def test_the_published_example_has_the_same_answers(name: str, tmp_path: Path) -> None:
    store = load(EXAMPLE)
    found = STORES[name](tmp_path, EXAMPLE, OF_THE_EXAMPLE)

    for query, theirs in zip(OF_THE_EXAMPLE, found, strict=True):
        assert rows(theirs) == rows(ours(store, query)), query
