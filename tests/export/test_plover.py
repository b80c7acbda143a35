"""PLOVER records: the fields of the manual, the codes of ontology/plover.ttl, and nothing asserted that is not."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.export import format_named, write_stream
from kg.knowledge.namespaces import ID, KG, RDF, XSD
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Iterable

TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def records(store: Store) -> dict[str, dict[str, Any]]:
    stream = BytesIO()
    write_stream(store, format_named("plover"), stream, KNOWLEDGE)
    return {record["id"]: record for record in map(json.loads, stream.getvalue().splitlines())}


def event(date: str, kind: str, factuality: str, code: str, **roles: str) -> Iterable[Quad]:
    iri = NamedNode(f"{ID}event/a")
    yield Quad(iri, NamedNode(RDF + "type"), NamedNode(KG + kind))
    yield Quad(iri, NamedNode(KG + "date"), Literal(date, datatype=NamedNode(f"{XSD}date")))
    yield Quad(iri, NamedNode(KG + "factuality"), NamedNode(KG + factuality))
    yield Quad(iri, NamedNode(KG + "code"), NamedNode(f"https://w3id.org/newskg/scheme/{code}"))
    for role, name in roles.items():
        yield Quad(iri, NamedNode(KG + role), NamedNode(ID + name))
        yield Quad(NamedNode(ID + name), NamedNode(KG + "countryCode"), Literal("UA"))


def record(*arguments: str, **roles: str) -> dict[str, Any]:
    store = Store()
    store.extend(event(*arguments, **roles))
    return records(store)["event:a"]


def test_every_record_has_what_the_manual_requires(store: Store) -> None:
    found = records(store)

    assert found
    for one in found.values():
        assert DAY.fullmatch(one["date"])
        assert set(one["event"]) <= TYPES
        assert one["quad_code"] in {1, 2, 3, 4}
        assert isinstance(one["source"], list)


def test_a_call_is_a_consultation_by_phone_of_which_all_are_sources(store: Store) -> None:
    call = records(store)["call:2025-07-04-ann-able-bob-bright"]

    assert (call["event"], call["mode"], call["quad_code"], call["cameo"]) == (["CONSULT"], ["phone"], 1, ["041"])
    assert [actor["text"] for actor in call["source"]] == ["Ann Able", "Bob Bright"]
    assert "recipient" not in call
    assert {article["id"] for article in call["cite_info"]} == {"a post", "b_wire"}


def test_an_attack_has_a_recipient_and_its_victims(store: Store) -> None:
    attack = records(store)["attack:2025-07-04-southland-northport"]

    assert attack["event"] == ["ASSAULT"]
    assert [actor["text"] for actor in attack["source"]] == ["Southland"]
    assert [actor["text"] for actor in attack["recipient"]] == ["Northport"]
    assert attack["injured"] == 23


@pytest.mark.parametrize(
    ("factuality", "context"),
    [("Planned", "future"), ("Possible", "hypothetical"), ("Negated", "negation"), ("Denied", "negation")],
)
def test_what_is_no_fact_says_so_in_the_context(factuality: str, context: str) -> None:
    assert record("2025-07-04", "Attack", factuality, "plover#ASSAULT")["context"] == [context]


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [("2024-02", "2024-02-01", "2024-02-29"), ("2025", "2025-01-01", "2025-12-31"), ("2025-07-04", "2025-07-04", None)],
)
def test_a_month_or_year_is_spanned(date: str, first: str, last: str | None) -> None:
    found = record(date, "Attack", "Asserted", "plover#ASSAULT")

    assert (found["date"], found.get("enddate")) == (first, last)


def test_actors_have_the_codes_of_their_countries() -> None:
    found = record("2025-07-04", "Attack", "Asserted", "plover#ASSAULT", target="country/ukraine")

    assert found["recipient"] == [{"code": "UKR", "text": "ukraine"}]


def test_a_claim_says_whose_it_is() -> None:
    found = record("2025-07-04", "Attack", "Asserted", "plover#ASSAULT", accordingTo="person/ann")

    assert found["comment"] == "according to ann"


def test_an_event_without_a_date_or_a_type_is_left_out(store: Store) -> None:
    found = records(store)

    assert "attack:northland-southland-denied" not in found
    assert not [name for name in found if name.startswith("statement:")]
