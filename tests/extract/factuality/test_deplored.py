"""What somebody deplores or is concerned over is taken for granted, with all that is told as part of it."""

from __future__ import annotations

from kg.extract.factuality.operators import Operators
from kg.extract.factuality.scope import effects_over
from kg.records import Factuality, Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words


def over(table: str, word: str) -> list[str]:
    """Return the factualities that the operators over an attack give, from the inside out."""
    operators = Operators(Term("Attack"), WORDS, KNOWLEDGE.taxonomy)
    known = {factuality.value for factuality in Factuality}
    return [term for effect in effects_over(at(tree(table), word), operators, WORDS) for term in effect.gives & known]


CONCERN = """
Peru peru PROPN NNP 2 nsubj
{} 0 ROOT
concern concern NOUN NN 2 obj
{} over ADP IN 5 case
acts act NOUN NNS 3 nmod
including including ADP IN 7 case
raids raid NOUN NNS 5 nmod
"""


def test_one_of_what_a_noun_sums_up_stands_under_what_is_over_that_noun() -> None:
    assert over(CONCERN.format("voiced voice VERB VBD", "over"), "raids") == ["Asserted"]
    assert over(CONCERN.format("may may VERB MD", "over"), "raids") == ["Asserted"]
    peace = CONCERN.replace("acts act NOUN NNS", "peace peace NOUN NN")
    assert over(peace.format("voiced voice VERB VBD", "over"), "raids") == []
    beside = CONCERN.replace("including including", "before before")
    assert over(beside.format("voiced voice VERB VBD", "over"), "raids") == []


def test_what_somebody_deplores_is_so_whatever_is_said_further_out() -> None:
    planned = "Peru peru PROPN NNP 2 nsubj\nplanned plan VERB VBD 0 ROOT\nto to PART TO 4 mark\n"
    table = f"{planned}condemn condemn VERB VB 2 xcomp\n"
    assert over(table + "raids raid NOUN NNS 4 obj", "raids") == ["Asserted"]


def test_who_is_concerned_that_something_happens_does_not_say_that_it_did() -> None:
    table = """
Peru peru PROPN NNP 2 nsubj
voiced voice VERB VBD 0 ROOT
concern concern NOUN NN 2 obj
that that SCONJ IN 6 mark
Chad chad PROPN NNP 6 nsubj
strikes strike VERB VBZ 3 acl
"""
    assert over(table, "strikes") == ["Possible"]
