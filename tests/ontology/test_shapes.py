"""The shapes of the reference files: the shipped files conform, and every rule can fail."""

from __future__ import annotations

import pyshacl
import pytest
from rdflib import Graph

from kg.knowledge.files import shipped_folder
from kg.knowledge.reference import FILES

PREFIXES = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix weapon: <https://w3id.org/newskg/id/weapon/> .
@prefix participant: <https://w3id.org/newskg/id/participant/> .
@prefix scheme: <https://w3id.org/newskg/id/> .
@prefix : <https://w3id.org/newskg/id/test/> .
"""

COUNTRY = """
:land a kg:Country ; skos:prefLabel "Land"@en ; kg:countryCode "LD" ; kg:alpha3 "LND" ;
    owl:sameAs wd:Q1 ; skos:exactMatch wd:Q1 .
"""
PERSON = """
:ann a kg:Person ; skos:prefLabel "Ann Ito"@en ; kg:familyName "Ito" .
:term a kg:Tenure ; kg:holder :ann ; kg:office "president" ; kg:of :land ; kg:since "2020-01-01"^^xsd:date .
"""
WEAPON = 'weapon:weapon a kg:Weapon ; skos:prefLabel "weapon"@en .\n'
KIND = """
participant:people a kg:ParticipantKind ; skos:prefLabel "people"@en ; skos:definition "Human beings."@en ;
    skos:inScheme scheme:participant ; skos:topConceptOf scheme:participant ; kg:headNoun "person" .
participant:child a kg:ParticipantKind ; skos:prefLabel "children"@en ; skos:definition "Young people."@en ;
    skos:inScheme scheme:participant ; skos:broader participant:people ; kg:headNoun "child" .
"""
TANK = 'weapon:tank a kg:Weapon ; skos:prefLabel "tank"@en ; skos:broader weapon:weapon .\n'
SOUND = COUNTRY + PERSON + WEAPON + TANK + KIND
READ = (*FILES, "participants.ttl", "en/participants.ttl")


@pytest.fixture(scope="session")
def shapes() -> Graph:
    return Graph().parse(shipped_folder() / "shapes.ontology.ttl")


def report(data: Graph, shapes: Graph) -> str:
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    return "" if conforms else str(text)


def test_the_shipped_reference_files_conform(shapes: Graph) -> None:
    data = Graph()
    for name in READ:
        data.parse(shipped_folder() / name)
    assert report(data, shapes) == ""


def test_a_sound_file_conforms(shapes: Graph) -> None:
    assert report(Graph().parse(data=PREFIXES + SOUND), shapes) == ""


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('"Land"@en', '"Land"', "exactly one skos:prefLabel"),
        ('"Land"@en', '"Land"@en, "Country"@en', "exactly one skos:prefLabel"),
        ('kg:countryCode "LD" ;', "", "exactly one kg:countryCode"),
        ('kg:alpha3 "LND"', 'kg:alpha3 "lnd"', "three capital letters"),
        ("owl:sameAs wd:Q1 ;", "owl:sameAs wd:Q2 ;", "the same single Wikidata entity"),
        ('kg:countryCode "LD"', 'kg:countryCode "LD" ; kg:capital :nowhere', "one place of places.ttl"),
        ('kg:familyName "Ito" ', "kg:familyName 7 ", "exactly one kg:familyName"),
        ("kg:holder :ann", "kg:holder :land", "a person of leaders.ttl"),
        ("kg:of :land", "kg:of :elsewhere", "one country or organization"),
        ('kg:office "president" ;', "", "exactly one kg:office"),
        ("kg:of :land", 'kg:of :land ; kg:until "2019-12-31"^^xsd:date', "not after kg:until"),
        ('"tank"@en ; skos:broader weapon:weapon', '"tank"@en', "reaches weapon:weapon"),
        ("skos:broader weapon:weapon", "skos:broader weapon:weapon, :land", "names a weapon"),
        ("skos:broader weapon:weapon", "skos:broader weapon:weapon, weapon:tank", "not broader than itself"),
        ("skos:broader weapon:weapon", 'skos:broader weapon:weapon ; kg:headNoun "Battle tank"', "one word"),
        ('skos:prefLabel "children"@en ; ', "", "exactly one skos:prefLabel"),
        ('skos:definition "Young people."@en ;', "", "exactly one skos:definition"),
        ("skos:inScheme scheme:participant ; skos:broader", "skos:broader", "in the scheme"),
        ("skos:broader participant:people", "skos:broader :land", "one kind of participants.ttl"),
        (" ; skos:broader participant:people", "", "reaches a top concept"),
        ('kg:headNoun "child"', 'kg:headNoun "The Child"', "a noun in small letters"),
    ],
)
def test_a_broken_rule_is_reported_with_the_remedy(shapes: Graph, right: str, wrong: str, message: str) -> None:
    assert right in SOUND
    assert message in report(Graph().parse(data=PREFIXES + SOUND.replace(right, wrong)), shapes)
