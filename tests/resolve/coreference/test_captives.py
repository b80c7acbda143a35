"""Whom captors hold is whom one asks them to release."""

from __future__ import annotations

import pytest

from kg.resolve.coreference.captives import captive
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

ASKED = """
Ann Ann PROPN NNP 2 nsubj
urged urge VERB VBD 0 ROOT
{noun} NOUN NNS 2 obj
of of ADP IN 5 case
Bo Bo PROPN NNP 3 nmod
to to PART TO 7 mark
free free VERB VB 2 xcomp
him he PRON PRP 7 obj
"""


@pytest.mark.parametrize(("noun", "held"), [("captors captor", "Bo"), ("friends friend", None)])
def test_captors_hold_who_stands_behind_them(noun: str, held: str | None) -> None:
    who = captive(at(tree(ASKED.format(noun=noun)), "him"), KNOWLEDGE.words)
    assert (None if who is None else who.text) == held
