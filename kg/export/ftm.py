"""FollowTheMoney entities as JSON lines, for Aleph and its neighbours.

Only what the articles assert is written: FollowTheMoney has no way to say that an event is planned or denied. What is a
claim says whose in its description.
"""

from __future__ import annotations

import json
from hashlib import sha1
from typing import IO, TYPE_CHECKING, Final, TypeAlias

from kg.export.nodes import nodes
from kg.knowledge.namespaces import DCT, KG, SCHEMA, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Store

    from kg.export.nodes import Node
    from kg.knowledge import Knowledge
    from kg.knowledge.taxonomy import Taxonomy

Properties: TypeAlias = "dict[str, Iterable[str]]"

_AGENTS: Final = {"Person": "Person", "Country": "PublicBody", "Organization": "Organization"}
"""A country acts through its government, which FollowTheMoney calls a public body."""


def write_ftm(
    store: Store,
    stream: IO[bytes],
    knowledge: Knowledge,
    *,
    base: str,  # noqa: ARG001 (as every writer)
) -> None:
    """Write agents, their offices, documents, mentions of agents, and asserted calls and other events.

    The id of an entity is the SHA-1 of its IRI.
    """
    known = nodes(store, knowledge.taxonomy)
    written: set[str] = set()
    for node in known.values():
        for iri, schema, properties in _entities(node, known, knowledge.taxonomy):
            # Several people may have held one post.
            if iri not in written:
                stream.write(_line(iri, schema, properties))
                written.add(iri)


def _line(iri: str, schema: str, properties: Properties) -> bytes:
    values = {name: sorted({value for value in found if value}) for name, found in sorted(properties.items())}
    entity = {"id": _id(iri), "schema": schema, "properties": {name: found for name, found in values.items() if found}}
    return f"{json.dumps(entity, ensure_ascii=False)}\n".encode()


def _id(iri: str) -> str:
    return sha1(iri.encode(), usedforsecurity=False).hexdigest()


def _entities(node: Node, known: Mapping[str, Node], taxonomy: Taxonomy) -> Iterator[tuple[str, str, Properties]]:
    """Yield what FollowTheMoney has of a node: the IRI, the schema and the properties of one entity, two or none."""
    if node.kind in _AGENTS:
        yield node.iri, _AGENTS[node.kind], _agent(node, known)
    elif node.kind == "Document":
        yield node.iri, "Article", _article(node)
    elif node.kind == "Mention":
        yield from _mention(node, known)
    elif node.kind == "Tenure":
        yield from _tenure(node, known)
    elif node.is_a("Event") and f"{KG}Asserted" in node.linked("factuality"):
        call = node.is_a("Call")
        schema, properties = ("Call", _call(node, known)) if call else ("Event", _event(node, known, taxonomy))
        yield node.iri, schema, properties | _stated(node, known)


def _agent(node: Node, known: Mapping[str, Node]) -> Properties:
    return {
        "name": [node.name],
        "alias": node.words(SKOS + "altLabel"),
        "country": _codes([node.iri, *node.linked("represents", "inCountry")], known),
        "wikidataId": [node.wikidata],
    }


def _article(node: Node) -> Properties:
    return {
        "title": [node.first(DCT + "title") or node.name],
        "fileName": node.words(DCT + "identifier"),
        "publishedAt": node.words(DCT + "date"),
        "publisher": node.words(DCT + "publisher"),
        "sourceUrl": node.links.get(SCHEMA + "url", ()),
    }


def _mention(node: Node, known: Mapping[str, Node]) -> Iterator[tuple[str, str, Properties]]:
    agents = [iri for iri in node.linked("refersTo") if iri in known and known[iri].kind in _AGENTS]
    if agents:
        properties: Properties = {
            "document": map(_id, node.linked("document")),
            "name": node.words(KG + "quote"),
            "resolved": map(_id, agents),
            "detectedSchema": [_AGENTS[str(known[iri].kind)] for iri in agents],
        }
        yield node.iri, "Mention", properties


def _tenure(node: Node, known: Mapping[str, Node]) -> Iterator[tuple[str, str, Properties]]:
    """Yield the post, by its name and whose it is, and the time in it."""
    owners = node.linked("of")
    post = ", ".join((node.first(KG + "office"), *(known[iri].name for iri in owners if iri in known)))
    position = f"urn:position:{post}"
    yield position, "Position", {"name": [post], "country": _codes(owners, known)}
    properties: Properties = {
        "holder": map(_id, node.linked("holder")),
        "post": [_id(position)],
        "startDate": node.words(KG + "since"),
        "endDate": node.words(KG + "until"),
    }
    yield node.iri, "Occupancy", properties | _sources(node, known)


def _call(node: Node, known: Mapping[str, Node]) -> Properties:
    """Return the parties: who placed the call and the others where that is told, else everybody at either end."""
    parties, callers = _agents(node, known, "participant"), _agents(node, known, "initiator")
    return {
        "caller": map(_id, callers or parties),
        "receiver": map(_id, [iri for iri in parties if iri not in callers]),
        "duration": [str(int(minutes) * 60) for minutes in node.words(KG + "durationMinutes")],
    }


def _event(node: Node, known: Mapping[str, Node], taxonomy: Taxonomy) -> Properties:
    places = [iri for iri in node.linked("place", "target") if iri in known and known[iri].is_a("Place")]
    weapons = [known[iri].name for iri in node.linked("weapon") if iri in known]
    parts = node.linked("participant", "recipient", "target", "place", "addressee")
    unnamed = [iri for iri in parts if iri in known and known[iri].is_a("UnnamedParticipant")]
    return {
        "name": [node.name],
        "keywords": [taxonomy.labels[node.kind] if node.kind else "", *weapons],
        "summary": [
            *node.words(KG + "quoteText"),
            *(known[iri].name for iri in node.linked("hasFigure") if iri in known),
            *(known[iri].name for iri in unnamed),
        ],
        "involved": map(_id, _agents(node, known, "participant", "recipient", "target", "addressee")),
        "location": [known[iri].name for iri in places],
        "country": _codes([*places, *unnamed], known),
    }


def _stated(node: Node, known: Mapping[str, Node]) -> Properties:
    """Return what is said of calls and other events alike."""
    claimants = [f"according to {known[iri].name}" for iri in node.linked("accordingTo") if iri in known]
    description = "; ".join((node.name, *claimants))
    return {"date": node.words(KG + "date"), "description": [description], **_sources(node, known)}


def _sources(node: Node, known: Mapping[str, Node]) -> Properties:
    mentions = [known[iri] for iri in node.linked("evidence") if iri in known]
    return {"proof": [_id(document) for mention in mentions for document in mention.linked("document")]}


def _agents(node: Node, known: Mapping[str, Node], *roles: str) -> list[str]:
    return [iri for iri in node.linked(*roles) if iri in known and known[iri].kind in _AGENTS]


def _codes(iris: Iterable[str], known: Mapping[str, Node]) -> list[str]:
    """Return the codes, in small letters, of some countries and of those that places and agents lie in."""
    found = [known[iri] for iri in iris if iri in known]
    homes = [known[home] for node in found for home in node.linked("inCountry", "represents") if home in known]
    return [code.lower() for node in (*found, *homes) for code in node.words(KG + "countryCode")]
