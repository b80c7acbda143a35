"""How a decision names a node of a graph, so that the words still select it when the graph is built anew.

The IRI of a node that is not in the reference data can change with the next article; names and characters of the
articles do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.explain.finding import NAMES
from kg.knowledge.namespaces import DCT, KG, RDF, SKOS
from kg.records import Span
from kg.selectors import Place, any_of, document_and_name, parts_of, place_of
from kg.store.values import first, short_name, subjects, values

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from pyoxigraph import Store


def is_place(store: Store, words: str) -> bool:
    """Whether the words name mentions or evidence of the graph by document: DOC@120-168, DOC@120-168#Call, DOC#NAME."""
    return all(_names_place(store, part) for part in parts_of(words))


def _names_place(store: Store, part: str) -> bool:
    if place := place_of(part):
        return any(_characters(store, mention) == place.span for mention in _mentions_in(store, place.document))
    if (pair := document_and_name(part)) is None:
        return False
    document, name = pair
    named = {node for label in NAMES for node in _with_literal(store, label, name)}
    return any(not named.isdisjoint(values(store, one, KG + "refersTo")) for one in _mentions_in(store, document))


def _mentions_in(store: Store, document: str) -> Iterator[str]:
    for node in _with_literal(store, DCT + "identifier", document):
        yield from subjects(store, KG + "document", node)


def choose_selector(store: Store, iri: str, reference: Container[str]) -> str:
    """Return the words that select the node: its IRI if `reference` has it, a name that only it has, or characters."""
    if KG + "Event" in values(store, iri, RDF + "type"):
        return any_of(dict.fromkeys(map(str, _event_places(store, iri))))
    if iri in reference:
        return iri
    name = first(store, iri, SKOS + "prefLabel")
    bearers = {node for label in (SKOS + "prefLabel", SKOS + "altLabel") for node in _with_literal(store, label, name)}
    # The next article may have gunmen of its own.
    if bearers == {iri} and KG + "UnnamedParticipant" not in values(store, iri, RDF + "type"):
        return name
    return any_of(map(str, _first_places(store, iri)))


def _event_places(store: Store, iri: str) -> Iterator[Place]:
    """Yield each passage that tells the event, with where it names a party if it tells another event alike."""
    kind = _kind(store, iri)
    for passage in values(store, iri, KG + "evidence"):
        document, span = first(store, passage, KG + "document"), _characters(store, passage)
        near = list(subjects(store, KG + "document", document))
        others = _others_alike(store, iri, [mention for mention in near if _characters(store, mention) == span])
        own = _nodes(store, iri).difference(*(_nodes(store, other) for other in others)) if others else set()
        named = [_characters(store, m) for m in near if not own.isdisjoint(values(store, m, KG + "refersTo"))]
        party = min(named, default=None, key=lambda one: (one.start < span.start or one.end > span.end, one))
        yield Place(first(store, document, DCT + "identifier"), span, kind, party)


def _others_alike(store: Store, iri: str, passages: list[str]) -> set[str]:
    """Return the other events of a class with this one that the passages tell."""
    told = {event for passage in passages for event in subjects(store, KG + "evidence", passage)} - {iri}
    classes = set(values(store, iri, RDF + "type")) - {KG + "Event"}
    return {event for event in told if not classes.isdisjoint(values(store, event, RDF + "type"))}


def _nodes(store: Store, iri: str) -> set[str]:
    quads = store.quads_for_pattern(NamedNode(iri), None, None, None)
    return {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)}


def _characters(store: Store, mention: str) -> Span:
    return Span(int(first(store, mention, KG + "start")), int(first(store, mention, KG + "end")))


def _kind(store: Store, iri: str) -> str:
    """Return the class of an event that its IRI is named after."""
    names = {short_name(kind).casefold(): short_name(kind) for kind in values(store, iri, RDF + "type")}
    return names[iri.split("/")[-2]]


def _first_places(store: Store, iri: str) -> Iterator[Place]:
    """Yield where an entity is first mentioned in each document."""
    found: dict[str, list[Span]] = {}
    for mention in subjects(store, KG + "refersTo", iri):
        document = first(store, first(store, mention, KG + "document"), DCT + "identifier")
        found.setdefault(document, []).append(_characters(store, mention))
    yield from (Place(document, min(spans)) for document, spans in found.items())


def _with_literal(store: Store, predicate: str, text: str) -> set[str]:
    return {
        quad.subject.value
        for quad in store.quads_for_pattern(None, NamedNode(predicate), Literal(text), None)
        if isinstance(quad.subject, NamedNode)
    }
