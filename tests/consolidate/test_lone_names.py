"""Which full name a lone family name goes to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kg.consolidate.lone_names import is_lone, is_person, of_one_country, settle_lone_names
from kg.consolidate.offices import Offices
from kg.records import Member
from tests.consolidate.articles import UK, US, WORLD, person, thing
from tests.consolidate.grouped import people

if TYPE_CHECKING:
    from kg.consolidate.facts import EntityFacts
    from kg.consolidate.groups import Groups
    from kg.records import Entity

SPEAKER = ("house speaker", US)
DAY = date(2025, 7, 4)


def settle(told: tuple[Entity, ...], offices: dict[str, tuple[str, str]]) -> Groups[EntityFacts]:
    groups, found = people(*told)
    held = {Member(document, 0): frozenset({office}) for document, office in offices.items()}
    days = {member.document: DAY for group in found for member in group.members}
    settle_lone_names(groups, Offices(held, days, WORLD.reference), WORLD.words.names)
    return groups


def settled(*told: Entity, **offices: tuple[str, str]) -> list[str]:
    """The documents of each group once lone names have been settled."""
    return ["".join(sorted(group.documents)) for group in settle(told, offices).current()]


def why(*told: Entity, **offices: tuple[str, str]) -> list[str]:
    return [merge.reason for group in settle(told, offices).current() for merge in group.merges]


def test_who_is_a_person_and_who_is_known_by_a_family_name_alone() -> None:
    _, (full, lone, place) = people(person("Mike Johnson"), person("Johnson"), thing("Place", "Johnson"))
    assert [is_person(group) for group in (full, lone, place)] == [True, True, False]
    assert [is_lone(group) for group in (full, lone)] == [False, True]


def test_two_of_one_country_are_told_so_of_both() -> None:
    _, (one, other, british, nowhere) = people(
        person("Ann Low", of=US), person("Bo Ek", of=US), person("Cy Oe", of=UK), person("Di Ax")
    )
    assert of_one_country(one, other)
    assert not of_one_country(one, british)
    assert not of_one_country(nowhere, nowhere)


def test_the_only_full_name_is_taken_and_why() -> None:
    umerov = person("Rustem Umerov", of=UK)
    assert why(umerov, person("Umerov", of=UK)) == ["lone family name, the only one of the country"]
    assert why(umerov, person("Umerov")) == ["lone family name, the only one of the collection"]
    assert why(person("Rustem Umerov"), person("Umerov", of=UK)) == ["lone family name, the only one of the collection"]
    assert why(umerov, person("Umerov", of=US)) == []
    assert why(person("David Lemmon"), person("Lemon")) == []


def test_of_two_the_office_tells_which_and_without_it_none_is_taken() -> None:
    two = person("Mike Johnson", of=US), person("Ron Johnson", of=US)
    lone = person("Johnson", of=US)
    assert settled(*two, lone) == ["a", "b", "c"]
    assert settled(*two, lone, b=SPEAKER, c=SPEAKER) == ["a", "bc"]
    assert why(*two, lone, b=SPEAKER, c=SPEAKER) == ["lone family name, same office"]


def test_the_office_of_a_lone_name_that_was_settled_is_that_of_its_full_name() -> None:
    mike, ron = person("Mike Johnson", of=US), person("Ron Johnson", of=UK)
    # The first Johnson is Mike by his country; the second, of no country, by the office that this one brought.
    assert settled(mike, ron, person("Johnson", of=US), person("Johnson"), c=SPEAKER, d=SPEAKER) == ["acd", "b"]
    assert settled(mike, ron, person("Johnson", of=US), person("Johnson"), d=SPEAKER) == ["ac", "b", "d"]


def test_lone_names_without_a_full_one_are_one_where_the_country_is() -> None:
    assert why(person("Ushakov", of=UK), person("Ushakov", of=UK)) == ["same family name, same country"]
    assert why(person("Ushakov", of=UK), person("Ushakov", of=US)) == []
    assert why(person("Ushakov"), person("Ushakov")) == []


def test_lone_names_that_have_a_full_one_near_are_left_to_it() -> None:
    two = person("Mike Johnson", of=US), person("Ron Johnson", of=US)
    assert why(*two, person("Johnson", of=US), person("Johnson", of=US)) == []
