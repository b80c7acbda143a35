"""Where an event was not, though its sentence names the place."""

from __future__ import annotations

import pytest

from kg.extract.arguments.elsewhere import (
    between,
    is_before_infinitive,
    is_capacity,
    is_destination,
    is_launched_from,
    is_of_others_office,
    is_site,
)
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
LEFT = """
troops troop NOUN  NNS 2 nsubj
left   leave VERB  VBD 0 ROOT
{0}    {0}   ADP   IN  4 case
Chad   Chad  PROPN NNP 2 obl
"""
AGREED = """
They   they  PRON  PRP 2 nsubj
agreed agree VERB  VBD 0 ROOT
in     in    ADP   IN  4 case
Gulu   Gulu  PROPN NNP 2 obl
to     to    PART  TO  6 mark
meet   meet  VERB  VB  2 xcomp
"""


ROCKETS = """
rockets rocket NOUN  NNS 0 ROOT
{0}     {1}    VERB  VBN 1 acl
{2}     {2}    ADP   IN  4 case
Gaza    Gaza   PROPN NNP 2 obl
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "marker", "from_there"),
    [("fired", "fire", "from", True), ("fired", "fire", "at", False), ("captured", "capture", "from", False)],
)
def test_arms_are_launched_from_where_they_come(verb: str, lemma: str, marker: str, *, from_there: bool) -> None:
    doc = tree(ROCKETS.format(verb, lemma, marker))
    assert is_launched_from(at(doc, verb), at(doc, "Gaza"), WORDS) is from_there


@pytest.mark.parametrize(("marker", "goes", "stays"), [("to", True, False), ("for", True, False), ("in", False, True)])
def test_a_preposition_says_whether_a_place_is_a_destination_or_a_site(marker: str, *, goes: bool, stays: bool) -> None:
    doc = tree(LEFT.format(marker))
    left, chad = at(doc, "left"), at(doc, "Chad")
    assert is_destination(left, chad, WORDS) is goes
    assert is_site(left, chad, WORDS) is stays


@pytest.mark.parametrize(("marker", "capacity"), [("as", True), ("in", False)])
def test_what_somebody_is_held_to_be_has_no_part_in_it(marker: str, *, capacity: bool) -> None:
    doc = tree(LEFT.format(marker))
    assert is_capacity(at(doc, "left"), at(doc, "Chad"), WORDS) is capacity


def test_a_place_before_an_infinitive_is_of_the_verb_above_it() -> None:
    doc = tree(AGREED)
    assert is_before_infinitive(at(doc, "meet"), at(doc, "Gulu"), WORDS)
    assert not is_before_infinitive(at(doc, "agreed"), at(doc, "Gulu"), WORDS)


def test_what_stands_between_two_words_begins_with_the_lower_one() -> None:
    doc = tree(AGREED)
    assert between(at(doc, "meet"), at(doc, "Gulu")) == [at(doc, "Gulu")]
    assert between(at(doc, "Gulu"), at(doc, "to")) == [at(doc, "meet"), at(doc, "to")]
    assert between(at(doc, "meet"), at(doc, "agreed")) == []


CAME = """
Chad        Chad        PROPN NNP 2 nmod:poss
president   president   NOUN  NN  3 nmod:desc
Ann         Ann         PROPN NNP 4 nsubj
{0}         {1}         VERB  VBD 0 ROOT
to          to          PART  TO  6 mark
see         see         VERB  VB  4 advcl
elections   election    NOUN  NNS 6 obj
"""


def test_whose_president_came_is_not_whose_is_elected() -> None:
    doc = tree(CAME.format("came", "come"))
    assert is_of_others_office(at(doc, "elections"), at(doc, "Chad"), WORDS)
    assert not is_of_others_office(at(doc, "came"), at(doc, "Chad"), WORDS)
