"""The shapes of kg.ttl and of the lexicon: the shipped files conform, and every rule can fail."""

from __future__ import annotations

import pyshacl
import pytest
from rdflib import Graph

from kg.knowledge.files import shipped_folder
from kg.knowledge.lexicon import FILES
from kg.knowledge.namespaces import KG

PREFIXES = f"""
@prefix kg: <{KG}> .
@prefix lex: <https://w3id.org/newskg/lexicon#> .
@prefix arg: <https://w3id.org/newskg/lexicon/argument#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
SOUND = """
kg:Attack a owl:Class ; rdfs:label "attack"@en ; skos:definition "A use of force."@en .
arg:on-target a kg:SyntacticArgument ; kg:function kg:Oblique ; kg:role kg:target ; kg:marker "on" .
lex:fall-v a kg:EventEntry ; kg:lemma "fall" ; kg:partOfSpeech kg:Verb ;
    kg:evokes kg:Attack ; kg:onlyWith "bomb" ; kg:argument arg:on-target .
lex:maybe-adv a kg:OperatorEntry ; kg:lemma "maybe" ; kg:partOfSpeech kg:Adverb ; kg:gives kg:Possible .
lex:kill-v a kg:FigureEntry ; kg:lemma "kill" ; kg:partOfSpeech kg:Verb ; kg:counts kg:Killed .
"""
BROKEN = [
    ('rdfs:label "attack"@en ; ', "", "has an rdfs:label"),
    (' ; skos:definition "A use of force."@en', "", "has a skos:definition"),
    ('kg:lemma "fall"', 'kg:lemma "fall down upon all of us"', "one to four words"),
    ("kg:partOfSpeech kg:Adverb", "kg:partOfSpeech kg:Word", "one kg:partOfSpeech"),
    ("kg:evokes kg:Attack ; ", "", "kg:evokes one event class"),
    ("kg:argument arg:on-target", "kg:argument arg:nowhere", "at the top of the lexicon"),
    (" ; kg:argument arg:on-target", "", "An event entry has arguments"),
    ('kg:onlyWith "bomb"', 'kg:onlyWith "in the bomb"', "one noun in its base form"),
    (" ; kg:gives kg:Possible", "", "says what it kg:gives"),
    (" ; kg:counts kg:Killed", "", "what its number counts"),
    ("kg:function kg:Oblique", "kg:function kg:Somewhere", "has one kg:function"),
    ("kg:role kg:target ; ", "", "fills one kg:role"),
    (' ; kg:marker "on"', "", "names its prepositions"),
]


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(shipped_folder() / "shapes.lexicon.ttl")


def report(data: Graph, shapes: Graph) -> str:
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    return "" if conforms else str(text)


def test_the_shipped_lexicon_and_its_ontology_conform(shapes: Graph) -> None:
    data = Graph()
    for path in (shipped_folder() / "kg.ttl", *shipped_folder().glob(FILES)):
        data.parse(path)
    assert report(data, shapes) == ""


def test_a_sound_lexicon_conforms(shapes: Graph) -> None:
    assert report(Graph().parse(data=PREFIXES + SOUND), shapes) == ""


@pytest.mark.parametrize(("right", "wrong", "message"), BROKEN, ids=[message for *_, message in BROKEN])
def test_a_broken_rule_is_reported_with_the_remedy(shapes: Graph, right: str, wrong: str, message: str) -> None:
    assert right in SOUND
    assert message in report(Graph().parse(data=PREFIXES + SOUND.replace(right, wrong)), shapes)
