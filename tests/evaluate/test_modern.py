"""The gold of benchmarks/modern keeps together, and what its count takes for right; the texts are not needed for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import RdfFormat, Store

from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from types import ModuleType

FOLDER = Path(__file__).parents[2] / "benchmarks" / "modern"
DOCUMENTS = [json.loads(line) for line in (FOLDER / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
GRAPH = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix : <https://example.org/> .

:one a kg:Document ; dct:identifier "one" .
:evidence a kg:Mention ; kg:document :one ; kg:start 0 ; kg:end 50 .
:named a kg:Mention ; kg:document :one ; kg:start 0 ; kg:end 6 ; kg:refersTo :russia .
:there a kg:Mention ; kg:document :one ; kg:start 20 ; kg:end 24 ; kg:refersTo :kyiv .
:attack a kg:Event, kg:Attack ; kg:attacker :russia ; kg:target :kyiv ;
    kg:factuality kg:Asserted ; kg:evidence :evidence .
:talks a kg:Event, kg:Conversation, kg:Negotiation ; kg:factuality kg:Planned ; kg:evidence :evidence .
"""


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(FOLDER)
    import count  # the script stands on its own

    return count


def sentences() -> list[dict[str, Any]]:
    return [sentence for document in DOCUMENTS for sentence in document["sentences"]]


def test_annotated_words_lie_in_their_sentence() -> None:
    for sentence in sentences():
        for event in sentence["events"]:
            spans = [event["trigger"], *(argument[1:] for argument in event["arguments"])]
            assert all(sentence["start"] <= start < end <= sentence["end"] for start, end in spans)


def test_classes_and_roles_are_those_of_the_ontology() -> None:
    events = [event for sentence in sentences() for event in sentence["events"]]
    assert all(KNOWLEDGE.taxonomy.is_a(event["class"], "Event") for event in events)
    roles = {role for event in events for role, *_ in event["arguments"]}
    assert {role for role in roles if role not in KNOWLEDGE.taxonomy.above} <= {
        "injured",
        "killed",
    }  # measures of figures


def test_sentences_of_a_document_are_in_order_and_apart() -> None:
    for document in DOCUMENTS:
        bounds = [bound for sentence in document["sentences"] for bound in (sentence["start"], sentence["end"])]
        assert bounds == sorted(bounds)


def test_an_event_is_found_by_class_and_its_roles_by_who_is_mentioned(count: ModuleType) -> None:
    store, tally = Store(), count.Tally()
    store.load(GRAPH.encode(), RdfFormat.TURTLE)
    roles = (("attacker", count.Span(0, 6)), ("target", count.Span(30, 34)))
    attack = count.Gold("Attack", count.Span(7, 13), "Asserted", roles)
    protest = count.Gold("Protest", count.Span(40, 45), "Asserted", ())
    count.count(tally, count.Graph(store), "one", count.Span(0, 60), [attack, protest])
    assert tally.classes == {"Attack": [1, 1, 1], "Protest": [0, 0, 1], "Conversation": [0, 1, 0]}
    assert tally.roles == {"attacker": [1, 1, 1], "target": [0, 1, 1]}
    assert tally.factuality == [1, 1]
