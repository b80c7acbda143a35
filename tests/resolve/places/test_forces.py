from __future__ import annotations

import pytest

from kg.resolve.places.forces import find_forces
from tests.grammar.spaced import spaced
from tests.grammar.trees import tree
from tests.resolve.contexts import context_of

TROOPS = """
Chadian chadian ADJ  JJ  2 amod
troops  troop   NOUN NNS 3 nsubj
left    leave   VERB VBD 0 ROOT
"""
PAINTERS = TROOPS.replace("troops  troop ", "painters painter")
MODIFIER = """
Chadian  chadian  ADJ  JJ  3 amod
army     army     NOUN NN  3 compound
bread    bread    NOUN NN  4 nsubj
left     leave    VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(("table", "nouns"), [(TROOPS, ["troops"]), (PAINTERS, []), (MODIFIER, [])])
def test_a_noun_for_forces_behind_a_country_is_the_country_s_unless_it_only_modifies(
    table: str, nouns: list[str]
) -> None:
    context = context_of(tree(table))
    found = list(find_forces(context, frozenset()))
    assert [context.keys[force.first] for force in found] == nouns
    assert all(force.country.name == "Chad" for force in found)


def test_what_another_rule_has_taken_is_no_force() -> None:
    assert list(find_forces(context_of(tree(TROOPS)), frozenset({1}))) == []


HYPHENED = """
{joined} {joined} ADJ  JJ  4 amod
-        -        PUNCT HYPH 1 punct
{word}   {word}   ADJ  JJ  4 amod
troops   troop    NOUN NNS 5 nsubj
left     leave    VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("joined", "word", "nouns"), [("Chadian", "led", ["troops"]), ("Chadian", "backed", []), ("pro", "Chadian", [])]
)
def test_forces_are_those_of_who_leads_them_and_not_of_who_backs_them(joined: str, word: str, nouns: list[str]) -> None:
    doc = spaced(f"{joined}-{word} troops left", HYPHENED.format(joined=joined, word=word))
    context = context_of(doc)
    assert [context.keys[force.first] for force in find_forces(context, frozenset())] == nouns


GOVERNED = """
the the DET DT 3 det
Chadian chadian ADJ JJ 3 amod
{0} {0} NOUN NN 6 nsubj
of of ADP IN 5 case
{1} {1} {2} 3 nmod
left leave VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("noun", "behind", "country"),
    [
        ("government", "Peru PROPN NNP", "Peru"),
        ("government", "unity NOUN NN", "Chad"),
        ("troops", "Peru PROPN NNP", "Chad"),
    ],
)
def test_a_government_is_that_of_the_country_behind_it(noun: str, behind: str, country: str) -> None:
    word, pos = behind.split(" ", 1)
    context = context_of(tree(GOVERNED.format(noun, word, pos)))
    assert [force.country.name for force in find_forces(context, frozenset())] == [country]
