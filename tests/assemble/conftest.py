"""Three invented articles with the records that reading them would give, and the collection made of those."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.knowledge.namespaces import ID
from kg.knowledge.reference import Office, Resource
from kg.records import (
    Attribute,
    Cluster,
    Collection,
    DateBasis,
    Document,
    DocumentRecord,
    Entity,
    Event,
    EventDate,
    Factuality,
    Figure,
    Member,
    Mention,
    Merge,
    Tenure,
    Term,
)
from tests.building import arguments, evidence, mention
from tests.known import knowing

if TYPE_CHECKING:
    from kg.knowledge import Knowledge

NORTHLAND, SOUTHLAND = ID + "country/northland", ID + "country/southland"


def _resource(kind: str, name: str, **more: object) -> Resource:
    iri = f"{ID}{kind.lower()}/{name.lower().replace(' ', '-')}"
    return Resource(iri=iri, kind=Term(kind), name=name, labels=(name,), **more)  # type: ignore[arg-type]  # kwargs


RESOURCES = (
    _resource(
        "Country",
        "Northland",
        country=NORTHLAND,
        code="NX",
        capital=ID + "place/northport",
        matches=("http://www.wikidata.org/entity/Q1",),
    ),
    _resource("Country", "Southland", country=SOUTHLAND, code="SX"),
    _resource("Place", "Northport", country=NORTHLAND),
    _resource(
        "Person",
        "Ann Able",
        country=NORTHLAND,
        offices=(
            Office("president", NORTHLAND, date(2010, 1, 1), date(2014, 12, 31)),
            Office("president", NORTHLAND, date(2020, 1, 1)),
        ),
    ),
    _resource("Weapon", "weapon"),
    _resource("Weapon", "missile", broader=(ID + "weapon/weapon",)),
    _resource("Weapon", "Javelot", broader=(ID + "weapon/missile",), matches=("http://www.wikidata.org/entity/Q2",)),
    _resource("Weapon", "drone", broader=(ID + "weapon/weapon",)),
)
REFERENCE = {resource.iri: resource for resource in sorted(RESOURCES, key=lambda resource: resource.iri)}

POST = Document(
    id="a post",
    text=(
        "President Ann Able called Bob Bright on Friday for 40 minutes, the sixth call. "
        "Southland fired 12 drones at Northport overnight, injuring more than 20 people. "
        "“We will not stop,” Able said. Able will meet Bright next week. "
        "Carla Cole denied that Northland had bombed Southland."
    ),
    date=date(2025, 7, 4),
    title="Able calls Bright",
    outlet="The Post",
    url="https://post.example/able-bright",
)
WIRE = Document(
    id="b_wire",
    text=(
        "Able and Bright spoke by phone on July 4. Southland attacked Northport on Friday, and at least 23 people were "
        "injured, the mayor said. Northland paused deliveries of 3 Javelots to Eastland. "
        "Bright met Able in Northport in June."
    ),
    date=date(2025, 7, 5),
    outlet="Wire",
    url="wire.example",
)
MEMO = Document(id="c", text="Robert Bright, Southland's chancellor, rang Ann Able. Northern Command confirmed it.")


def _mentions(document: Document, *names: tuple[int, str]) -> tuple[Mention, ...]:
    return tuple(mention(document.text, entity, words, rule="full-name") for entity, words in names)


def _entity(kind: str, name: str, *names: str, reference: str | None = None, country: str | None = None) -> Entity:
    return Entity(Term(kind), name, tuple(sorted({name, *names})), reference, country)


def _post() -> DocumentRecord:
    entities = (
        _entity("Person", "Ann Able", "Able", reference=ID + "person/ann-able", country=NORTHLAND),
        _entity("Person", "Bob Bright", "Bright", country=SOUTHLAND),
        _entity("Country", "Southland", reference=SOUTHLAND),
        _entity("Place", "Northport", reference=ID + "place/northport"),
        _entity("Weapon", "drones", reference=ID + "weapon/drone"),
        _entity("Person", "Carla Cole"),
        _entity("Country", "Northland", reference=NORTHLAND),
    )
    call = "President Ann Able called Bob Bright on Friday for 40 minutes, the sixth call."
    strike = "Southland fired 12 drones at Northport overnight, injuring more than 20 people."
    denial = "Carla Cole denied that Northland had bombed Southland."
    events = (
        Event(
            Term("Call"),
            evidence(POST.text, call, "transitive"),
            arguments(POST.text, ("initiator", 0, "Ann Able"), ("participant", 1, "Bob Bright")),
            date=EventDate("2025-07-04", DateBasis.RELATIVE),
            duration="PT40M",
            attributes=(Attribute(Term("ordinal"), 6),),
            topics=("Air  Defence", ID + "weapon/javelot"),
            confidence=0.9,
        ),
        Event(
            Term("Attack"),
            evidence(POST.text, strike, "transitive"),
            arguments(POST.text, ("attacker", 2, "Southland"), ("target", 3, "Northport"), ("weapon", 4, "drones")),
            date=EventDate("2025-07-04", DateBasis.RELATIVE),
            figures=(
                Figure(Term("Launched"), 12, 12, evidence(POST.text, "12 drones", "count"), weapon=4),
                Figure(Term("Injured"), 21, None, evidence(POST.text, "more than 20 people", "count")),
            ),
            confidence=0.8,
        ),
        Event(
            Term("Statement"),
            evidence(POST.text, "“We will not stop,” Able said.", "quote"),
            arguments(POST.text, ("speaker", 0, "Able said")),
            quote="We will not stop",
        ),
        Event(
            Term("Meeting"),
            evidence(POST.text, "Able will meet Bright next week.", "transitive"),
            arguments(POST.text, ("participant", 0, "Able will"), ("participant", 1, "Bright next")),
            factuality=Factuality.PLANNED,
        ),
        Event(
            Term("Attack"),
            evidence(POST.text, denial, "transitive"),
            arguments(POST.text, ("attacker", 6, "Northland had"), ("target", 2, "Southland.")),
            factuality=Factuality.DENIED,
            according_to=(5,),
        ),
    )
    mentions = _mentions(
        POST,
        *((0, "Ann Able"), (1, "Bob Bright"), (2, "Southland"), (3, "Northport"), (4, "drones"), (5, "Carla Cole")),
        (6, "Northland"),
    )
    tenures = (Tenure(0, "President", 6, evidence(POST.text, "President Ann Able", "title")),)
    return DocumentRecord(POST, entities, mentions, tenures, events)


def _wire() -> DocumentRecord:
    entities = (
        _entity("Person", "Able", reference=ID + "person/ann-able", country=NORTHLAND),
        _entity("Person", "Bright"),
        _entity("Country", "Southland", reference=SOUTHLAND),
        _entity("Place", "Northport", reference=ID + "place/northport"),
        _entity("Country", "Northland", reference=NORTHLAND),
        _entity("Weapon", "Javelots", reference=ID + "weapon/javelot"),
        _entity("Place", "Eastland"),
        _entity("Person", "the mayor"),
    )
    strike = "Southland attacked Northport on Friday, and at least 23 people were injured"
    pause = "Northland paused deliveries of 3 Javelots to Eastland."
    visit = "Bright met Able in Northport in June."
    events = (
        Event(
            Term("Conversation"),
            evidence(WIRE.text, "Able and Bright spoke by phone on July 4.", "coordination"),
            arguments(WIRE.text, ("participant", 0, "Able"), ("participant", 1, "Bright")),
            date=EventDate("2025-07", DateBasis.EXPLICIT),
            attributes=(Attribute(Term("medium"), Term("Telephone")),),
            confidence=0.6,
        ),
        Event(
            Term("Attack"),
            evidence(WIRE.text, strike, "transitive"),
            arguments(WIRE.text, ("attacker", 2, "Southland"), ("target", 3, "Northport")),
            date=EventDate("2025-07-04", DateBasis.EXPLICIT),
            figures=(
                Figure(
                    Term("Injured"), 23, None, evidence(WIRE.text, "at least 23 people", "count"), according_to=(7,)
                ),
                Figure(Term("Launched"), 12, 12, evidence(WIRE.text, "attacked Northport", "count"), weapon=None),
            ),
            confidence=0.85,
        ),
        Event(
            Term("Transfer"),
            evidence(WIRE.text, pause, "transitive"),
            arguments(WIRE.text, ("supplier", 4, "Northland"), ("weapon", 5, "Javelots"), ("recipient", 6, "Eastland")),
            attributes=(Attribute(Term("transferStatus"), Term("Paused")),),
            figures=(Figure(Term("Delivered"), 3, 3, evidence(WIRE.text, "3 Javelots", "count"), weapon=5),),
        ),
        Event(
            Term("Meeting"),
            evidence(WIRE.text, visit, "transitive"),
            arguments(
                WIRE.text, ("participant", 1, "Bright met"), ("participant", 0, "Able in"), ("place", 3, "Northport in")
            ),
            date=EventDate("2025-06", DateBasis.EXPLICIT),
        ),
    )
    mentions = _mentions(
        WIRE,
        *((0, "Able"), (1, "Bright"), (2, "Southland"), (3, "Northport"), (4, "Northland"), (5, "Javelots")),
        *((6, "Eastland"), (7, "the mayor")),
    )
    return DocumentRecord(WIRE, entities, mentions, (), events)


def _memo() -> DocumentRecord:
    entities = (
        _entity("Person", "Robert Bright", country=SOUTHLAND),
        _entity("Person", "Ann Able", reference=ID + "person/ann-able"),
        _entity("Country", "Southland", reference=SOUTHLAND),
        _entity("Organization", "Northern Command", country=NORTHLAND),
    )
    call = Event(
        Term("Call"),
        evidence(MEMO.text, "Robert Bright, Southland's chancellor, rang Ann Able.", "transitive"),
        arguments(MEMO.text, ("initiator", 0, "Robert Bright"), ("participant", 1, "Ann Able")),
    )
    tenures = (Tenure(0, "chancellor", 2, evidence(MEMO.text, "Southland's chancellor", "apposition")),)
    mentions = _mentions(MEMO, (0, "Robert Bright"), (1, "Ann Able"), (2, "Southland"), (3, "Northern Command"))
    return DocumentRecord(MEMO, entities, mentions, tenures, (call,))


ORDER = (POST, WIRE, MEMO)


def _cluster(*members: tuple[int, int], reason: str = "", score: float = 1.0) -> Cluster:
    sides = [Member(ORDER[at].id, index) for at, index in members]
    merges = tuple(Merge(sides[0], side, reason, score) for side in sides[1:])
    return Cluster(tuple(sides), merges)


COLLECTION = Collection(
    records={record.document.id: record for record in (_post(), _wire(), _memo())},
    entities=(
        _cluster((0, 0), (1, 0), (2, 1), reason="same reference"),
        _cluster((0, 1), (1, 1), reason="the surname of one person only", score=0.9),
        _cluster((0, 2), (1, 2), (2, 2), reason="same reference"),
        _cluster((0, 3), (1, 3), reason="same reference"),
        _cluster((0, 4)),
        _cluster((0, 5)),
        _cluster((0, 6), (1, 4), reason="same reference"),
        _cluster((1, 5)),
        _cluster((1, 6)),
        _cluster((1, 7)),
        _cluster((2, 0)),
        _cluster((2, 3)),
    ),
    events=(
        _cluster((0, 0), (1, 0), reason="same participants, same day", score=0.95),
        _cluster((0, 1), (1, 1), reason="same attacker, target and day", score=0.875),
        _cluster((0, 2)),
        _cluster((0, 3)),
        _cluster((0, 4)),
        _cluster((1, 2)),
        _cluster((1, 3)),
        _cluster((2, 0)),
    ),
)


@pytest.fixture(scope="session")
def collection() -> Collection:
    return COLLECTION


@pytest.fixture(scope="session")
def known() -> Knowledge:
    return knowing(REFERENCE)
