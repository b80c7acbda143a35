"""Participants without a name in the formats that tell of things: told by their words, and for where they are."""

from __future__ import annotations

import json
from io import BytesIO

from kg.export import format_named, write_stream
from kg.export.network import network
from tests.known import KNOWLEDGE
from tests.query.asked import world

ATTACK = "attack: gunmen → hospital, 2025-12-29"


def records(name: str) -> list[dict[str, object]]:
    stream = BytesIO()
    write_stream(world(), format_named(name), stream, KNOWLEDGE)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_follow_the_money_has_their_words_and_the_country() -> None:
    (event,) = (entity for entity in records("ftm") if ATTACK in entity["properties"].get("name", ()))  # type: ignore[attr-defined]  # JSON

    assert event["properties"]["summary"] == ["gunmen", "hospital"]  # type: ignore[index]  # JSON
    assert event["properties"]["country"] == ["nx"]  # type: ignore[index]  # JSON


def test_a_network_draws_them_with_what_they_belong_to() -> None:
    drawn = network(world(), KNOWLEDGE.taxonomy)
    gunmen, hospital = (
        f"participant:2025-12-29-gunmen-hospital-{end}" for end in ("attacker-gunmen", "target-hospital")
    )

    kinds = {vertex.id: (vertex.label, vertex.kind) for vertex in drawn.vertices}
    assert kinds[gunmen] == ("gunmen", "UnnamedParticipant")
    edges = {(edge.source, edge.relation, edge.target) for edge in drawn.edges}
    assert ("attack:2025-12-29-gunmen-hospital", "attacker", gunmen) in edges
    assert (hospital, "belongsTo", "place:northport") in edges
