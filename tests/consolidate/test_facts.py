"""What is compared of an entity: by reference data, by a person's name, by the keys of a thing."""

from __future__ import annotations

import pytest

from kg.consolidate.facts import entity_facts, person_facts_of
from kg.records import Entity, Term
from tests.known import KNOWLEDGE

CUSTOMS = KNOWLEDGE.words.names
ID = "https://w3id.org/newskg/id/"
PERU = f"{ID}country/peru"


def keys(kind: str, name: str, *others: str) -> frozenset[str]:
    return frozenset(entity_facts(Entity(Term(kind), name, (name, *others)), CUSTOMS).keys)


def test_reference_data_alone_decide() -> None:
    known = Entity(Term("Organization"), "UN", ("UN", "the world body"), reference=f"{ID}organization/un", country=PERU)
    facts = entity_facts(known, CUSTOMS)
    assert facts == entity_facts(Entity(Term("Organization"), "U.N.", reference=f"{ID}organization/un"), CUSTOMS)
    assert (facts.keys, facts.names, facts.setting, facts.suffices) == ((), (), None, True)


def test_a_person_is_known_by_the_name_taken_apart_and_found_by_its_family_name() -> None:
    full, lone = (entity_facts(Entity(Term("Person"), name, country=PERU), CUSTOMS) for name in ("Ann Low", "Low"))
    assert (full.names[0].words, full.setting) == (("ann", "low"), PERU)
    assert set(lone.keys) <= set(full.keys)
    assert (full.suffices, lone.suffices) == (True, False)


def test_who_is_known_by_reference_is_one_by_a_lone_name() -> None:
    assert entity_facts(Entity(Term("Person"), "Low", reference=f"{ID}person/low"), CUSTOMS).suffices


@pytest.mark.parametrize("private", [True, False, None])
def test_the_work_of_a_person_is_kept_as_told(private: bool | None) -> None:
    assert entity_facts(Entity(Term("Person"), "Ann Low"), CUSTOMS, private=private).private is private


def test_words_for_participants_without_a_name_make_nobody_one() -> None:
    facts = entity_facts(Entity(Term("UnnamedParticipant"), "gunmen", country=PERU), CUSTOMS)
    assert (facts.keys, facts.suffices, facts.setting) == ((), False, PERU)


def test_a_weapon_is_one_in_any_spelling_and_number_and_broader_is_its_setting() -> None:
    assert keys("Weapon", "Foo-7 missiles") == keys("Weapon", "Foo 7 missile") == {"foo7missile"}
    assert keys("Weapon", "Foo-7 glass") == {"foo7glass"}
    weapon = Entity(Term("Weapon"), "Foo-7", broader=f"{ID}weapon/missile", country=PERU)
    assert entity_facts(weapon, CUSTOMS).setting == f"{ID}weapon/missile"


def test_a_body_is_one_with_and_without_its_article() -> None:
    assert keys("Organization", "The Lima Club") == keys("Organization", "Lima Club")
    assert keys("Organization", "Lima Club") != keys("Organization", "Quito Club")


@pytest.mark.parametrize(("name", "short"), [("UNDOF", True), ("Undof", False), ("X", False), ("ABCDEFG", False)])
def test_an_acronym_is_two_to_six_capitals(name: str, *, short: bool) -> None:
    assert bool(entity_facts(Entity(Term("Organization"), name, (name,)), CUSTOMS).acronyms) is short


def test_acronyms_are_among_all_names_of_a_body_and_those_of_weapons_count_for_nothing() -> None:
    body, weapon = (
        Entity(Term(kind), "Lima Ocean Club", ("Lima Ocean Club", "LOC")) for kind in ("Organization", "Weapon")
    )
    assert entity_facts(body, CUSTOMS).acronyms == {"loc"}
    assert not entity_facts(weapon, CUSTOMS).acronyms
    assert keys("Organization", "AA") != keys("Organization", "AAA")


def test_a_body_whose_name_every_country_has_is_none_without_its_country() -> None:
    homeless, lima, own = (
        entity_facts(Entity(Term("Organization"), name, country=country), CUSTOMS)
        for name, country in (("Supreme Court", None), ("Supreme Court", PERU), ("Lima Court", None))
    )
    assert [facts.suffices for facts in (homeless, lima, own)] == [False, True, True]
    assert [facts.common for facts in (homeless, lima, own)] == [True, True, False]


def test_a_person_of_the_reference_data_has_all_names_in_one_order() -> None:
    resource = KNOWLEDGE.reference[f"{ID}person/volodymyr-zelenskyy"]
    facts = person_facts_of(resource, CUSTOMS)
    assert (facts.kind, facts.reference, facts.setting) == ("Person", resource.iri, resource.country)
    assert list(facts.names) == sorted(facts.names, key=lambda name: (name.words, name.suffix or ""))
    assert len(facts.names) > 1
    assert all(entity_facts(Entity(Term("Person"), label), CUSTOMS).keys[0] in facts.keys for label in resource.labels)
