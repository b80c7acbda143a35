"""Who a document's names are: one person for each, whom other names are then of."""

from __future__ import annotations

from datetime import date

import pytest

from kg.knowledge.reference import Office as Held
from kg.knowledge.reference import Resource
from kg.records import Term
from kg.resolve.names.spans import Name, make_name
from kg.resolve.offices.phrases import Office
from kg.resolve.persons.register import Person, Register, group_persons, person_country
from tests.grammar.trees import unparsed
from tests.known import knowing
from tests.resolve.contexts import context_of

DAY = date(2025, 7, 4)
LAND = Resource("urn:land", Term("Country"), "Quorland", ("Quorland",), country="urn:land")
PAPER = Resource("urn:paper", Term("Organization"), "Daily Q", ("Daily Q",), country="urn:other", sort="media")
BODY = Resource("urn:body", Term("Organization"), "Q Guard", ("Q Guard",), country="urn:other", sort="ministry")
ANN = Resource("urn:ann", Term("Person"), "Ann Quimby", ("Ann Quimby", "Annie Quimby"), family_name="Quimby",
               country="urn:land", offices=(Held("president", "urn:land", date(2020, 1, 1)),),
               matches=("http://www.wikidata.org/entity/Q1",))  # fmt: skip
KNOWN = knowing({one.iri: one for one in (LAND, PAPER, BODY, ANN)})


def office(head: str, of: Resource | None = None, *, former: bool = False, counterpart: bool = False) -> Office:
    return Office(head, head, of, 0, 1, former, counterpart)


def grouped(*spans: str, **offices: Office) -> list[list[str]]:
    """The names of each person of a text that is these names, with commas between; offices by the last word."""
    text = ", ".join(spans)
    context = context_of(unparsed(text), DAY, KNOWN)
    names: list[Name] = []
    at = 0
    for span in spans:
        start = text.index(span, at)
        pieces = [n for n, piece in enumerate(context.pieces) if start <= piece.start < start + len(span)]
        name = make_name(context, pieces[0], pieces[-1] + 1, "test")
        assert name is not None
        names.append(name)
        at = start + len(span)
    held = {name: (offices[name.parts[-1]],) if name.parts[-1] in offices else () for name in names}
    return [
        [context.text_of(name.first, name.last) for name in sorted(person.names)]
        for person in group_persons(context, names, held)
    ]


@pytest.mark.parametrize(
    ("names", "persons"),
    [
        (["Dora Blix", "Blix"], [["Dora Blix", "Blix"]]),
        (["Blix", "Dora Blix"], [["Blix", "Dora Blix"]]),
        (["Dora Blix", "Dora K. Blix"], [["Dora Blix", "Dora K. Blix"]]),
        (["Dora Blix", "Zed Blix"], [["Dora Blix"], ["Zed Blix"]]),
        (["Dora Blix", "Zed Blix", "Blix"], [["Dora Blix"], ["Zed Blix", "Blix"]]),
        (["Dora Blix", "Dora Blix", "Zed Blix", "Blix"], [["Dora Blix", "Dora Blix", "Blix"], ["Zed Blix"]]),
        (["Dora Blix", "Dora"], [["Dora Blix", "Dora"]]),
        (["Ann Quimby", "Annie Quimby"], [["Ann Quimby", "Annie Quimby"]]),
        (["Maria"], []),
    ],
)
def test_every_name_is_of_one_person(names: list[str], persons: list[list[str]]) -> None:
    assert grouped(*names) == persons


def test_the_fullest_of_several_names_is_the_first_of_the_longest() -> None:
    names = [
        Name(at, at + len(parts), parts, None, "test")
        for at, parts in ((9, ("ann", "q")), (0, ("q",)), (3, ("bo", "q")))
    ]
    assert Person(names=names).fullest is names[2]


def test_a_register_finds_by_family_part_and_either_of_a_full_name() -> None:
    register = Register()
    dora, ann = Person(names=[Name(0, 2, ("dora", "blix"), None, "test")]), Person(reference=ANN)
    assert [register.enter(person).number for person in (dora, ann)] == [0, 1]
    assert register.of_family("blix") == [dora]
    assert register.of_family("quimby") == [ann]
    assert register.of_family("dora") == []
    assert register.with_part("dora") == [dora]
    assert register.sharing(Name(0, 3, ("dora", "blix", "zorg"), None, "test")) == [dora]
    assert register.sharing(Name(0, 2, ("zed", "dora"), None, "test")) == [dora]
    assert register.sharing(Name(0, 2, ("zed", "zorg"), None, "test")) == []


@pytest.mark.parametrize(
    ("person", "country"),
    [
        (Person(offices=[office("king", LAND)]), "urn:land"),
        (Person(offices=[office("reporter", PAPER)]), None),
        (Person(offices=[office("chief", BODY), office("king", LAND)]), "urn:other"),
        (Person(offices=[office("king", LAND, former=True), office("chief", BODY)]), "urn:other"),
        (Person(offices=[office("chief", BODY, counterpart=True), office("king", LAND)]), "urn:land"),
        (Person(offices=[office("king", LAND, former=True)]), "urn:land"),
        (Person(origin=LAND), "urn:land"),
        (Person(reference=ANN), "urn:land"),
        (Person(), None),
    ],
)
def test_a_person_is_of_the_country_of_the_present_office_and_of_no_employers(
    person: Person, country: str | None
) -> None:
    assert person_country(context_of(unparsed("it"), DAY, KNOWN), person) == country
