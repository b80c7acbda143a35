from __future__ import annotations

import pytest

from kg.resolve.places.capitals import is_government
from tests.grammar.trees import at, tree
from tests.resolve.contexts import context_of

ACTS = """
Moscow  Moscow  PROPN NNP 2 nsubj
accused accuse  VERB  VBD 0 ROOT
them    they    PRON  PRP 2 obj
"""
SCENE = """
Moscow  Moscow  PROPN NNP 3 nsubj:pass
was     be      AUX   VBD 3 aux:pass
attacked attack VERB  VBN 0 ROOT
"""
WHERE = """
They    they    PRON  PRP 2 nsubj
met     meet    VERB  VBD 0 ROOT
in      in      ADP   IN  4 case
Moscow  Moscow  PROPN NNP 2 obl
"""
PRESSED = """
They    they    PRON  PRP 2 nsubj
urged   urge    VERB  VBD 0 ROOT
Moscow  Moscow  PROPN NNP 2 obj
"""
STRUCK = PRESSED.replace("urged   urge  ", "attacked attack")
WITH_ANOTHER = """
London  London  PROPN NNP 4 nsubj
and     and     CCONJ CC  3 cc
Moscow  Moscow  PROPN NNP 1 conj
accused accuse  VERB  VBD 0 ROOT
them    they    PRON  PRP 4 obj
"""
OWNED = """
Moscow  Moscow  PROPN NNP 3 nmod:poss
's      's      PART  POS 1 case
attack  attack  NOUN  NN  6 nsubj
on      on      ADP   IN  5 case
Kharkiv Kharkiv PROPN NNP 3 nmod
failed  fail    VERB  VBD 0 ROOT
"""
PARTS = """
They    they    PRON  PRP 2 nsubj
avoid   avoid   VERB  VBP 0 ROOT
parts   part    NOUN  NNS 2 obj
of      of      ADP   IN  5 case
Moscow  Moscow  PROPN NNP 3 nmod
"""
ALLIES = PARTS.replace("parts   part", "allies  ally")
ON_A_DAY = OWNED.replace("Kharkiv Kharkiv", "Friday Friday")


@pytest.mark.parametrize(
    ("table", "government"),
    [
        (OWNED, True),
        (ON_A_DAY, False),
        (ACTS, True),
        (SCENE, False),
        (WHERE, False),
        (PRESSED, True),
        (STRUCK, False),
        (WITH_ANOTHER, True),
        (PARTS, False),
        (ALLIES, True),
    ],
)
def test_a_capital_is_a_government_where_it_acts_or_is_addressed_and_no_scene(table: str, *, government: bool) -> None:
    doc = tree(table)
    assert is_government(context_of(doc), at(doc, "Moscow")) is government
