"""Whose deeds are only told about: backed, condemned, or of a vote that others take part in."""

from __future__ import annotations

import pytest

from kg.extract.arguments.other_deeds import (
    does_it_himself,
    is_asked_beside,
    is_beside_attribute,
    only_takes_part,
    suffers_what_is_backed,
)
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
BACKS = """
Chad  Chad  PROPN NNP 2 nsubj
backs back  VERB  VBZ 0 ROOT
{0}   {1}   NOUN  NN  2 obj
{2}   {2}   ADP   IN  5 case
Mali  Mali  PROPN NNP 3 nmod
"""
PROUD = """
proud proud ADJ   JJ  0 ROOT
of    of    ADP   IN  3 case
Ann   Ann   PROPN NNP 1 obl
{0}   {1}   VERB  {2} 3 acl
"""
BALLOT = """
Ann    Ann    PROPN NNP 2 nsubj
{0}    {1}    VERB  VBD 0 ROOT
for    for    ADP   IN  4 case
ballot ballot NOUN  NN  2 {2}
to     to     PART  TO  6 mark
elect  elect  VERB  VB  4 acl
Bo     Bo     PROPN NNP 6 obj
"""
KILLED = """
Chad      Chad   PROPN NNP 2 nsubj
killed    kill   VERB  VBD 0 ROOT
kidnapped kidnap VERB  VBN 4 amod
envoys    envoy  NOUN  NNS 2 obj
"""


@pytest.mark.parametrize(
    ("noun", "lemma", "marker", "suffers"),
    [
        ("strikes", "strike", "on", True),
        ("war", "war", "on", True),
        ("plan", "plan", "against", True),
        ("plan", "plan", "for", False),
        ("government", "government", "of", False),
    ],
)
def test_whoever_a_backed_deed_hits_is_not_backed(noun: str, lemma: str, marker: str, *, suffers: bool) -> None:
    doc = tree(BACKS.format(noun, lemma, marker))
    assert suffers_what_is_backed(at(doc, "backs"), at(doc, "Mali"), WORDS) is suffers


@pytest.mark.parametrize(
    ("verb", "lemma", "tag", "himself"), [("standing", "stand", "VBG", True), ("praised", "praise", "VBN", False)]
)
def test_who_stands_before_an_active_participle_does_it(verb: str, lemma: str, tag: str, *, himself: bool) -> None:
    doc = tree(PROUD.format(verb, lemma, tag))
    assert does_it_himself(at(doc, verb), at(doc, "Ann"), WORDS) is himself


@pytest.mark.parametrize(
    ("verb", "lemma", "label", "aside"), [("ran", "run", "obl", True), ("held", "hold", "obj", False)]
)
def test_who_takes_part_in_a_vote_does_not_elect(verb: str, lemma: str, label: str, *, aside: bool) -> None:
    doc = tree(BALLOT.format(verb, lemma, label))
    assert only_takes_part(at(doc, "elect"), at(doc, "Ann"), WORDS) is aside


def test_a_participle_before_a_noun_is_of_what_others_did() -> None:
    doc = tree(KILLED)
    kidnapped = at(doc, "kidnapped")
    assert is_beside_attribute(kidnapped, at(doc, "Chad"), WORDS)
    assert not is_beside_attribute(kidnapped, at(doc, "envoys"), WORDS)


TALKS = """
demand  demand VERB VBP 0 ROOT
talks   talk   NOUN NNS 1 obj
along   along  ADP  IN  5 case
with    with   ADP  IN  5 case
{0}     {0}    NOUN NN  2 nmod
"""


def test_what_is_joined_to_talks_is_not_what_they_are_about() -> None:
    doc = tree(TALKS.format("spending"))
    assert is_asked_beside(at(doc, "talks"), at(doc, "spending"), WORDS)
    assert not is_asked_beside(at(doc, "demand"), at(doc, "talks"), WORDS)
