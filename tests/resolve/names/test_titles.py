"""Titles before names: how long they are, where they end, and which only names follow."""

from __future__ import annotations

import pytest

from kg.resolve.names.titles import ends_title, follows_courtesy_title, follows_personal_title, title_length
from tests.grammar.trees import marked, unparsed
from tests.resolve.contexts import context_of


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("President Able", 1),
        ("Prime Minister Able", 2),
        ("Mr. Able", 2),
        ("Mr . Able", 1),
        ("Bridge Able", 0),
        ("Prime\nMinister Able", 0),
    ],
)
def test_the_longest_title_counts_with_the_stop_of_an_abbreviation_on_one_line(text: str, length: int) -> None:
    assert title_length(context_of(unparsed(text)), 0) == length


@pytest.mark.parametrize(
    ("text", "name", "length"),
    [
        ("Minister Amir Able", "Amir Able", 0),
        ("Minister Major Able", "Major Able", 0),
        ("Minister Major Able", "Able", 1),
        ("Minister Sheikh Able", "Sheikh Able", 1),
        ("Minister Shah Bea Able", "Shah Bea Able", 0),
        ("Minister Sultan al-Able", "Sultan al-Able", 0),
    ],
)
def test_a_title_with_which_the_model_begins_a_name_belongs_to_it(text: str, name: str, length: int) -> None:
    context = context_of(marked(text, **{name: "PERSON"}))
    assert (title_length(context, 0), title_length(context, 1)) == (1, length)


def test_a_title_ends_with_its_last_word() -> None:
    context = context_of(unparsed("Prime Minister Able"))
    assert [ends_title(context, index) for index in range(3)] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "personal", "courtesy"),
    [
        ("President Able", True, False),
        ("Ms. Able", True, True),
        ("Mr Able", True, True),
        ("Minister Able", False, False),
    ],
)
def test_names_alone_follow_presidents_and_forms_of_address(text: str, *, personal: bool, courtesy: bool) -> None:
    context = context_of(unparsed(text))
    last = len(context.pieces) - 1
    assert (follows_personal_title(context, last), follows_courtesy_title(context, last)) == (personal, courtesy)
