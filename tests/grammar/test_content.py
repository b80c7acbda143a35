"""What is said in a message is what the verb says, and who heads a body has the name behind it."""

from __future__ import annotations

import pytest

from kg.grammar.content import restore_content
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

SAID = """
Mali Mali PROPN NNP 2 nsubj
said say VERB VBD 0 ROOT
in in ADP IN 5 case
a a DET DT 5 det
{0} {0} NOUN NN 2 obl
that that SCONJ IN 8 mark
Chad Chad PROPN NNP 8 nsubj
fell fall VERB VBD 5 acl
"""
HEAD = """
the the DET DT 2 det
{0} {0} NOUN NN 8 nsubj
of of ADP IN 5 case
the the DET DT 5 det
{1} {1} NOUN NN 2 nmod
, , PUNCT , 7 punct
Ann Ann PROPN NNP 5 appos B-PERSON
spoke speak VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(("noun", "head", "label"), [("statement", "said", "ccomp"), ("year", "year", "acl")])
def test_a_clause_behind_a_message_is_what_is_said(noun: str, head: str, label: str) -> None:
    doc = restore_content(tree(SAID.format(noun)), KNOWLEDGE.words)
    assert (at(doc, "fell").head.text, at(doc, "fell").dep_) == (head, label)


@pytest.mark.parametrize(
    ("holder", "body", "head"),
    [("head", "agency", "head"), ("son", "president", "president"), ("head", "president", "president")],
)
def test_a_name_behind_a_body_is_that_of_its_head(holder: str, body: str, head: str) -> None:
    assert at(restore_content(tree(HEAD.format(holder, body)), KNOWLEDGE.words), "Ann").head.text == head
