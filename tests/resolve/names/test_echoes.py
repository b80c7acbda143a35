"""Further occurrences of known names, on words and trees without a model."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from kg.resolve.names.echoes import find_names
from tests.grammar.trees import marked, tree, unparsed
from tests.resolve.contexts import context_of

DAY = date(2025, 7, 4)


def named(text: str) -> list[tuple[str, str]]:
    """The names of a text that nobody has tagged, each with its rule, in order."""
    context = context_of(unparsed(text), DAY)
    return [(context.text_of(name.first, name.last), name.rule) for name in find_names(context)]


def test_the_last_word_of_a_name_alone_names_its_person_again() -> None:
    assert named("President Ann Quimby left. Then Quimby spoke.")[1:] == [("Quimby", "family name")]
    assert named("Then Quimby spoke.") == []


@pytest.mark.parametrize(
    "again",
    [
        "then quimby spoke",  # no capital, no name
        "then Quimby\u2019s speech ended at Quimby Airport",
    ],
)
def test_an_echo_is_a_capitalised_word(again: str) -> None:
    echoes = [words for words, rule in named(f"President Ann Quimby left, {again}.") if rule == "family name"]
    assert all(word == "Quimby" for word in echoes)
    assert bool(echoes) is ("Quimby" in again)


RUN = """
President president PROPN NNP 2 compound
Quimby quimby PROPN NNP 3 nsubj
left leave VERB VBD 0 ROOT
. . PUNCT . 3 punct
{0} {1} {2} {3} 6 compound
Quimby quimby PROPN NNP 7 nsubj
spoke speak VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("before", "echo"),
    [
        ("Then then ADV RB", "Quimby"),
        ("Monday monday PROPN NNP", "Quimby"),
        ("Peru peru PROPN NNP", "Quimby"),
        ("Minister minister PROPN NNP", "Quimby"),
        ("Bob bob PROPN NNP", "Bob Quimby"),
    ],
)
def test_given_names_before_an_echo_are_part_of_it(before: str, echo: str) -> None:
    context = context_of(tree(RUN.format(*before.split())), DAY)
    names = [context.text_of(name.first, name.last) for name in find_names(context)]
    assert names[-1] == echo


def test_a_word_of_a_longer_name_is_no_echo() -> None:
    context = context_of(
        tree(RUN.format("Then", "then", "ADV", "RB").replace("spoke speak VERB VBD", "Zed zed PROPN NNP")), DAY
    )
    assert [context.text_of(name.first, name.last) for name in find_names(context)] == ["Quimby"]


LEADER = """
{0} {1} {2} {3} 2 nsubj
spoke speak VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("word", "day", "found"),
    [
        ("Macron macron PROPN NNP", DAY, True),
        ("Macron macron PROPN NNP", date(1990, 7, 4), False),
        ("Macron macron PROPN NNP", None, False),
        ("Macron macron NOUN NN", DAY, False),
        ("Quimby quimby PROPN NNP", DAY, False),
    ],
)
def test_a_lone_family_name_is_the_one_leader_s_who_is_in_office_that_day(
    word: str, day: date | None, *, found: bool
) -> None:
    context = context_of(tree(LEADER.format(*word.split())), day)
    assert bool(find_names(context)) is found


@pytest.mark.parametrize("label", ["B-GPE", "B-PERSON"])
def test_a_model_that_takes_a_lone_name_for_a_place_is_not_believed(label: str) -> None:
    alone = f"Macron macron PROPN NNP 2 nsubj {label}\nspoke speak VERB VBD 0 ROOT O"
    assert find_names(context_of(tree(alone), DAY))
    longer = "Macron macron PROPN NNP 3 nsubj B-ORG\nBank bank PROPN NNP 1 flat I-ORG\nspoke speak VERB VBD 0 ROOT O"
    assert not find_names(context_of(tree(longer), DAY))


def test_who_leads_a_government_is_named_in_its_name() -> None:
    text = "The Trump administration spoke."
    context = context_of(marked(text), DAY)
    assert [context.text_of(name.first, name.last) for name in find_names(context)] == ["Trump"]
    assert not find_names(context_of(marked("The Trump building spoke."), None))


def test_no_two_names_overlap_and_all_are_in_order() -> None:
    context = context_of(unparsed("President Ann Quimby met Emmanuel Macron. Quimby left, and Macron spoke."), DAY)
    names = find_names(context)
    assert len(names) >= 3
    assert all(left.last <= right.first for left, right in pairwise(names))
