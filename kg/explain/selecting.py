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
from kg.schema.namespaces import DCT, KG, RDF, SKOS
from kg.schema.reference import load_reference

if TYPE_CHECKING:
    from pyoxigraph import Store

OR = " | "
_PLACE = re.compile(r"(?P<document>.+?)(?:@(?P<start>\d+)-(?P<end>\d+)(?:#\w+)?|#(?P<name>.+))", re.DOTALL)


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


def choose_selector(store: Store, iri: str) -> str:
    """Return the words that select the node: its reference IRI, a name that no other node has, or its characters."""
    if KG + "Event" in values(store, iri, RDF + "type"):
        return OR.join(sorted(f"{place}#{_kind(store, iri)}" for place in _places(store, iri, evidence=True)))
    if iri in load_reference():
        return iri
    name = first(store, iri, SKOS + "prefLabel")
    bearers = {node for label in (SKOS + "prefLabel", SKOS + "altLabel") for node in _with_literal(store, label, name)}
    if bearers == {iri}:
        return name
    return OR.join(sorted(_places(store, iri, evidence=False)))


def _kind(store: Store, iri: str) -> str:
    """Return the class of an event that its IRI is named after."""
    names = {short_name(kind).casefold(): short_name(kind) for kind in values(store, iri, RDF + "type")}
    return names[iri.split("/")[-2]]


def _places(store: Store, iri: str, *, evidence: bool) -> set[str]:
    """Return where a node is told of, as DOC@start-end: its evidence, or its first mention in each document."""
    mentions = values(store, iri, KG + "evidence") if evidence else subjects(store, KG + "refersTo", iri)
    found: dict[str, set[tuple[int, int]]] = {}
    for mention in mentions:
        document = first(store, first(store, mention, KG + "document"), DCT + "identifier")
        span = int(first(store, mention, KG + "start")), int(first(store, mention, KG + "end"))
        found.setdefault(document, set()).add(span)
    return {
        f"{document}@{start}-{end}"
        for document, spans in found.items()
        for start, end in (spans if evidence else {min(spans)})
    }


def _with_literal(store: Store, predicate: str, text: str) -> set[str]:
    return {
        quad.subject.value
        for quad in store.quads_for_pattern(None, NamedNode(predicate), Literal(text), None)
        if isinstance(quad.subject, NamedNode)
    }
