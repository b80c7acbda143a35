"""Who each other are."""

from __future__ import annotations

from kg.grammar.reciprocals import each_of, is_reciprocal
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE

SANCTIONS = tree("""
Peru Peru PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
Chile Chile PROPN NNP 1 conj
imposed impose VERB VBD 0 ROOT
sanctions sanction NOUN NNS 4 obj
on on ADP IN 7 case
each each DET DT 5 nmod
other other ADJ JJ 7 fixed
""")
APART = tree("""
Each each DET DT 2 det
side side NOUN NN 3 nsubj
blamed blame VERB VBD 0 ROOT
another another DET DT 5 det
country country NOUN NN 3 obj
""")


def test_each_other_are_the_subject_of_the_clause() -> None:
    assert [token.text for token in SANCTIONS if is_reciprocal(token, KNOWLEDGE.words)] == ["each"]
    assert [token.text for token in each_of(SANCTIONS[6], KNOWLEDGE.words)] == ["Peru"]


def test_each_alone_is_no_reciprocal() -> None:
    assert not any(is_reciprocal(token, KNOWLEDGE.words) for token in APART)
