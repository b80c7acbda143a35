"""How far a name goes, and what is no name of a person: on plain words, and on trees where a tag decides."""

from __future__ import annotations

from datetime import date

import pytest

from kg.knowledge.reference import Office, Resource
from kg.records import Term
from kg.resolve.names.spans import (
    Name,
    behind_title,
    is_initial,
    is_namesake,
    longest,
    make_name,
    may_be_place,
    reference_names,
    without_places,
)
from tests.grammar.trees import marked, unparsed
from tests.known import knowing
from tests.resolve.contexts import context_of

DAY = date(2025, 7, 4)
HOME = "country/home"
LAND = Resource(HOME, Term("Country"), "Ruritania", ("Ruritania",), country=HOME)
ANN = Resource(
    "person/ann",
    Term("Person"),
    "Ann Quimby",
    ("Ann Quimby",),
    family_name="Quimby",
    country=HOME,
    offices=(Office("president", HOME, date(2025, 1, 20)),),
)
TOWN = Resource("place/town", Term("Place"), "Strelsau", ("Strelsau",), country=HOME)
WORLD = knowing({one.iri: one for one in (LAND, ANN, TOWN)})


def made(text: str, words: str, day: date | None = DAY) -> tuple[str, tuple[str, ...], str | None] | None:
    """The name over the words of a text: what is left of them, its parts and its generation."""
    context = context_of(unparsed(text), day, WORLD)
    start = text.index(words)
    inside = [i for i, piece in enumerate(context.pieces) if start <= piece.start < start + len(words)]
    name = make_name(context, inside[0], inside[-1] + 1, "test")
    return None if name is None else (context.text_of(name.first, name.last), name.parts, name.generation)


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Bo Zed spoke.", "Bo Zed", "Bo Zed"),
        ("President Bo Zed spoke.", "President Bo Zed", "Bo Zed"),
        ("Secretary of State Zed spoke.", "State Zed", "Zed"),
        ("the Bo Zed plan", "the Bo Zed plan", "Bo Zed"),
        ("“Bo Zed” spoke.", "“Bo Zed”", "Bo Zed"),
        ("Ursula von der Zed spoke.", "Ursula von der Zed", "Ursula von der Zed"),
        ("Then von der Zed spoke.", "Zed", "von der Zed"),
        ("Then al-Zed spoke.", "Zed", "al-Zed"),
        ("von\nZed spoke.", "Zed", "Zed"),
        ("Bo Zed-Low spoke.", "Bo Zed-Low", "Bo Zed-Low"),
        ("Bo Zed - Low spoke.", "Bo Zed - Low", "Bo Zed"),
        ("Bo A. Zed spoke.", "Bo A. Zed", "Bo A. Zed"),
        ("Bo Zed, Jr. spoke.", "Bo Zed", "Bo Zed, Jr."),
        ("Bo Zed Jr. spoke.", "Bo Zed Jr", "Bo Zed Jr."),
        ("Bo Zed, Low spoke.", "Bo Zed, Low", "Bo Zed"),
        ("@Bo Zed spoke.", "Bo Zed", "Zed"),
        ("5Bo Zed spoke.", "5Bo Zed", "Zed"),
        ("Ruritania Bo Zed spoke.", "Ruritania Bo Zed", "Bo Zed"),
        ("Ruritania Zed spoke.", "Ruritania Zed", "Ruritania Zed"),
    ],
)
def test_signs_titles_and_small_words_at_its_ends_are_no_part_of_a_name(text: str, words: str, left: str) -> None:
    found = made(text, words)
    assert found is not None
    assert found[0] == left


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("so he spoke", "he"),
        ("On Monday he spoke", "Monday"),
        ("A B spoke", "A B"),
        ("Strelsau fell", "Strelsau"),
        ("... fell", "..."),
        ("Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll Mm Nn Oo fell", "Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll Mm Nn Oo"),
        ("President spoke", "President"),
    ],
)
def test_of_what_names_nobody_nothing_is_left(text: str, words: str) -> None:
    assert made(text, words) is None


def test_a_generation_is_told_apart_from_the_parts() -> None:
    assert made("Bo Zed Jr. spoke.", "Bo Zed Jr") == ("Bo Zed Jr.", ("bo", "zed"), "jr")
    assert made("Bo von Zed spoke.", "Bo von Zed") == ("Bo von Zed", ("bo", "zed"), None)


@pytest.mark.parametrize(
    ("text", "words", "day", "left"),
    [
        ("President Quimby Visits Lima", "Quimby Visits", DAY, "Quimby"),
        ("President Ann Quimby Visits Lima", "Ann Quimby Visits", DAY, "Ann Quimby"),
        ("President Bo Quimby Visits Lima", "Bo Quimby Visits", DAY, "Bo Quimby Visits"),
        ("President Quimby Visits Lima", "Quimby Visits", None, "Quimby Visits"),
        ("President Quimby Visits Lima", "Quimby Visits", date(2020, 7, 4), "Quimby Visits"),
        ("Minister Quimby Visits Lima", "Quimby Visits", DAY, "Quimby Visits"),
        ("President Quimby-Low spoke", "Quimby-Low", DAY, "Quimby-Low"),
        ("President Zed Visits Lima", "Zed Visits", DAY, "Zed Visits"),
    ],
)
def test_the_name_of_who_holds_the_office_in_front_ends_with_the_family_name(
    text: str, words: str, day: date | None, left: str
) -> None:
    found = made(text, words, day)
    assert found is not None
    assert found[0] == left


@pytest.mark.parametrize(
    ("text", "at", "goes_on"),
    [("Secretary of State Zed", 2, 3), ("Secretary of State Zed", 1, 3), ("Bo of State Zed", 2, 2), ("Bo Zed", 0, 0)],
)
def test_a_title_that_is_cut_in_two_is_gone_behind(text: str, at: int, goes_on: int) -> None:
    assert behind_title(context_of(unparsed(text)), at) == goes_on


def test_an_initial_is_one_letter_with_its_stop() -> None:
    context = context_of(unparsed("Bo A. Zed, B . and C Low."))
    initials = {context.keys[at] for at in range(len(context.pieces)) if is_initial(context, at)}
    assert initials == {"a"}


@pytest.mark.parametrize(
    ("text", "first", "last", "namesake"),
    [
        ("Hurricane Zed came", 1, 2, True),
        ("Hurricane Zed came", 0, 2, True),
        ("hurricane Zed came", 1, 2, False),
        ("Hurricane\nZed came", 1, 2, False),
        ("Zed Center fell", 0, 1, True),
        ("Bo Center fell", 0, 2, True),
        ("Zed center fell", 0, 1, False),
        ("Zed\nCenter fell", 0, 1, False),
        ("Bo Zed's County fell", 0, 2, True),
        ("Bo Zed spoke", 0, 2, False),
    ],
)
def test_a_noun_beside_a_name_makes_it_that_of_a_thing(text: str, first: int, last: int, *, namesake: bool) -> None:
    context = context_of(unparsed(text))
    parts = tuple(context.keys[at] for at in range(first, last))
    assert is_namesake(context, Name(first, last, parts, None, "test")) is namesake


def kept(text: str, *names: str, rule: str = "test", **labels: str) -> list[str]:
    """Those of the words, taken for names where they stand last, that are left as names of persons."""
    context = context_of(marked(text, **labels), DAY, WORLD)
    found = []
    for words in names:
        start = text.rindex(words)
        inside = [i for i, piece in enumerate(context.pieces) if start <= piece.start < start + len(words)]
        parts = tuple(context.keys[at] for at in inside)
        found.append(Name(inside[0], inside[-1] + 1, parts, None, rule))
    return [context.text_of(name.first, name.last) for name in without_places(context, found)]


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("Zed spoke.", ["Zed"], ["Zed"]),
        ("Strelsau fell.", ["Strelsau"], []),
        ("Bo Strelsau spoke. Strelsau left.", ["Bo Strelsau", "Strelsau"], ["Bo Strelsau", "Strelsau"]),
        ("Strelsau Bo spoke. Strelsau left.", ["Strelsau Bo", "Strelsau"], ["Strelsau Bo"]),
        ("SEIU met.", ["SEIU"], []),
        ("Mr SEIU met.", ["SEIU"], ["SEIU"]),
        ("QUIMBY met.", ["QUIMBY"], ["QUIMBY"]),
        ("THE SEIU MET", ["SEIU"], ["SEIU"]),
        ("Bo SEIU spoke. SEIU met.", ["Bo SEIU", "SEIU"], ["Bo SEIU", "SEIU"]),
        ("Roe v. Wade held.", ["Roe", "Wade"], []),
        ("Quimby v. Wade held.", ["Quimby", "Wade"], ["Quimby"]),
        ("Hurricane Zed came.", ["Zed"], []),
    ],
)
def test_lone_words_that_are_rather_a_place_an_acronym_or_a_case_are_no_persons(
    text: str, names: list[str], left: list[str]
) -> None:
    assert kept(text, *names) == left


def test_a_word_that_is_more_often_another_thing_is_no_person_to_the_model() -> None:
    text = "Zed fell. Then Low left Zed."
    assert kept(text, "Zed", rule="model", Zed="GPE") == []
    assert kept(text, "Zed", rule="model", Zed="PERSON") == ["Zed"]
    assert kept(text, "Zed", rule="title", Zed="GPE") == ["Zed"]
    assert kept("Quimby fell.", "Quimby", rule="model", Quimby="GPE") == ["Quimby"]
    assert kept("President Zed fell.", "Zed", rule="model", Zed="GPE") == ["Zed"]


def test_known_people_are_found_by_their_names_in_full_and_with_what_belongs_to_them() -> None:
    text = "Ann Quimby met Ann Zed in Ruritania. Ann Quimby Low left."
    context = context_of(unparsed(text), DAY, WORLD)
    found = list(reference_names(context))
    assert [context.text_of(name.first, name.last) for name in found] == ["Ann Quimby", "Ann Quimby Low"]
    assert {name.rule for name in found} == {"reference name"}


def test_countries_and_places_may_be_places() -> None:
    context = context_of(unparsed("Strelsau Ruritania Quimby Zed"), DAY, WORLD)
    assert [may_be_place(context, at) for at in range(5)] == [True, True, False, False, False]


def test_of_names_that_overlap_the_longest_stays_and_of_equal_ones_the_first() -> None:
    short, long, late, other = (
        Name(first, last, (rule,), None, rule)
        for first, last, rule in ((0, 1, "a"), (0, 2, "b"), (1, 3, "c"), (4, 5, "d"))
    )
    again = Name(0, 2, ("b",), None, "e")
    assert longest([short, late, other, long, again]) == [long, other]
    assert longest([again, long]) == [again]
