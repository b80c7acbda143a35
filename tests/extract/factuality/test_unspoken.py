from __future__ import annotations

import pytest

from kg.extract.factuality.unspoken import is_only_topic
from kg.extract.factuality.value import factuality_of
from kg.records import Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

TOPIC = """
They    they    PRON  PRP 4 nsubj
did     do      AUX   VBD 4 aux
not     not     PART  RB  4 advmod
discuss discuss VERB  VB  0 ROOT
the     the     DET   DT  6 det
sale    sale    NOUN  NN  4 obj
"""
PARTNER = (
    TOPIC
    + """with with ADP IN 8 case
Rome Rome PROPN NNP 4 obl
"""
)
TALKED = TOPIC.replace("not     not     PART  RB ", "also    also    ADV   RB ")


@pytest.mark.parametrize(("table", "only"), [(TOPIC, True), (PARTNER, False), (TALKED, False)])
def test_who_did_not_discuss_a_topic_may_have_talked(table: str, only: bool) -> None:
    verb = at(tree(table), "discuss")
    value = factuality_of(verb, Term("Conversation"), KNOWLEDGE.words, KNOWLEDGE.taxonomy)
    assert is_only_topic(verb, value, KNOWLEDGE.words) is only


DAY = """
They    they    PRON  PRP 4 nsubj
did     do      AUX   VBD 4 aux
not     not     PART  RB  4 advmod
meet    meet    VERB  VB  0 ROOT
on      on      ADP   IN  6 case
Tuesday Tuesday PROPN NNP 4 obl
"""


@pytest.mark.parametrize(("word", "only"), [("Tuesday", False), ("fisheries", True)])
def test_a_day_is_no_topic(word: str, only: bool) -> None:
    verb = at(tree(DAY.replace("Tuesday Tuesday", f"{word} {word}")), "meet")
    value = factuality_of(verb, Term("Meeting"), KNOWLEDGE.words, KNOWLEDGE.taxonomy)
    assert is_only_topic(verb, value, KNOWLEDGE.words) is only
