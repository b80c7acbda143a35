"""FollowTheMoney entities, checked by FollowTheMoney itself."""

from __future__ import annotations

import json
from hashlib import sha1
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

from kg.export import format_named, write_stream
from kg.knowledge.namespaces import ID
from kg.store.graph import load
from tests.known import KNOWLEDGE

PUBLISHED = Path(__file__).parents[2] / "out" / "graph.ttl"
# Not among the tools for development: it needs ICU's headers and a compiler, which .ci/run installs.
followthemoney = pytest.importorskip("followthemoney", reason="pip install .[neighbours] needs libicu-dev and g++")


def written(store: Store) -> dict[str, dict[str, Any]]:
    stream = BytesIO()
    write_stream(store, format_named("ftm"), stream, KNOWLEDGE)
    found = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len({entity["id"] for entity in found}) == len(found)
    return {entity["id"]: entity for entity in found}


@pytest.fixture(scope="module")
def entities(store: Store) -> dict[str, dict[str, Any]]:
    return written(store)


def named(iri: str) -> str:
    return sha1(f"{ID}{iri}".encode(), usedforsecurity=False).hexdigest()


def test_every_entity_of_the_published_example_is_valid_and_loses_nothing() -> None:
    for entity in written(load(PUBLISHED)).values():
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        followthemoney.model.get(entity["schema"]).validate(entity)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == entity["properties"]


def test_every_reference_leads_to_an_entity_of_a_fitting_schema(entities: dict[str, dict[str, Any]]) -> None:
    for entity in entities.values():
        schema = followthemoney.model.get(entity["schema"])
        for name, values in entity["properties"].items():
            property_ = schema.get(name)
            if property_.type.name == "entity":
                kinds = {followthemoney.model.get(entities[value]["schema"]) for value in values}
                assert all(kind.is_a(property_.range) for kind in kinds), (entity["schema"], name)


def test_a_call_leads_from_who_placed_it_to_the_other(entities: dict[str, dict[str, Any]]) -> None:
    call = entities[named("call/2025-07-04-ann-able-bob-bright")]

    assert call["schema"] == "Call"
    assert call["properties"]["caller"] == [named("person/ann-able")]
    assert call["properties"]["receiver"] == [named("person/bob-bright")]
    assert call["properties"]["duration"] == ["2400"]
    assert call["properties"]["date"] == ["2025-07-04"]
    assert call["properties"]["proof"] == sorted([named("document/a-post"), named("document/b_wire")])


def test_a_call_that_nobody_is_said_to_have_placed_has_its_parties_at_either_end(sample: Path) -> None:
    untold = "".join(line for line in sample.read_text(encoding="utf-8").splitlines(True) if "kg:initiator" not in line)
    silent = Store()
    silent.load(untold, RdfFormat.TURTLE)
    call = written(silent)[named("call/2025-07-04-ann-able-bob-bright")]
    parties = sorted([named("person/ann-able"), named("person/bob-bright")])

    assert call["properties"]["caller"] == call["properties"]["receiver"] == parties


def test_people_have_their_offices_and_countries(entities: dict[str, dict[str, Any]]) -> None:
    assert entities[named("person/ann-able")]["properties"]["name"] == ["Ann Able"]
    held = {
        entities[entity["properties"]["post"][0]]["properties"]["name"][0]
        for entity in entities.values()
        if entity["schema"] == "Occupancy"
    }
    assert "President, Northland" in held


def test_what_is_denied_or_planned_is_no_event(entities: dict[str, dict[str, Any]]) -> None:
    assert named("attack/2025-07-04-southland-northport") in entities
    assert named("attack/northland-southland-denied") not in entities


def test_a_claim_says_whose_it_is(sample: Path) -> None:
    claimed = sample.read_text(encoding="utf-8").replace(
        "attack:2025-07-04-southland-northport a kg:Attack, kg:Event ;",
        "attack:2025-07-04-southland-northport a kg:Attack, kg:Event ; kg:accordingTo person:ann-able ;",
    )
    store = Store()
    store.load(claimed, RdfFormat.TURTLE)
    (description,) = written(store)[named("attack/2025-07-04-southland-northport")]["properties"]["description"]

    assert description.endswith("; according to Ann Able")


def test_a_mention_names_its_document_and_whom_it_means(entities: dict[str, dict[str, Any]]) -> None:
    mentions = [entity for entity in entities.values() if entity["schema"] == "Mention"]

    assert mentions
    for mention in mentions:
        assert entities[mention["properties"]["document"][0]]["schema"] == "Article"
        assert [entities[iri]["schema"] for iri in mention["properties"]["resolved"]] == mention["properties"][
            "detectedSchema"
        ]
