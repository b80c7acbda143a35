from kg.grammar.time.durations import duration_of
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

SECOND = """
a      a      DET  DT 3 det
second second ADJ  JJ 3 amod
attack attack NOUN NN 0 ROOT
"""
LONG = """
a      a      DET   DT   5 det
three  three  NUM   CD   4 nummod
-      -      PUNCT HYPH 4 punct
day    day    NOUN  NN   5 compound
visit  visit  NOUN  NN   0 ROOT
"""


def test_the_second_of_several_lasts_no_second():
    doc = tree(SECOND)
    assert duration_of(at(doc, "attack"), KNOWLEDGE.words) is None


def test_so_many_days_before_a_noun_are_how_long_it_lasts():
    doc = tree(LONG)
    assert duration_of(at(doc, "visit"), KNOWLEDGE.words) == "P3D"
