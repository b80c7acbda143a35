"""Every syntax of RDF says the same: to pyoxigraph, to rdflib, and to kg itself."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.errors import GraphError
from kg.export import FORMATS, format_named, write_stream
from kg.knowledge.namespaces import ID, KG, RDF, SKOS, XSD
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from pathlib import Path

SYNTAXES = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
RDFLIB = {"ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
PROVENANCE = ("/graph/", "/software/")
NAME = NamedNode(SKOS + "prefLabel")
TERMS = [
    *(
        NamedNode(ID + name)
        for name in ("person/joe-biden", "person/a.b", "person/", "a/b/c", "person/é", "call/2025_a")
    ),
    *(NamedNode(iri) for iri in (KG + "Call", KG + "of", "urn:x-y:z", "https://example.org/a?b=c&d=(e)#f")),
]
LITERALS = [
    *(Literal(text) for text in ("", "a < b & c > d", 'say "so"', "back\\slash", "tab\t", "new\nline\r", "é😀", " ")),
    *(Literal(text, language="en-gb") for text in ("lift", 'a "b"')),
    *(Literal(text, datatype=NamedNode(XSD + "integer")) for text in ("0", "-3", "9007199254740993")),
    *(Literal(text, datatype=NamedNode(XSD + "decimal")) for text in ("1.0", "0.25", "-2.0")),
    Literal("true", datatype=NamedNode(XSD + "boolean")),
    Literal("2025-07-04", datatype=NamedNode(XSD + "date")),
    Literal("2025-07", datatype=NamedNode(XSD + "gYearMonth")),
    Literal("PT1H30M", datatype=NamedNode(XSD + "duration")),
    Literal("x", datatype=NamedNode("https://example.org/type#1")),
]
KNOWN = [NAME, *(NamedNode(KG + name) for name in ("date", "participant", "confidence", "start", "quote", "duration"))]


def written(store: Store, name: str) -> bytes:
    stream = BytesIO()
    write_stream(store, format_named(name), stream, KNOWLEDGE)
    return stream.getvalue()


def told(text: bytes, syntax: RdfFormat) -> set[Triple]:
    """Return what a file says of the news: what its named graphs say of themselves is left out."""
    found = {quad.triple for quad in parse(text, syntax)}
    return {triple for triple in found if not any(part in triple.subject.value for part in PROVENANCE)}


def store_of(triples: list[Triple]) -> Store:
    store = Store()
    store.extend(Quad(*triple) for triple in triples)
    return store


@pytest.mark.parametrize("name", SYNTAXES)
def test_pyoxigraph_reads_the_same_triples(store: Store, triples: set[Triple], name: str) -> None:
    assert told(written(store, name), SYNTAXES[name]) == triples


@pytest.mark.parametrize("name", SYNTAXES)
@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(TERMS), st.sampled_from(KNOWN), st.sampled_from([*TERMS, *LITERALS])), max_size=12
    )
)
def test_any_term_reads_as_it_was(name: str, spo: list[tuple[NamedNode, NamedNode, NamedNode | Literal]]) -> None:
    triples = [Triple(*terms) for terms in spo]

    assert told(written(store_of(triples), name), SYNTAXES[name]) == set(triples)


@pytest.mark.filterwarnings("ignore:.* is deprecated, use Dataset:DeprecationWarning")  # rdflib 7 warns of itself
@pytest.mark.parametrize("name", SYNTAXES)
def test_rdflib_reads_the_same_triples(store: Store, triples: set[Triple], name: str) -> None:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=written(store, name), format=RDFLIB.get(name, name))
    lines = rdflib.Graph()
    for subject, predicate, value, _ in dataset.quads():
        lines.add((subject, predicate, value))

    assert told(lines.serialize(format="nt", encoding="utf-8"), RdfFormat.N_TRIPLES) == triples


@pytest.mark.parametrize("name", [form.name for form in FORMATS if form.write])
def test_the_bytes_do_not_depend_on_the_order_of_the_triples(store: Store, triples: set[Triple], name: str) -> None:
    backwards = store_of(sorted(triples, key=str, reverse=True))

    assert written(backwards, name) == written(store, name)


@pytest.mark.parametrize("name", ["turtle", "ntriples", "trig", "nquads", "rdfxml"])
def test_a_format_read_back_and_written_again_has_the_same_bytes(store: Store, name: str) -> None:
    first = written(store, name)
    again = Store()
    again.load(first, SYNTAXES[name])

    assert written(again, name) == first


def test_turtle_is_what_a_build_writes(store: Store, sample: Path) -> None:
    assert written(store, "turtle") == sample.read_bytes()


def test_json_ld_is_plain_json_with_short_names_and_its_context(store: Store) -> None:
    whole = json.loads(written(store, "jsonld"))

    assert whole["@context"]["kg"] == KG
    nodes = {node["@id"]: node for node in whole["@graph"]}
    call = nodes["call/2025-07-04-ann-able-bob-bright"]
    assert call["@type"] == ["kg:Call", "kg:Conversation", "kg:Event"]
    assert call["kg:participant"] == ["person/ann-able", "person/bob-bright"]
    assert call["kg:durationMinutes"] == 40
    assert call["kg:date"] == {"@value": "2025-07-04", "@type": "xsd:date"}


def test_json_ld_of_another_base_is_relative_to_it() -> None:
    base = "https://news.example/kg/"
    kind = Triple(NamedNode(f"{base}document/a"), NamedNode(RDF + "type"), NamedNode(KG + "Document"))
    whole = json.loads(written(store_of([kind]), "jsonld"))

    assert whole["@context"]["@base"] == base
    assert whole["@graph"] == [{"@id": "document/a", "@type": ["kg:Document"]}]


def test_what_xml_can_not_hold_is_told_with_the_remedy() -> None:
    with pytest.raises(GraphError, match=r"XML has no character U\+0001 \(export as turtle"):
        written(store_of([Triple(TERMS[0], NAME, Literal("\x01"))]), "rdfxml")
    with pytest.raises(GraphError, match="XML can not name this property"):
        written(store_of([Triple(TERMS[0], NamedNode("https://example.org/1"), Literal("x"))]), "rdfxml")


@pytest.mark.parametrize("name", SYNTAXES)
def test_no_syntax_has_a_byte_order_mark_or_a_blank_node(store: Store, name: str) -> None:
    text = written(store, name)

    assert not text.startswith(b"\xef\xbb\xbf")
    assert b"_:" not in text
    assert b"nodeID" not in text
