"""Whom "they" and "the two officials" mean behind a talk: all who talked, until others do something."""

from __future__ import annotations

from kg.records import MentionKind, Term
from kg.resolve.coreference.talkers import find_talkers
from kg.resolve.found import Found, Identity
from tests.grammar.trees import joined
from tests.resolve.contexts import context_of

PEOPLE = ("Ann", "Bob", "Cy")
SPOKE = """
Ann ann PROPN NNP 2 nsubj
spoke speak VERB VBD 0 ROOT
with with ADP IN 4 case
Bob bob PROPN NNP 2 obl
. . PUNCT . 2 punct
"""
MET = "Ann ann PROPN NNP 2 nsubj\nmet meet VERB VBD 0 ROOT\nBob bob PROPN NNP 2 obj"
HELD = """
Ann ann PROPN NNP 2 nsubj
held hold VERB VBD 0 ROOT
a a DET DT 4 det
call call NOUN NN 2 obj
with with ADP IN 6 case
Bob bob PROPN NNP 4 nmod
"""
THANKED = "Ann ann PROPN NNP 2 nsubj\nthanked thank VERB VBD 0 ROOT\nBob bob PROPN NNP 2 obj"
THEY_AGREED = "They they PRON PRP 2 nsubj\nagreed agree VERB VBD 0 ROOT"
THE_TWO_OFFICIALS = """
The the DET DT 3 det
two two NUM CD 3 nummod
officials official NOUN NNS 4 nsubj
agreed agree VERB VBD 0 ROOT
"""


def talkers(*tables: str) -> set[str]:
    """Return whom the plural words mean in a text of several trees."""
    context = context_of(joined(*tables))
    found = [
        Found(token.idx, token.idx + len(token), Identity(token.text, Term("Person")), MentionKind.NAME, "test")
        for token in context.doc
        if token.text in PEOPLE
    ]
    return {item.identity.key for item in find_talkers(context, found)}


def test_they_are_those_who_talked_with_one_another() -> None:
    for talk in (SPOKE, MET, HELD):
        assert talkers(talk, THEY_AGREED) == {"Ann", "Bob"}
        assert talkers(talk, THE_TWO_OFFICIALS) == {"Ann", "Bob"}


def test_whom_somebody_thanked_did_not_talk_with_him() -> None:
    assert talkers(THANKED, THEY_AGREED) == set()


def test_what_one_of_them_did_between_changes_nothing() -> None:
    assert talkers(SPOKE, THANKED, THEY_AGREED) == {"Ann", "Bob"}


def test_where_others_act_between_they_may_be_these() -> None:
    other = "Cy cy PROPN NNP 2 nsubj\nlaughed laugh VERB VBD 0 ROOT"
    many = "Officials official NOUN NNS 2 nsubj\nlaughed laugh VERB VBD 0 ROOT"
    thanked = "Ann ann PROPN NNP 2 nsubj\nthanked thank VERB VBD 0 ROOT\nofficials official NOUN NNS 2 obj"
    for between in (other, many, thanked):
        assert talkers(SPOKE, between, THEY_AGREED) == set()


def test_they_who_do_what_is_no_matter_of_words_are_left_alone() -> None:
    assert talkers(SPOKE, "They they PRON PRP 2 nsubj\nexploded explode VERB VBD 0 ROOT") == set()


def test_both_are_no_three() -> None:
    three = SPOKE.replace(". . PUNCT . 2 punct", "and and CCONJ CC 6 cc\nCy cy PROPN NNP 4 conj")
    assert talkers(three, THEY_AGREED) == {"Ann", "Bob", "Cy"}
    assert talkers(three, THE_TWO_OFFICIALS) == set()


def test_the_officials_without_a_number_may_be_others() -> None:
    table = "The the DET DT 2 det\nofficials official NOUN NNS 3 nsubj\nagreed agree VERB VBD 0 ROOT"
    assert talkers(SPOKE, table) == set()
    assert talkers(SPOKE, table.replace("officials official", "leaders leader")) == {"Ann", "Bob"}


def test_officials_of_whom_something_is_told_are_others() -> None:
    behind = "6 nsubj\nof of ADP IN 5 case\nPeru peru PROPN NNP 3 nmod\nagreed"
    of = THE_TWO_OFFICIALS.replace("4 nsubj\nagreed", behind)
    assert talkers(SPOKE, of) == set()
