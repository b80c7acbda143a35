"""Which known person a name means: by spelling, by offices, by the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.knowledge.reference import Office as Held
from kg.knowledge.reference import Resource
from kg.records import Term
from kg.resolve.names.spans import Name, make_name
from kg.resolve.offices.phrases import Office
from kg.resolve.persons.leaders import (
    country_on_day,
    holds_office_now,
    in_office,
    is_leaders_name,
    known_by_one_word,
    known_person,
    label_parts,
    never_led,
    same_full_name,
)
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE, knowing
from tests.resolve.contexts import context_of

CUSTOMS = KNOWLEDGE.words.names
NORTH, SOUTH = "urn:north", "urn:south"
EARLY, DAY, LATE = date(2011, 1, 1), date(2021, 1, 1), date(2031, 1, 1)


def person(iri: str, *labels: str, of: str = NORTH, offices: tuple[Held, ...] = (), linked: bool = True) -> Resource:
    matches = ("http://www.wikidata.org/entity/Q1",) if linked else ()
    family = labels[0].removesuffix(" Jr.").split()[-1]
    return Resource(
        iri, Term("Person"), labels[0], labels, family_name=family, country=of, offices=offices, matches=matches
    )


FIRST = Held("president", NORTH, date(2010, 1, 1), date(2014, 12, 31))
SECOND = Held("president", NORTH, date(2020, 1, 1))
MINISTER = Held("foreign minister", SOUTH, date(2020, 1, 1))
ELDER = person("urn:elder", "Ann H. W. Quimby", offices=(FIRST,))
YOUNGER = person("urn:younger", "Ann W. Quimby", offices=(SECOND,))
OTHER = person("urn:other", "Bob Quimby", of=SOUTH, offices=(MINISTER,))
OBSCURE = person("urn:obscure", "Cy Zorg", linked=False)
BLIX = person("urn:blix", "Dora Blix Jr.", "The Blix")
HERE = person("urn:here", "Eve Blum", "Blumo")
THERE = person("urn:there", "Eve Blum", of=SOUTH, offices=(MINISTER,))
LANDS = tuple(
    Resource(iri, Term("Country"), name, (name,), country=iri)
    for iri, name in ((NORTH, "Northland"), (SOUTH, "Southland"))
)
FATHER = person("urn:father", "Ivo Narr", offices=(FIRST,))
SON = person("urn:son", "Jan Ivo Narr", offices=(SECOND,))
KNOWN = knowing({one.iri: one for one in (ELDER, YOUNGER, OTHER, OBSCURE, BLIX, HERE, THERE, FATHER, SON, *LANDS)})
OF_NORTH, OF_SOUTH = LANDS


def name(*parts: str, generation: str | None = None) -> Name:
    return Name(0, len(parts), parts, generation, "test")


def office(head: str, of: Resource | None = None, *, former: bool = False, counterpart: bool = False) -> Office:
    return Office(head, head, of, 0, 1, former, counterpart)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("ann quimby", "ann quimby", True),
        ("ann quimby", "bea quimby", False),
        ("sergei lavrov", "sergey lavrov", True),
        ("xi jinping", "jinping xi", True),
        ("ann w quimby", "ann quimby", True),
        ("ann w quimby", "ann h w quimby", False),
        ("ann w quimby", "ann h quimby", False),
        ("ann walda quimby", "ann hilda walda quimby", True),
        ("ann w quimby", "ann walda quimby", True),
        ("ann h quimby", "ann walda quimby", False),
        ("ann wilma quimby", "ann walda quimby", False),
        ("lopez obrador", "andres manuel lopez obrador", True),
        ("mohammed salman", "mohammed bin salman saud", True),
        ("bea salman", "mohammed bin salman saud", False),
        ("mohammed saud salman", "mohammed salman saud", True),
        ("mohammed zorg", "mohammed bin salman saud", False),
    ],
)
def test_two_full_names_are_one_up_to_what_may_be_left_out(left: str, right: str, *, same: bool) -> None:
    names = name(*left.split()), name(*right.split())
    assert same_full_name(*names, CUSTOMS) is same
    assert same_full_name(*reversed(names), CUSTOMS) is same


def test_father_and_son_are_two() -> None:
    assert not same_full_name(name("ann", "quimby", generation="jr"), name("ann", "quimby"), CUSTOMS)


def known(text: str, *offices: Office, day: date | None = DAY) -> str | None:
    """Return whom the full name that is the text means."""
    context = context_of(unparsed(text), day, KNOWN)
    found = make_name(context, 0, len(context.pieces), "test")
    assert found is not None
    resource = known_person(context, [found], offices)
    return None if resource is None else resource.iri


def test_a_middle_name_tells_namesakes_apart_and_without_it_the_day_does() -> None:
    assert known("Ann W. Quimby") == YOUNGER.iri
    assert known("Ann H. W. Quimby") == ELDER.iri
    assert known("Ann Quimby", day=DAY) == YOUNGER.iri
    assert known("Ann Quimby", day=EARLY) == ELDER.iri
    assert known("Ann Quimby", day=date(2017, 1, 1)) is None
    assert known("Ann Quimby", day=None) == YOUNGER.iri
    assert known("Zed Quimby") is None


def test_a_whole_name_is_not_a_part_of_a_longer_one_whoever_serves() -> None:
    assert [known("Ivo Narr", day=day) for day in (EARLY, DAY, None)] == [FATHER.iri] * 3
    assert known("Jan Ivo Narr", day=EARLY) == SON.iri


def test_a_generation_may_be_dropped_and_is_never_added() -> None:
    assert known("Dora Blix") == BLIX.iri
    assert known("Dora Blix Sr.") is None
    assert known("Ann W. Quimby Jr.") is None


def test_the_offices_of_the_text_choose_before_the_day() -> None:
    assert known("Ann Quimby", office("president"), day=EARLY) == ELDER.iri
    assert known("Ann Quimby", office("president", former=True), day=DAY) == YOUNGER.iri


def test_of_two_of_one_name_the_country_goes_before_the_office_and_that_before_who_serves() -> None:
    assert known("Eve Blum") == THERE.iri
    assert known("Eve Blum", office("king", OF_NORTH)) == HERE.iri
    assert known("Eve Blum", office("king", OF_SOUTH)) == THERE.iri
    assert known("Eve Blum", office("foreign minister", OF_NORTH)) == HERE.iri
    assert known("Eve Blum", day=EARLY) is None
    assert known("Eve Blum", office("foreign minister"), day=EARLY) is None


def test_whom_the_text_gives_another_country_and_office_is_somebody_else_of_that_name() -> None:
    assert known("Ann W. Quimby", office("general", OF_SOUTH)) is None
    assert known("Ann W. Quimby", office("general", OF_NORTH)) == YOUNGER.iri
    assert known("Ann W. Quimby", office("president", OF_SOUTH)) == YOUNGER.iri
    assert known("Ann W. Quimby", office("envoy", OF_SOUTH)) == YOUNGER.iri
    assert known("Bob Quimby", office("defence minister", OF_NORTH)) is None
    assert known("Bob Quimby", office("foreign minister", OF_NORTH), office("general", OF_NORTH)) == OTHER.iri


def test_the_countries_in_the_words_of_a_profession_speak_against_a_namesake() -> None:
    context = context_of(unparsed("Southland striker Ann W. Quimby"), DAY, KNOWN)
    found = make_name(context, 2, len(context.pieces), "test")
    assert found is not None
    striker = Office("striker", "striker", None, 0, 2, former=False, counterpart=False)
    assert known_person(context, [found], [striker]) is None
    assert known_person(context, [found], [replace(striker, first=1)]) == YOUNGER


def test_who_has_led_a_state_is_no_mayor_afterwards_and_may_have_been_one_before() -> None:
    assert known("Ann W. Quimby", office("mayor"), day=LATE) is None
    assert known("Ann W. Quimby", office("mayor"), day=EARLY) == YOUNGER.iri
    assert known("Ann W. Quimby", office("mayor", former=True), day=LATE) == YOUNGER.iri
    assert known("Bob Quimby", office("mayor"), day=LATE) == OTHER.iri


def one(text: str, *offices: Office, day: date | None = DAY, first: int = 0) -> str | None:
    """Return whom the word at a piece of the text means."""
    context = context_of(unparsed(text), day, KNOWN)
    found = make_name(context, first, first + 1, "test")
    assert found is not None
    resource = known_by_one_word(context, found, offices)
    return None if resource is None else resource.iri


def test_a_lone_family_name_is_whose_office_it_has() -> None:
    assert one("Quimby", office("president")) == YOUNGER.iri
    assert one("Quimby", office("foreign minister")) == OTHER.iri
    assert one("Quimby", office("president", OF_SOUTH)) is None
    assert one("Quimby", office("minister", OF_SOUTH)) == OTHER.iri
    assert one("Quimby", office("king")) is None
    assert one("Quimby") is None
    assert one("Quimby", day=EARLY) == ELDER.iri
    assert one("Blix") == BLIX.iri
    assert one("Blix", office("president")) is None
    assert one("Blix", office("leader")) == BLIX.iri


def test_a_lone_name_means_somebody_obscure_only_where_the_country_is_named() -> None:
    assert one("Zorg left") is None
    assert one("Zorg left Northland") == OBSCURE.iri
    assert one("Zorg left Southland") is None


def test_a_label_of_one_word_is_whose_it_is_and_a_son_is_no_known_father() -> None:
    assert one("Blumo left") == HERE.iri
    context = context_of(unparsed("Quimby left"), EARLY, KNOWN)
    father, son = (Name(0, 1, ("quimby",), generation, "test") for generation in (None, "jr"))
    assert known_by_one_word(context, father, ()) == ELDER
    assert known_by_one_word(context, son, ()) is None


def test_an_office_that_somebody_never_held_speaks_against_him_and_a_former_one_does_not() -> None:
    assert one("Blix", office("king")) is None
    assert one("Blix", office("king", former=True)) == BLIX.iri
    assert one("Blix", office("counterpart")) == BLIX.iri


def test_a_lone_given_name_is_nobody() -> None:
    assert one("Cy left Northland") is None


def test_who_never_led_is_not_meant_by_the_office_of_a_leader() -> None:
    context = context_of(unparsed("x"), DAY, KNOWN)
    assert never_led(context, OTHER, [office("president")])
    assert not never_led(context, OTHER, [office("president", former=True)])
    assert not never_led(context, OTHER, [office("president", counterpart=True)])
    assert not never_led(context, OTHER, [office("foreign minister")])
    assert not never_led(context, YOUNGER, [office("president")])


def test_an_office_is_held_on_a_day_and_without_one_if_it_has_no_end() -> None:
    now, undated = context_of(unparsed("x"), DAY, KNOWN), context_of(unparsed("x"), None, KNOWN)
    assert (in_office(now, YOUNGER), in_office(now, ELDER)) == (True, False)
    assert (in_office(undated, YOUNGER), in_office(undated, ELDER)) == (True, False)
    assert holds_office_now(now, OTHER, (office("minister"),))
    assert not holds_office_now(now, ELDER, (office("president"),))
    assert holds_office_now(undated, ELDER, (office("president"),))
    assert not holds_office_now(now, OTHER, (office("minister", former=True),))


def test_the_country_is_that_of_the_office_held_on_the_day() -> None:
    mover = person("urn:mover", "Eve Zane", of=NORTH, offices=(MINISTER, Held("envoy", "urn:nowhere", LATE)))
    assert country_on_day(context_of(unparsed("x"), DAY, KNOWN), mover) == SOUTH
    assert country_on_day(context_of(unparsed("x"), EARLY, KNOWN), mover) == NORTH
    assert country_on_day(context_of(unparsed("x"), None, KNOWN), mover) == NORTH


def test_the_parts_of_a_label_are_its_folded_words_without_particles() -> None:
    context = context_of(unparsed("x"), DAY, KNOWN)
    assert label_parts(context, "Mohammed bin Salman") == ("mohammed", "salman")
    assert label_parts(context, "George H.W. Bush") == ("george", "h", "w", "bush")


def test_a_leaders_name_is_the_family_name_of_who_leads_a_state_that_day() -> None:
    found = [is_leaders_name(context_of(unparsed("."), DAY, KNOWN), word) for word in ("quimby", "ann", "blum", "blix")]
    assert found == [True, False, False, False]
    assert not is_leaders_name(context_of(unparsed("."), date(2017, 1, 1), KNOWN), "quimby")
    assert not is_leaders_name(context_of(unparsed("."), None, KNOWN), "quimby")
