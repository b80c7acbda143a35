from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.knowledge.files import read_sources
from kg.knowledge.namespaces import KG, SKOS
from kg.knowledge.taxonomy import read_taxonomy
from kg.records import Term
from tests.known import KNOWLEDGE

ONTOLOGY = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
kg:Raid a owl:Class ; rdfs:label "raid"@en ; rdfs:subClassOf kg:Attack, <x:Other> .
kg:Attack a owl:Class ; rdfs:label "attack"@en ; rdfs:subClassOf kg:Event, kg:Raid .
kg:Event a owl:Class ; rdfs:label "event"@en ; rdfs:subClassOf skos:Concept .
kg:raider a owl:ObjectProperty ; rdfs:label "raider"@en ; rdfs:subPropertyOf kg:participant .
kg:losses a owl:DatatypeProperty ; rdfs:label "losses"@en .
"""


def test_what_lies_above_a_term_is_found_through_circles(tmp_path: Path) -> None:
    (tmp_path / "kg.ttl").write_text(ONTOLOGY, encoding="utf-8")
    vocabulary = read_taxonomy(read_sources(tmp_path))

    assert vocabulary.lineage(Term("Raid")) == (KG + "Raid", SKOS + "Concept", KG + "Attack", KG + "Event")
    assert vocabulary.lineage(Term("raider")) == (KG + "raider", KG + "participant")
    assert vocabulary.is_a(Term("Raid"), "Event")
    assert not vocabulary.is_a(Term("Event"), "Raid")


def test_relations_are_the_properties_that_hold_nodes(tmp_path: Path) -> None:
    (tmp_path / "kg.ttl").write_text(ONTOLOGY, encoding="utf-8")

    assert read_taxonomy(read_sources(tmp_path)).relations == {"raider"}


def test_an_undeclared_term_is_an_error() -> None:
    with pytest.raises(OntologyError, match=r"kg\.ttl: there is no kg:Nonsense \(declare kg:Nonsense"):
        KNOWLEDGE.taxonomy.lineage(Term("Nonsense"))


def test_the_shipped_ontology_knows_its_own_events() -> None:
    vocabulary = KNOWLEDGE.taxonomy

    assert vocabulary.lineage(Term("Call")) == (KG + "Call", KG + "Conversation", KG + "Event")
    assert {"transferStatus", "medium", "topic"} <= vocabulary.relations
    assert "ordinal" not in vocabulary.relations
