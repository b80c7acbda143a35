import random
from io import BytesIO

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from kg.errors import GraphError
from kg.knowledge.namespaces import ID, KG, RDF, RDFS, SKOS, XSD
from kg.store.turtle import write_turtle

JOE = NamedNode(ID + "person/joe-biden")
NAME = NamedNode(SKOS + "prefLabel")


def written(triples: list[Triple], **options: str) -> str:
    stream = BytesIO()
    write_turtle(triples, stream, **options)
    return stream.getvalue().decode()


def read(text: str) -> set[Triple]:
    return {quad.triple for quad in parse(text.encode(), RdfFormat.TURTLE)}


def named(*values: object) -> list[Triple]:
    return [Triple(JOE, NAME, value if isinstance(value, NamedNode | Literal) else Literal(value)) for value in values]


TERMS = [
    *(NamedNode(ID + name) for name in ("person/joe-biden", "person/joe-biden-2", "person/1-2", "call/2025_a", "kg/x")),
    *(NamedNode(ID + name) for name in ("person/-odd", "person/a.b", "person/x.", "person/", "a/b/c", "person/é")),
    *(NamedNode(iri) for iri in (KG + "Call", KG + "of", "urn:x-y:z", "http://www.wikidata.org/entity/Q1")),
    NamedNode("https://example.org/a?b=c&d=(e)#f"),
]
EXACT = [
    *(
        Literal(text)
        for text in ("", "a", 'say "so"', "back\\slash", "tab\t", "new\nline", "\r", "\x01\x7f\x85", "é😀")
    ),
    *(Literal(text, language="en-gb") for text in ("lift", 'a "b"')),
    *(Literal(text, datatype=NamedNode(XSD + "integer")) for text in ("0", "12", "-3")),
    *(Literal(text, datatype=NamedNode(XSD + "decimal")) for text in ("0.9", "1.0", "-2.25")),
    Literal("2025-07-04", datatype=NamedNode(XSD + "date")),
    Literal("x", datatype=NamedNode("https://example.org/type.with.dots")),
]
LITERALS = [
    *EXACT,
    *(Literal(text, datatype=NamedNode(XSD + "integer")) for text in ("-0", "01", "+1", "x")),
    *(Literal(text, datatype=NamedNode(XSD + "decimal")) for text in ("1.50", ".5", "1.", "1")),
    *(Literal(text, datatype=NamedNode(XSD + "boolean")) for text in ("true", "1")),
]
# The same examples on every run, and none kept on disk; a busy machine is no failure.
steady = settings(derandomize=True, database=None, deadline=None)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@steady
@given(st.lists(st.tuples(*[st.sampled_from(TERMS)] * 2, st.sampled_from([*TERMS, *LITERALS]) | ANY_TEXT.map(Literal))))
def test_what_is_written_reads_as_the_same_triples(spo: list[tuple[NamedNode, NamedNode, NamedNode | Literal]]) -> None:
    triples = [Triple(*terms) for terms in spo]

    assert read(written(triples)) == set(triples)


def test_rdflib_reads_the_same_triples() -> None:
    triples = [Triple(subject, NAME, value) for subject in TERMS for value in [*TERMS, *EXACT]]
    triples += [Triple(JOE, predicate, JOE) for predicate in TERMS]

    graph = rdflib.Graph().parse(data=written(triples), format="turtle")

    lines = graph.serialize(format="nt", encoding="utf-8")
    assert {quad.triple for quad in parse(lines, RdfFormat.N_TRIPLES)} == set(triples)


@steady
@given(st.randoms(use_true_random=False))
def test_order_and_repetition_of_the_triples_change_no_byte(chance: random.Random) -> None:
    triples = [Triple(subject, NAME, value) for subject in TERMS for value in [*TERMS, *LITERALS]]
    shuffled = [*triples, *chance.sample(triples, 50)]
    chance.shuffle(shuffled)

    assert written(shuffled) == written(triples)


def test_a_subject_reads_top_down_from_its_class_and_its_name() -> None:
    triples = [
        Triple(JOE, NamedNode(KG + "represents"), NamedNode(ID + "country/united-states")),
        *named("Joe Biden"),
        Triple(JOE, NamedNode(SKOS + "altLabel"), Literal("Biden")),
        Triple(JOE, NamedNode(SKOS + "altLabel"), Literal("Mr Biden")),
        Triple(JOE, NamedNode(RDF + "type"), NamedNode(KG + "Person")),
        Triple(JOE, NamedNode(RDFS + "label"), Literal("Joe")),
    ]

    assert written(triples) == (
        "@prefix country: <https://w3id.org/newskg/id/country/> .\n"
        "@prefix kg: <https://w3id.org/newskg/ontology#> .\n"
        "@prefix person: <https://w3id.org/newskg/id/person/> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "\n"
        "person:joe-biden a kg:Person ;\n"
        '    skos:prefLabel "Joe Biden" ;\n'
        '    rdfs:label "Joe" ;\n'
        '    skos:altLabel "Biden", "Mr Biden" ;\n'
        "    kg:represents country:united-states .\n"
    )


def test_a_subject_comes_before_those_that_its_iri_begins() -> None:
    lines = written([Triple(NamedNode(f"{ID}call/{name}"), NAME, JOE) for name in ("a-b", "a", "a0")]).splitlines()

    assert [line.split()[0] for line in lines if line.startswith("call:")] == ["call:a", "call:a-b", "call:a0"]


def test_long_lists_take_a_line_for_each_value() -> None:
    text = written(named(*(f"{name} {name * 30}" for name in "abcd")))

    assert f'skos:prefLabel\n        "a {"a" * 30}",\n        "b {"b" * 30}",\n' in text


@pytest.mark.parametrize("name", ["a.b", "a/b", "a%20b", "a~b", "é", "-a", "a:b", "(a)"])
def test_names_that_need_care_are_written_as_full_iris(name: str) -> None:
    assert f"<{ID}person/{name}>" in written([Triple(NamedNode(f"{ID}person/{name}"), NAME, JOE)])


def test_no_prefixed_name_holds_a_backslash() -> None:
    triples = [Triple(subject, NAME, value) for subject in TERMS for value in TERMS]

    assert "\\" not in written(triples)


@pytest.mark.parametrize(
    ("literal", "turtle"),
    [
        (Literal("12", datatype=NamedNode(XSD + "integer")), "12"),
        (Literal("012", datatype=NamedNode(XSD + "integer")), '"012"^^xsd:integer'),
        (Literal("0.9", datatype=NamedNode(XSD + "decimal")), "0.9"),
        (Literal("0.90", datatype=NamedNode(XSD + "decimal")), '"0.90"^^xsd:decimal'),
        (Literal('"\n\\\x00\x85'), r'"\"\n\\\u0000\u0085"'),
    ],
)
def test_literals_are_short_where_that_is_canonical(literal: Literal, turtle: str) -> None:
    assert f"prefLabel {turtle} .\n" in written(named(literal))


def test_another_base_gets_the_short_names() -> None:
    text = written(
        [Triple(NamedNode("https://news.example/kg/person/joe"), NAME, JOE)], base="https://news.example/kg/"
    )

    assert "person:joe skos:prefLabel <https://w3id.org/newskg/id/person/joe-biden> ." in text


def test_nothing_is_written_for_nothing() -> None:
    assert written([]) == ""


@pytest.mark.parametrize("triple", [Triple(BlankNode("a"), NAME, JOE), Triple(JOE, NAME, BlankNode("a"))])
def test_a_blank_node_is_refused(triple: Triple) -> None:
    with pytest.raises(GraphError, match=r"blank node .*\(give every node an IRI"):
        written([triple])
