from __future__ import annotations

from kg.extract.arguments.topics import _names_no_topic, introduces_infinitive, subject_of, topic_phrase
from tests.grammar.trees import at, tree
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


CALLED = """
called call   VERB VBD 0 ROOT
{0}    {0}    ADP  IN  4 case
the    the    DET  DT  4 det
vote   vote   NOUN NN  1 obl
to     to     PART TO  7 mark
be     be     AUX  VB  7 aux:pass
void   void   VERB VBN 1 advcl
"""
NEEDED = """
the    the    DET  DT  2 det
need   need   NOUN NN  0 ROOT
{0}    {0}    {1} 4 {2}
act    act    {3} 2 {4}
"""


def test_what_something_is_to_become_is_the_topic_and_not_the_thing() -> None:
    assert introduces_infinitive(tree(CALLED.format("for"))[3], KNOWLEDGE.words)
    assert not introduces_infinitive(tree(CALLED.format("after"))[3], KNOWLEDGE.words)
    assert introduces_infinitive(tree(NEEDED.format("to", "PART TO", "mark", "VERB VB", "acl"))[1], KNOWLEDGE.words)
    assert not introduces_infinitive(
        tree(NEEDED.format("for", "ADP IN", "case", "NOUN NN", "nmod"))[1], KNOWLEDGE.words
    )


NEEDS = """
discussed discuss VERB VBD 0 ROOT
{0} defence NOUN NN {1}
needs need NOUN NNS 1 obj
"""


def test_what_a_noun_before_it_is_needed_for_makes_a_need_a_topic() -> None:
    doc = tree(NEEDS.format("defence", "3 compound"))
    assert subject_of(at(doc, "needs"), KNOWLEDGE.words) is at(doc, "needs")
    bare = tree(NEEDS.format("defence", "1 obl"))
    assert subject_of(at(bare, "needs"), KNOWLEDGE.words) is None


ENDED = """
demanded demand VERB VBD 0 ROOT
an an DET DT 4 det
early early ADJ JJ 4 amod
{0} {0} NOUN NN 1 obj
to to ADP IN 7 case
the the DET DT 7 det
blockade blockade NOUN NN 4 nmod
"""


def test_what_is_to_end_is_part_of_the_topic() -> None:
    assert topic_phrase(tree(ENDED.format("end"))[3], KNOWLEDGE.words) == "early end to the blockade"
    assert topic_phrase(tree(ENDED.format("answer"))[3], KNOWLEDGE.words) == "early answer"
