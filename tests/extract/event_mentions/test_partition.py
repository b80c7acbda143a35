from __future__ import annotations

from kg.extract.event_mentions.partition import Parting, held_apart, split_sides
from tests.extract.mentions import IRAN, ISRAEL, RUSSIA, gate, mention, named
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE

AT = 10
TALKS = mention(
    "Conversation",
    named("participant", RUSSIA, 0),
    named("participant", ISRAEL, 20),
    named("participant", IRAN, 30),
    at=AT,
    rule="speak-v",
)

SEPARATELY = """
Kenya kenya PROPN NNP 2 nsubj
spoke speak VERB VBD 0 ROOT
separately separately ADV RB 2 advmod
with with ADP IN 5 case
Chad chad PROPN NNP 2 obl
"""

SEPARATE = """
Kenya kenya PROPN NNP 2 nsubj
held hold VERB VBD 0 ROOT
separate separate ADJ JJ 4 amod
meetings meeting NOUN NNS 2 obj
"""


def test_words_for_apart_stand_beside_the_verb_or_the_noun() -> None:
    assert set(held_apart(tree(SEPARATELY), KNOWLEDGE.words, KNOWLEDGE.taxonomy)) == {6}
    assert set(held_apart(tree(SEPARATE), KNOWLEDGE.words, KNOWLEDGE.taxonomy)) == {20}
    briefly = tree(SEPARATELY.replace("separately separately", "briefly briefly"))
    assert held_apart(briefly, KNOWLEDGE.words, KNOWLEDGE.taxonomy) == {}


IN_TWO_CALLS = """
Kenya kenya PROPN NNP 2 nsubj
spoke speak VERB VBD 0 ROOT
with with ADP IN 4 case
Chad chad PROPN NNP 2 obl
in in ADP IN 7 case
two two NUM CD 7 nummod
calls call NOUN NNS 2 obl
"""


def test_as_many_conversations_as_sides_are_one_with_each() -> None:
    parting = Parting(bound=6, number=2)
    assert held_apart(tree(IN_TWO_CALLS), KNOWLEDGE.words, KNOWLEDGE.taxonomy) == {6: parting, 29: parting}
    parts = list(split_sides(TALKS, {AT: Parting(AT, 2)}, gate()))
    assert [part.entities() for part in parts] == [{RUSSIA, ISRAEL}, {RUSSIA, IRAN}]
    assert list(split_sides(TALKS, {AT: Parting(AT, 3)}, gate())) == [TALKS]


def test_who_spoke_apart_with_two_held_two_conversations() -> None:
    parts = list(split_sides(TALKS, {AT: Parting(AT)}, gate()))
    assert [part.entities() for part in parts] == [{RUSSIA, ISRAEL}, {RUSSIA, IRAN}]


def test_who_spoke_with_two_together_held_one() -> None:
    assert list(split_sides(TALKS, {}, gate())) == [TALKS]


def test_two_who_met_the_same_one_apart_held_two() -> None:
    met = mention(
        "Meeting",
        named("participant", RUSSIA, 0),
        named("participant", ISRAEL, 5),
        named("participant", IRAN, 30),
        at=AT,
        rule="meet-v",
    )
    assert [part.entities() for part in split_sides(met, {AT: Parting(AT)}, gate())] == [{RUSSIA, IRAN}, {ISRAEL, IRAN}]
