from __future__ import annotations

from kg.extract.arguments.topics import _names_no_topic, topic_phrase
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE


def test_a_topic_is_named_with_the_modifiers_before_it() -> None:
    doc = tree("""
        urgent  urgent  ADJ  JJ  3 amod
        defence defence NOUN NN  3 compound
        needs   need    NOUN NNS 0 ROOT
    """)
    assert topic_phrase(doc[2], KNOWLEDGE.words) == "urgent defence needs"


def test_a_modifier_behind_a_topic_leaves_it_its_name() -> None:
    doc = tree("""
        reforms   reform   NOUN NNS 0 ROOT
        necessary necessary ADJ JJ  1 amod
    """)
    assert topic_phrase(doc[0], KNOWLEDGE.words) == "reforms"


MET = """
they they PRON PRP 2 nsubj
met meet VERB VBD 0 ROOT
on on ADP IN 5 case
the the DET DT 5 det
{0} {0} NOUN NN 2 obl
"""


def test_the_sidelines_are_no_topic() -> None:
    assert _names_no_topic(tree(MET.format("sidelines"))[4], KNOWLEDGE.words)
    assert not _names_no_topic(tree(MET.format("border"))[4], KNOWLEDGE.words)
