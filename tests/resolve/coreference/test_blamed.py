"""Whose a reason is, on hand-made trees: his to whom something is done for it."""

from __future__ import annotations

import pytest

from tests.grammar.trees import tree
from tests.resolve.reading import meant

AVENGED = """
Ghana     Ghana    PROPN NNP 2 nsubj
{verb}    VERB  VBD 0 ROOT
Togo      Togo     PROPN NNP 2 obj
in        in       ADP   IN  5 case
{noun}    {noun}   NOUN  NN  2 obl
for       for      ADP   IN  8 case
its       its      PRON  PRP$ 8 nmod:poss
raid      raid     NOUN  NN  5 nmod
.         .        PUNCT .   2 punct
"""
CAUSED = """
Ghana     Ghana    PROPN NNP 2 nsubj
{verb}    VERB  VBD 0 ROOT
Togo      Togo     PROPN NNP 2 obj
because   because  ADP   IN  7 case
of        of       ADP   IN  4 fixed
its       its      PRON  PRP$ 7 nmod:poss
raid      raid     NOUN  NN  2 obl
.         .        PUNCT .   2 punct
"""


@pytest.mark.parametrize(("noun", "owner"), [("retaliation", "Togo"), ("revenge", "Togo"), ("exchange", "Ghana")])
def test_what_is_avenged_was_done_by_whom_it_is_avenged_on(noun: str, owner: str) -> None:
    doc = tree(AVENGED.format(verb="struck strike", noun=noun))
    assert [entity.name for entity in meant(doc, "its")] == [owner]


@pytest.mark.parametrize(
    ("verb", "owner"), [("shelled shell", "Togo"), ("sanctioned sanction", "Togo"), ("left leave", "Ghana")]
)
def test_who_is_hit_or_punished_is_so_because_of_what_he_did(verb: str, owner: str) -> None:
    doc = tree(CAUSED.format(verb=verb))
    assert [entity.name for entity in meant(doc, "its")] == [owner]
