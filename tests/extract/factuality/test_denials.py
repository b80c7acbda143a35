"""How far a denial reaches, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.factuality.denials import denied_with, is_left_undone, is_unspoken_charge
from kg.extract.factuality.operators import Operators
from kg.records import Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

OPERATORS = Operators(Term("Attack"), KNOWLEDGE.words, KNOWLEDGE.taxonomy)
DENIED = """
Chad   Chad   PROPN NNP 2 nsubj
{0}    {0}    VERB  VBD 0 ROOT
that   that   SCONJ IN  6 mark
{1}    {1}    DET   DT  5 det
strike strike NOUN  NN  6 nsubj
hit    hit    VERB  VBD 2 ccomp
Tine   Tine   PROPN NNP 6 obj
"""


@pytest.mark.parametrize(
    ("verb", "article", "denied"), [("deny", "a", True), ("deny", "the", False), ("say", "a", False)]
)
def test_a_happening_that_is_new_is_denied_with_what_it_did(verb: str, article: str, denied: bool) -> None:
    doc = tree(DENIED.format(verb, article))
    assert (denied_with(at(doc, "strike"), OPERATORS) is at(doc, verb)) is denied


@pytest.mark.parametrize(("verb", "denied"), [("deny", True), ("say", False)])
def test_what_a_denied_deed_was_for_was_not_done_either(verb: str, denied: bool) -> None:
    doc = tree(DENIED.format(verb, "a"))
    assert is_left_undone(at(doc, "hit"), OPERATORS) is denied


CHARGE = """
Chad     Chad   PROPN NNP 4 nsubj
did      do     AUX   VBD 4 aux
{0}      {0}    {1}   RB  4 advmod
accuse   accuse VERB  VB  0 ROOT
Mali     Mali   PROPN NNP 4 obj
of       of     SCONJ IN  7 mark
shelling shell  VERB  VBG 4 advcl
it       it     PRON  PRP 7 obj
"""


@pytest.mark.parametrize(("adverb", "unspoken"), [("not PART", True), ("indeed ADV", False)])
def test_what_nobody_is_accused_of_is_left_open(adverb: str, unspoken: bool) -> None:
    doc = tree(CHARGE.format(*adverb.split()))
    assert is_unspoken_charge(at(doc, "shelling"), OPERATORS) is unspoken
    assert not is_unspoken_charge(at(doc, "accuse"), OPERATORS)
