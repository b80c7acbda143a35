"""Whose words a quotation is: the subject's whose verb of saying is nearest."""

from __future__ import annotations

import pytest

from kg.resolve.coreference.layout import read_layout
from kg.resolve.coreference.sayings import Antecedent, Sayings, speaker_of
from kg.resolve.persons.register import Person
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE

TEXT = 'Ann said: "One." Then Bob left, and Cem said: "Two." "Three," Dora added.\n\n"Four."\n\nNobody spoke. "Five."'
VERBS = {"Ann": TEXT.index("said"), "Bob": -1, "Cem": TEXT.rindex("said"), "Dora": TEXT.index("added")}


@pytest.mark.parametrize(
    ("quotation", "speaker"), [("One", "Ann"), ("Two", "Cem"), ("Three", "Dora"), ("Four", "Dora"), ("Five", None)]
)
def test_the_nearest_who_says_something_speaks_and_goes_on_in_a_paragraph_of_quotation(
    quotation: str, speaker: str | None
) -> None:
    layout = read_layout(unparsed(TEXT), KNOWLEDGE.words)
    persons = {name: Person() for name in VERBS}
    known = [
        Antecedent(number, number, 0, layout.paragraph(TEXT.index(name)), -1, True, person, VERBS[name])
        for number, (name, person) in enumerate(persons.items())
    ]
    found = speaker_of(layout, layout.quote(TEXT.index(quotation)), Sayings.of(known))
    assert found is (persons[speaker] if speaker else None)
