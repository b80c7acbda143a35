"""Adverbs of two words before a verb, which parsers take for a conjunction."""

from __future__ import annotations

import pytest

from kg.grammar.downtoners import join_downtoners
from tests.grammar.trees import at, tree

NOUN = """
army    army  NOUN  NN  0 ROOT
all     all   DET   DT  1 advmod
but     but   CCONJ CC  4 cc
shelled shell VERB  VBD 1 conj
Goma    Goma  PROPN NNP 4 obj
"""
AUXILIARY = """
army    army  NOUN  NN  2 nsubj
had     have  VERB  VBD 0 ROOT
all     all   DET   DT  5 advmod
but     but   CCONJ CC  5 cc
shelled shell VERB  VBN 2 conj
Goma    Goma  PROPN NNP 5 obj
"""


@pytest.mark.parametrize("table", [NOUN, AUXILIARY])
def test_the_verb_behind_it_is_that_of_the_clause(table: str) -> None:
    doc = tree(table)
    join_downtoners(doc)
    verb = at(doc, "shelled")
    assert verb.head is verb
    assert (at(doc, "army").head, at(doc, "army").dep_) == (verb, "nsubj")
    assert (at(doc, "all").head, at(doc, "all").dep_) == (verb, "advmod")
    assert (at(doc, "but").head, at(doc, "but").dep_) == (at(doc, "all"), "fixed")


def test_what_is_coordinated_stays_so() -> None:
    doc = tree(NOUN.replace("all     all   DET   DT", "fled    flee  VERB  VBD"))
    join_downtoners(doc)
    assert at(doc, "shelled").head is at(doc, "army")
