from __future__ import annotations

from kg.extract.arguments.topics import topic_phrase
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
