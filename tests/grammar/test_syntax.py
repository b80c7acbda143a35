"""What is coordinated, set apart, or one of several."""

from __future__ import annotations

import pytest

from kg.grammar.syntax import conjuncts, is_another, is_behind, is_of_several, modified_by, points_back
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE

PASSIVE = """
Kyiv kyiv PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
struck strike VERB VBN 0 ROOT
by by ADP IN 5 case
Russia russia PROPN NNP 3 obl:agent
"""


COORDINATION = """
Trump trump PROPN NNP 6 nsubj
, , PUNCT , 3 punct
Putin putin PROPN NNP 1 conj
and and CCONJ CC 5 cc
Xi xi PROPN NNP 1 conj
spoke speak VERB VBD 0 ROOT
"""


def test_what_is_said_of_a_title_is_said_of_who_bears_it() -> None:
    doc = tree("ousted oust VERB VBN 2 amod\npresident president NOUN NN 3 nmod:desc\nSmith smith PROPN NNP 0 ROOT")
    assert modified_by(doc[0]).text == "Smith"


RENAMED = """
Smith smith PROPN NNP 6 nsubj
, , PUNCT , 3 punct
{0} 1 appos
{1} 5 nsubj
left leave VERB VBD 3 acl:relcl
died die VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("noun", "relative", "about"),
    [
        ("man man NOUN NN", "who who PRON WP", "Smith"),
        ("charge charge NOUN NN", "that that PRON WDT", "charge"),
        ("Jones jones PROPN NNP", "who who PRON WP", "Jones"),
    ],
)
def test_what_is_said_of_who_a_person_is_is_said_of_the_person(noun: str, relative: str, about: str) -> None:
    doc = tree(RENAMED.format(noun, relative))
    doc[0].ent_type_ = "PERSON"
    assert modified_by(doc[4]).text == about


def test_a_word_stands_behind_a_mark_or_is_one_and_the_first_of_a_text_behind_none() -> None:
    doc = tree(COORDINATION)
    assert [is_behind(",", token) for token in doc] == [False, True, True, False, False, False]


def test_coordination_is_read_to_the_right() -> None:
    doc = tree(COORDINATION)
    assert [token.text for token in conjuncts(doc[0])] == ["Trump", "Putin", "Xi"]


LIST_OF_LISTS = """
Scott scott PROPN NNP 0 ROOT
and and CCONJ CC 3 cc
Castor castor PROPN NNP 1 conj
; ; PUNCT : 5 punct
Ward ward PROPN NNP 1 conj
"""


def test_a_semicolon_goes_on_with_a_list_behind_its_last_and() -> None:
    doc = tree(LIST_OF_LISTS)
    assert [token.text for token in conjuncts(doc[0])] == ["Scott", "Castor", "Ward"]


ANOTHER = """
It it PRON PRP 3 nsubj
also also ADV RB 3 advmod
accused accuse VERB VBD 0 ROOT
Iran iran PROPN NNP 3 obj
of of ADP IN 7 case
separate separate ADJ JJ 7 amod
attacks attack NOUN NNS 3 obl
and and CCONJ CC 11 cc
the the DET DT 11 det
new new ADJ JJ 11 amod
raids raid NOUN NNS 7 conj
"""


def test_also_and_separate_set_a_trigger_apart_and_the_new_ones_are_known() -> None:
    doc = tree(ANOTHER)
    assert [is_another(doc[i], KNOWLEDGE.words) for i in (2, 6, 10)] == [True, True, False]


THE_OTHER = """
The the DET DT {0} det
{1} {1} ADJ JJ {0} amod
such such ADJ JJ {0} amod
attacks attack NOUN NNS 5 {2}
followed follow VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("word", "relation", "apart"),
    [("other", "nsubj", True), ("separate", "nsubj", True), ("new", "nsubj", False), ("other", "obl", False)],
)
def test_the_other_attacks_are_none_of_those_told(word: str, relation: str, *, apart: bool) -> None:
    told = THE_OTHER.format(4, word, relation)
    assert not is_another(tree(told)[3], KNOWLEDGE.words)
    shorter = THE_OTHER.format(3, word, relation).replace("such such ADJ JJ 3 amod\n", "").replace("NNS 5", "NNS 4")
    assert is_another(tree(shorter)[2], KNOWLEDGE.words) is apart


def test_a_third_that_acts_is_set_apart() -> None:
    doc = tree("a a DET DT 2 det\nthird third ADJ JJ 3 nsubj\nkilled kill VERB VBD 0 ROOT\ntwo two NUM CD 3 obj")
    assert is_another(doc[2], KNOWLEDGE.words)


ANOTHER_BOMB = """
Another another DET DT 2 det
bomb bomb NOUN NN 3 nsubj
killed kill VERB VBD 0 ROOT
another another DET DT 5 det
soldier soldier NOUN NN 3 obj
"""


def test_what_another_one_does_is_set_apart_and_not_what_is_done_to_another() -> None:
    doc = tree(ANOTHER_BOMB)
    assert is_another(doc[2], KNOWLEDGE.words)
    doc = tree(ANOTHER_BOMB.replace("Another another DET", "The the DET"))
    assert not is_another(doc[2], KNOWLEDGE.words)


SECOND_BOMB = """
{article} 3 det
second second ADJ JJ 3 amod
bomb bomb NOUN NN 4 {relation}
killed kill VERB VBD 0 ROOT
"""


def test_a_second_one_that_acts_is_set_apart_and_a_second_one_that_suffers_is_not() -> None:
    for article, relation, apart in (
        ("A a DET DT", "nsubj", True),
        ("The the DET DT", "nsubj", False),
        ("A a DET DT", "nsubj:pass", False),
    ):
        doc = tree(SECOND_BOMB.format(article=article, relation=relation))
        assert is_another(doc[3], KNOWLEDGE.words) is apart


STRIKES = """
{first}
Russian russian ADJ JJ 3 amod
strikes strike NOUN NNS 4 nsubj
continued continue VERB VBD 0 ROOT
"""


def test_a_bare_plural_tells_of_several_and_a_counted_or_definite_one_does_not() -> None:
    firsts = {"More more ADJ JJR 3 amod": True, "The the DET DT 3 det": False, "Two two NUM CD 3 nummod": False}
    for first, several in firsts.items():
        assert is_of_several(tree(STRIKES.format(first=first))[2], KNOWLEDGE.words) is several
    assert not is_of_several(tree(PASSIVE)[2], KNOWLEDGE.words)


OWNED = """
{owner} 3 nmod:poss
's 's PART POS 1 case
{noun} 0 ROOT
"""


@pytest.mark.parametrize(
    ("owner", "noun", "several"),
    [
        ("Iran Iran PROPN NNP", "strikes strike NOUN NNS", True),
        ("Monday Monday PROPN NNP", "strikes strike NOUN NNS", False),
        ("day day NOUN NN", "meetings meeting NOUN NNS", False),
        ("Iran Iran PROPN NNP", "explosions explosion NOUN NNS", False),
    ],
)
def test_those_of_a_day_are_known_and_blasts_are_of_one_attack(owner: str, noun: str, *, several: bool) -> None:
    assert is_of_several(tree(OWNED.format(owner=owner, noun=noun))[2], KNOWLEDGE.words) is several


def test_what_belongs_to_somebody_or_has_an_article_points_back() -> None:
    doc = tree(OWNED.format(owner="Iran Iran PROPN NNP", noun="strikes strike NOUN NNS"))
    assert points_back(doc[2], KNOWLEDGE.words)
    firsts = {"More more ADJ JJR 3 amod": False, "The the DET DT 3 det": True}
    assert [points_back(tree(STRIKES.format(first=first))[2], KNOWLEDGE.words) for first in firsts] == [
        *firsts.values()
    ]
