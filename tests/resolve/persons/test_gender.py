"""Man or woman, as far as a title or a given name tells."""

from __future__ import annotations

import pytest

from kg.knowledge.reference import Resource
from kg.records import Term
from kg.resolve.names.spans import make_name
from kg.resolve.persons.gender import given_gender, known_gender, title_gender
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE
from tests.resolve.contexts import context_of

WORDS = KNOWLEDGE.words


@pytest.mark.parametrize(
    ("text", "first", "gender"),
    [
        ("Mr. Quimby", 2, "male"),
        ("Ms Quimby", 1, "female"),
        ("President Quimby", 1, None),
        ("Mr Quimby met Quimby", 3, None),
    ],
)
def test_a_title_tells_of_the_name_behind_it(text: str, first: int, gender: str | None) -> None:
    context = context_of(unparsed(text))
    name = make_name(context, first, first + 1, "test")
    assert name is not None
    assert title_gender(context, name) == gender


@pytest.mark.parametrize(
    ("text", "gender"),
    [("Peter Quimby", "male"), ("Maria Quimby", "female"), ("Zyx Quimby", None), ("Peter", None)],
)
def test_a_given_name_tells_only_before_a_family_name(text: str, gender: str | None) -> None:
    context = context_of(unparsed(text))
    name = make_name(context, 0, len(context.pieces), "test")
    assert name is not None
    assert given_gender(name, WORDS) == gender


def person(*labels: str) -> Resource:
    return Resource("urn:x", Term("Person"), labels[0], labels)


def test_a_known_person_has_the_gender_of_all_names_that_tell_one() -> None:
    assert known_gender(person("Maria Quimby", "Quimby"), WORDS) == "female"
    assert known_gender(person("Maria Quimby", "Peter Quimby"), WORDS) is None
    assert known_gender(person("Peter"), WORDS) is None
    assert known_gender(None, WORDS) is None
