"""Whom an office without a name means: the holder in the text, else the one of the day; pairs and groups of leaders."""

from __future__ import annotations

from datetime import date

import pytest

from kg.resolve.coreference.nominals import find_nominals, place_persons
from kg.resolve.names.spans import make_name
from kg.resolve.offices.phrases import Office
from kg.resolve.persons.register import Person, is_leader
from tests.grammar.spaced import spaced
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE
from tests.resolve.contexts import context_of

DAY = date(2025, 7, 4)
ID = "https://w3id.org/newskg/id/"
PEOPLE = {"Macron": "emmanuel-macron", "Putin": "vladimir-putin", "Boric": "gabriel-boric", "Lavrov": "sergei-lavrov"}
NOUNS = {"president", "presidents", "leader", "leaders", "counterpart", "counterparts", "minister", "ministers", "king"}
ADJECTIVES = {"two", "other", "former", "old"}


def sentence(text: str) -> str:
    """Return the rows of one sentence of plain words: names, nouns and adjectives by their form, below its first."""
    rows = []
    for word in text.split():
        if word in NOUNS:
            form = "NOUN NN"
        elif word in ADJECTIVES or (word.endswith("n") and word[0].isupper()):
            form = "ADJ JJ"
        else:
            form = "PROPN NNP" if word[0].isupper() else "X X"
        rows.append(f"{word} {word} {form} {1 if rows else 0} {'dep' if rows else 'ROOT'}")
    return "\n".join(rows)


def read(
    text: str, *offices: tuple[str, str], day: date | None = DAY, outlet: str = "", as_if: tuple[str, str] = ("", "")
) -> list[tuple[str, str]]:
    """Return the words and whom they mean; the persons named have the offices that are given.

    `as_if` are words of a row of the sentence and what stands there in their place.
    """
    context = context_of(spaced(text, sentence(text).replace(*as_if)), day, outlet=outlet)
    persons: dict[str, Person] = {}
    for index, piece in enumerate(context.pieces):
        if piece.text in PEOPLE or piece.text in {"Quimby", "Zorg"}:
            person = persons.setdefault(piece.text, Person())
            name = make_name(context, index, index + 1, "test")
            assert name is not None
            person.names.append(name)
            person.reference = KNOWLEDGE.reference.get(f"{ID}person/{PEOPLE.get(piece.text)}")
    for who, head in offices:
        persons[who].offices.append(Office(head, head, None, -1, -1, former=False, counterpart=False))
    taken = frozenset(name.first for person in persons.values() for name in person.names)
    by_id = {id(person): word for word, person in persons.items()}
    return [
        (
            " ".join(piece.text for piece in context.pieces[found.first : found.last]),
            by_id[id(found.person)]
            if found.person
            else found.resource.iri.rsplit("/", 1)[-1]
            if found.resource
            else "",
        )
        for found in find_nominals(context, tuple(persons.values()), taken)
    ]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the French president left", [("French president", "emmanuel-macron")]),
        ("Macron said the French president left", [("French president", "Macron")]),
        ("the president of France left", [("president of France", "emmanuel-macron")]),
        ("the president of everything left", []),
        ("a president left", []),
        ("president left", []),
        ("Macron said the president left", [("president", "Macron")]),
        ("Macron and Putin said the president left", []),
        ("Quimby said the president left", []),
        ("the former French president left", []),
        ("the French king left", []),
        ("French president left", [("French president", "emmanuel-macron")]),
        ("a French president left", []),
        ("Macron said president left", []),
        ("Macron said the former president left", []),
        ("the French president of everything left", [("French president", "emmanuel-macron")]),
        ("Macron said the Russian president left", [("Russian president", "vladimir-putin")]),
        ("Macron said the Russian leader left", []),
        ("Putin said the Russian leader left", [("Russian leader", "Putin")]),
    ],
)
def test_an_office_means_its_holder(text: str, meant: list[tuple[str, str]]) -> None:
    assert read(text) == meant


def test_without_a_day_nobody_is_looked_up() -> None:
    assert read("the French president left", day=None) == []
    assert read("Macron said the French president left", day=None) == [("French president", "Macron")]


def test_who_has_the_office_in_the_text_holds_it() -> None:
    assert read("Quimby said the minister left", ("Quimby", "minister")) == [("minister", "Quimby")]
    assert read("Quimby said the minister left", ("Quimby", "king")) == []


@pytest.mark.parametrize("as_if", [("NOUN NN 1 dep", "VERB VB 1 dep"), ("NOUN NN 1 dep", "NOUN NN 1 compound")])
def test_what_is_no_noun_or_only_stands_before_one_is_no_office(as_if: tuple[str, str]) -> None:
    assert read("the French president left", as_if=as_if) == []


def test_the_president_is_that_of_the_government_that_tells_of_him() -> None:
    assert read("Quimby said the president left", outlet="The White House") == [("president", "donald-trump")]
    assert read("Macron said the president left", outlet="The White House") == []
    assert read("Macron said the French president left", outlet="The White House") == [("French president", "Macron")]


def test_of_two_holders_the_one_who_alone_was_named_last_is_meant() -> None:
    both = ("Quimby", "minister"), ("Zorg", "minister")
    assert read("Zorg met Quimby and Quimby said the minister left", *both) == [("minister", "Quimby")]
    assert read("Zorg met Quimby and the minister left", *both) == []


def test_who_holds_an_office_no_more_is_not_meant_by_it_whatever_the_text_calls_him() -> None:
    text = "Boric said the president left"
    assert read(text, ("Boric", "president")) == [("president", "Boric")]
    assert read(text, ("Boric", "president"), day=date(2027, 1, 1)) == []


def test_who_is_only_named_behind_the_office_is_another() -> None:
    assert read("the minister met Quimby", ("Quimby", "minister")) == []
    assert read("Quimby said the minister left", ("Quimby", "minister")) == [("minister", "Quimby")]


def test_the_two_leaders_are_those_named_last() -> None:
    assert read("Macron met Putin and the two leaders left") == [("two leaders", "Putin"), ("two leaders", "Macron")]
    assert read("Macron met Putin and leaders left") == []
    assert read("Macron met Putin and the leaders left") == [("leaders", "Macron"), ("leaders", "Putin")]
    assert read("Macron met Quimby and the two leaders left") == []
    assert read("Macron met Putin and two other leaders left") == []
    assert read("Macron met Putin and the French leaders left") == []
    assert read("Macron met Putin and the old leaders left") == []
    assert read("Macron met Putin and the counterparts left") == []
    assert read("Macron met Putin and the ministers left") == []
    assert len(read("Macron met Putin and both leaders left")) == 2


@pytest.mark.parametrize("group", ["two leaders", "leaders"])
def test_leaders_of_more_than_two_paragraphs_before_are_too_far(group: str) -> None:
    assert len(read(f"Macron met Putin\n\nX\n\nthe {group} left")) == 2
    assert read(f"Macron met Putin\n\nX\n\nY\n\nthe {group} left") == []


def test_leaders_of_countries_are_told_one_by_one() -> None:
    found = read("Macron met Putin and the French and Russian presidents left")
    assert found == [("French and Russian presidents", "Macron"), ("French and Russian presidents", "Putin")]


def test_a_counterpart_answers_to_the_leader_named_last() -> None:
    assert read("Macron met Putin and Macron thanked his Russian counterpart") == [("Russian counterpart", "Putin")]
    assert read("Putin met Quimby and Quimby thanked his Russian counterpart") == []
    assert read("Macron met Putin and Putin thanked his Russian counterpart") == []


def test_a_leader_is_one_by_an_office_in_the_text_or_on_the_day() -> None:
    context = context_of(tree("x x X X 0 ROOT"), DAY)
    macron, boric = (Person(reference=KNOWLEDGE.reference[f"{ID}person/{PEOPLE[who]}"]) for who in ("Macron", "Boric"))
    lavrov = Person(reference=KNOWLEDGE.reference[f"{ID}person/sergei-lavrov"])
    assert is_leader(context, macron)
    assert not is_leader(context, lavrov)
    assert not is_leader(context_of(tree("x x X X 0 ROOT"), date(2027, 1, 1)), boric)
    assert is_leader(context_of(tree("x x X X 0 ROOT"), None), boric)
    king = Office("king", "king", None, 0, 1, former=False, counterpart=False)
    assert is_leader(context, Person(offices=[king]))
    assert not is_leader(context, Person())


def test_persons_are_placed_by_all_their_names_in_order() -> None:
    context = context_of(tree(sentence("Macron met Putin and Macron")), DAY)
    names = [make_name(context, at, at + 1, "test") for at in (0, 2, 4)]
    first, second, third = (name for name in names if name is not None)
    macron, putin = Person(names=[first, third]), Person(names=[second])
    placed = [(item.piece, item.person) for item in place_persons([macron, putin])]
    assert placed == [(0, macron), (2, putin), (4, macron)]
