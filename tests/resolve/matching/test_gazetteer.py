"""What the words of the reference data match: the longest, with the capitals that make them names."""

from __future__ import annotations

import pytest

from kg.knowledge.reference import Office, Resource
from kg.records import Term
from kg.resolve.matching.gazetteer import Use, countries_of, find_matches, gazetteer_of, lands_of, lookup, people_called
from kg.resolve.matching.pieces import split_pieces
from tests.known import KNOWLEDGE, knowing

LAND = Resource("urn:land", Term("Country"), "Quorland", ("Quorland", "QL"), adjectives=("Quorish",),
                demonyms=("Quor",), country="urn:land", ambiguous=frozenset({"QL"}))  # fmt: skip
CITY = Resource("urn:city", Term("Place"), "Port Quor", ("Port Quor",), country="urn:land")
ROCKET = Resource("urn:rocket", Term("Weapon"), "Zorg-7", ("Zorg-7", "rocket", "A-50", "NSM"))
ANN = Resource("urn:ann", Term("Person"), "Ann Quimby Jr.", ("Ann Quimby Jr.", "The Quim"), family_name="Quimby",
               country="urn:land", offices=(Office("Prime Minister", "urn:land"),))  # fmt: skip
GAZETTEER = gazetteer_of(knowing({one.iri: one for one in (LAND, CITY, ROCKET, ANN)}))


def matches(text: str) -> list[tuple[str, list[tuple[str, Use]]]]:
    return [
        (text[found.start : found.end], [(reading.resource.iri, reading.use) for reading in found.readings])
        for found in find_matches(GAZETTEER, split_pieces(text))
    ]


def words(text: str) -> list[str]:
    return [found for found, _ in matches(text)]


def test_the_longest_match_is_taken_and_what_follows_begins_behind_it() -> None:
    assert matches("in Port Quor of Quorland") == [
        ("Port Quor", [("urn:city", Use.LABEL)]),
        ("Quorland", [("urn:land", Use.LABEL)]),
    ]
    assert matches("a Quor left Port") == [("Quor", [("urn:land", Use.DEMONYM)])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("QUORISH ROCKETS hit", ["QUORISH", "ROCKETS"]),
        ("quorish tea", []),
        ("a Rocket", ["Rocket"]),
        ("ql", []),
        ("QL and Q.L.", ["QL", "Q.L."]),
        ("Zorg 7, Zorg-7 and Zorg7", ["Zorg 7", "Zorg-7"]),
        ("zorg-7", []),
        ("Zorg - 7", []),
        ("an A-50 of A 50 percent", ["A-50"]),
        ("port quor", []),
        ("Port\nQuor", ["Port\nQuor"]),
    ],
)
def test_a_name_keeps_its_capitals_and_may_have_a_hyphen_or_a_space(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_demonyms_and_weapons_have_plurals() -> None:
    assert words("Quors fired rockets and Zorg-7s") == ["Quors", "rockets", "Zorg-7s"]
    ((_, ((_, use),)),) = matches("Quors")
    assert use is Use.DEMONYM


def test_short_acronyms_of_weapons_and_what_the_data_says_are_ambiguous() -> None:
    (acronym,) = lookup(GAZETTEER, ("nsm",))
    (name,) = lookup(GAZETTEER, ("zorg", "7"))
    assert (acronym.ambiguous, name.ambiguous) == (True, False)
    sure, unsure = (find_matches(GAZETTEER, split_pieces(text))[0] for text in ("Quorland", "QL"))
    assert [one.iri for one in countries_of(sure)] == ["urn:land"]
    assert countries_of(unsure) == ()
    assert lands_of(sure) == countries_of(sure)
    assert lands_of(unsure) == ()  # a short name of it is not its own


def test_people_are_called_by_the_last_word_of_their_names_and_no_generation() -> None:
    assert [person.iri for person in people_called(GAZETTEER, "quimby")] == ["urn:ann"]
    assert [person.iri for person in people_called(GAZETTEER, "quim")] == ["urn:ann"]
    assert people_called(GAZETTEER, "jr") == people_called(GAZETTEER, "ann") == ()


def test_holders_are_found_by_the_folded_title_and_what_they_hold_it_of() -> None:
    assert [person.iri for person in GAZETTEER.holders["prime minister", "urn:land"]] == ["urn:ann"]


def test_one_gazetteer_is_made_for_each_knowledge() -> None:
    assert gazetteer_of(KNOWLEDGE) is gazetteer_of(KNOWLEDGE)
    assert gazetteer_of(KNOWLEDGE) is not GAZETTEER
