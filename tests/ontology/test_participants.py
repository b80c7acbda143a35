"""Kinds of participants without a name: one tree, words for every kind, and the shape of who bears them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, Store

from kg.knowledge.namespaces import ID, KG, RDF, SKOS
from kg.knowledge.participants import Part
from kg.records import Term
from kg.validate import validate
from tests.known import KNOWLEDGE, load_graph

if TYPE_CHECKING:
    from pathlib import Path

PARTICIPANT = ID + "participant/"
GRAPH = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://w3id.org/newskg/id/test/> .
:doc a kg:Document ; dct:identifier "doc" .
:told a kg:Mention ; kg:document :doc ; kg:start 0 ; kg:end 31 ; kg:quote "Three gunmen attacked Town." ;
    kg:rule "attack-v" .
:words a kg:Mention ; kg:document :doc ; kg:start 0 ; kg:end 12 ; kg:quote "Three gunmen" ; kg:rule "described" ;
    kg:refersTo :gunmen .
:attack a kg:Attack, kg:Event ; kg:evidence :told ; kg:factuality kg:Asserted ; kg:confidence 0.9 ;
    kg:attacker :gunmen ; kg:participant :gunmen ; kg:target :town .
:gunmen a kg:UnnamedParticipant, kg:Entity ; skos:prefLabel "gunmen" ; kg:described :kind ; kg:count 3 .
:kind a kg:ParticipantKind, skos:Concept ; skos:prefLabel "attacker"@en .
:town a kg:Place, kg:Entity ; skos:prefLabel "Town" .
"""


@pytest.fixture(scope="module")
def store() -> Store:
    return load_graph("participants.ttl", "en/participants.ttl")


def of(store: Store, predicate: str) -> list[tuple[str, str]]:
    """Return subject and value of every triple with the predicate, the subject without the namespace of kinds."""
    found = store.quads_for_pattern(None, NamedNode(predicate), None, None)
    return [(quad.subject.value.removeprefix(PARTICIPANT), quad.object.value) for quad in found]


def kinds(store: Store) -> set[str]:
    return {kind for kind, name in of(store, RDF + "type") if name == KG + "ParticipantKind"}


def above(store: Store, kind: str) -> set[str]:
    broader = {low: high.removeprefix(PARTICIPANT) for low, high in of(store, SKOS + "broader")}
    found = [kind]
    while found[-1] in broader:
        found.append(broader[found[-1]])
    return set(found)


def test_every_kind_has_words_and_every_word_a_kind(store: Store) -> None:
    assert {kind for kind, _ in of(store, KG + "headNoun")} == kinds(store)


def test_a_head_noun_names_one_kind(store: Store) -> None:
    bearers = Counter(noun for _, noun in of(store, KG + "headNoun"))
    assert [noun for noun, count in bearers.items() if count > 1] == []
    assert len(bearers) >= 1500


def test_what_is_called_ambiguous_is_a_head_noun_of_the_kind(store: Store) -> None:
    assert set(of(store, KG + "ambiguous")) <= set(of(store, KG + "headNoun"))


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("gunman", "armed-people"),
        ("insurgent", "armed-group"),
        ("soldier", "security-force"),
        ("policeman", "police"),
        ("lawmaker", "official"),
        ("prime minister", "leader"),
        ("child", "civilian"),
        ("reporter", "journalist"),
        ("paramedic", "medic"),
        ("detainee", "prisoner"),
        ("convoy", "conveyance"),
        ("tanker", "ship"),
        ("oil depot", "energy-facility"),
        ("apartment building", "home"),
        ("checkpoint", "military-site"),
        ("mosque", "building"),
        ("police station", "police-station"),
        ("village", "settlement"),
        ("refugee camp", "area"),
        ("government", "body"),
    ],
)
def test_a_noun_stands_under_its_kind(store: Store, noun: str, kind: str) -> None:
    bearer = next(bearer for bearer, word in of(store, KG + "headNoun") if word == noun)
    assert kind in above(store, bearer)


@pytest.mark.parametrize("noun", ["wounded", "dead", "report", "winner"])
def test_what_takes_no_part_in_events_is_no_head_noun(store: Store, noun: str) -> None:
    assert noun not in {word for _, word in of(store, KG + "headNoun")}


@pytest.mark.parametrize("noun", ["election", "peace treaty", "talk"])
def test_what_people_enter_by_their_word_is_left_by_no_forces(noun: str) -> None:
    kinds = KNOWLEDGE.participants
    kind = kinds.named(noun.split())
    assert kinds.of(noun.split()) is None
    assert kind is not None
    assert kinds.excludes(kind.iri, Part.SOURCE, (Term("Withdrawal"),))
    assert not kinds.excludes(kind.iri, Part.AGENT, (Term("Attack"),))


@pytest.mark.parametrize("noun", ["dog", "dollar", "cold front", "boiler"])
def test_a_thing_is_of_a_kind_that_takes_no_role(noun: str) -> None:
    kinds = KNOWLEDGE.participants
    assert kinds.of(noun.split()) is None
    kind = kinds.named(noun.split())
    assert kind is not None
    assert kinds.is_a(kind.iri, PARTICIPANT + "thing")
    assert kinds.excludes(kind.iri, Part.AGENT, (Term("Airstrike"), Term("Attack")))
    assert not kinds.excludes(kind.iri, Part.AGENT, (Term("Meeting"),))


def findings(folder: Path, before: str = "", after: str = "") -> list[str]:
    assert before in GRAPH
    (folder / "graph.ttl").write_text(GRAPH.replace(before, after) if before else GRAPH, encoding="utf-8")
    return [f"{finding.node}: {finding.message}" for finding in validate(folder / "graph.ttl")]


def test_an_event_of_the_unnamed_breaks_no_shape(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('skos:prefLabel "gunmen" ; ', "", "exactly one skos:prefLabel"),
        (" ;\n    kg:refersTo :gunmen", "", "at least one kg:Mention"),
        ("kg:attacker :gunmen ; kg:participant :gunmen ; ", "", "exactly one event"),
        (
            ":town a",
            ":other a kg:Attack, kg:Event ; kg:evidence :told ; kg:factuality kg:Asserted ; kg:confidence 0.9 ;\n"
            "    kg:participant :town ; kg:target :gunmen .\n:town a kg:Country, ",
            "exactly one event",
        ),
        ("kg:count 3", 'kg:count "three"', "one integer from 0"),
        ("kg:count 3", "kg:min 3 ; kg:max 2", "not more than its kg:max"),
        ("kg:described :kind", "kg:described :town", "at most one kind"),
    ],
)
def test_a_broken_rule_is_reported(tmp_path: Path, before: str, after: str, message: str) -> None:
    assert any(message in finding for finding in findings(tmp_path, before, after))
