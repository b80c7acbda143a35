"""How a decision names a node of a graph, so that the words still select it when the graph is built anew.

The IRI of a node that is not in the reference data can change with the next article; names and characters of the
articles do not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.explain.finding import NAMES
from kg.explain.triples import first, short_name, subjects, values
from kg.knowledge.namespaces import DCT, KG, RDF, SKOS

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from pyoxigraph import Store

OR = " | "
_PLACE = re.compile(r"(?P<document>.+?)(?:@(?P<start>\d+)-(?P<end>\d+)(?:#\w+(?:@\d+-\d+)?)?|#(?P<name>.+))", re.DOTALL)


def is_place(store: Store, words: str) -> bool:
    """Whether the words name mentions or evidence of the graph by document: DOC@120-168, DOC@120-168#Call, DOC#NAME."""
    return all(_names_place(store, part) for part in words.split(OR))


def _names_place(store: Store, part: str) -> bool:
    match = _PLACE.fullmatch(part)
    if match is None:
        return False
    mentions = [
        mention
        for document in _with_literal(store, DCT + "identifier", match["document"])
        for mention in subjects(store, KG + "document", document)
    ]
    if match["name"] is None:
        span = match["start"], match["end"]
        return any((first(store, one, KG + "start"), first(store, one, KG + "end")) == span for one in mentions)
    named = {node for label in NAMES for node in _with_literal(store, label, match["name"])}
    return any(not named.isdisjoint(values(store, mention, KG + "refersTo")) for mention in mentions)


def choose_selector(store: Store, iri: str, reference: Container[str]) -> str:
    """Return the words that select the node: its IRI if `reference` has it, a name that only it has, or characters."""
    if KG + "Event" in values(store, iri, RDF + "type"):
        return OR.join(sorted(_event_places(store, iri)))
    if iri in reference:
        return iri
    name = first(store, iri, SKOS + "prefLabel")
    bearers = {node for label in (SKOS + "prefLabel", SKOS + "altLabel") for node in _with_literal(store, label, name)}
    if bearers == {iri}:
        return name
    return OR.join(sorted(_first_places(store, iri)))


def _event_places(store: Store, iri: str) -> Iterator[str]:
    """Yield DOC@120-168#Transfer for each passage that tells the event, with @150-158 where it tells another alike."""
    kind = _kind(store, iri)
    for passage in values(store, iri, KG + "evidence"):
        document, (start, end) = first(store, passage, KG + "document"), _characters(store, passage)
        near = list(subjects(store, KG + "document", document))
        others = _others_alike(store, iri, [mention for mention in near if _characters(store, mention) == (start, end)])
        own = _nodes(store, iri).difference(*(_nodes(store, other) for other in others)) if others else set()
        named = [_characters(store, m) for m in near if not own.isdisjoint(values(store, m, KG + "refersTo"))]
        named.sort(key=lambda span: (not (start <= span[0] and span[1] <= end), span))
        party = f"@{named[0][0]}-{named[0][1]}" if named else ""
        yield f"{first(store, document, DCT + 'identifier')}@{start}-{end}#{kind}{party}"


def _others_alike(store: Store, iri: str, passages: list[str]) -> set[str]:
    """Return the other events of a class with this one that the passages tell."""
    told = {event for passage in passages for event in subjects(store, KG + "evidence", passage)} - {iri}
    classes = set(values(store, iri, RDF + "type")) - {KG + "Event"}
    return {event for event in told if not classes.isdisjoint(values(store, event, RDF + "type"))}


def _nodes(store: Store, iri: str) -> set[str]:
    quads = store.quads_for_pattern(NamedNode(iri), None, None, None)
    return {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)}


def _characters(store: Store, mention: str) -> tuple[int, int]:
    return int(first(store, mention, KG + "start")), int(first(store, mention, KG + "end"))


def _kind(store: Store, iri: str) -> str:
    """Return the class of an event that its IRI is named after."""
    names = {short_name(kind).casefold(): short_name(kind) for kind in values(store, iri, RDF + "type")}
    return names[iri.split("/")[-2]]


def _first_places(store: Store, iri: str) -> Iterator[str]:
    """Yield the first mention of an entity in each document, as DOC@start-end."""
    found: dict[str, list[tuple[int, int]]] = {}
    for mention in subjects(store, KG + "refersTo", iri):
        document = first(store, first(store, mention, KG + "document"), DCT + "identifier")
        found.setdefault(document, []).append(_characters(store, mention))
    for document, spans in found.items():
        start, end = min(spans)
        yield f"{document}@{start}-{end}"


def _with_literal(store: Store, predicate: str, text: str) -> set[str]:
    return {
        quad.subject.value
        for quad in store.quads_for_pattern(None, NamedNode(predicate), Literal(text), None)
        if isinstance(quad.subject, NamedNode)
    }
