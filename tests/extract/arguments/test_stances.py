"""Who only speaks for or against a deed that others do, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.arguments.stances import (
    accuses,
    is_only_against,
    is_opposed,
    is_promised_to,
    only_accuses,
    only_calls_for_it,
)
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
PROTESTED = """
Chad {0} PROPN NNP 2 nsubj
{1}  {2} VERB  VBD 0 ROOT
talks talk NOUN NNS 2 obj
with with ADP IN 5 case
Mali Mali PROPN NNP 3 nmod
"""
PROMISE = """
Our        our        PRON  PRP$ 2 nmod:poss
{0}        {0}        NOUN  NN   0 ROOT
{1}        {1}        ADP   IN   4 case
Chad       Chad       PROPN NNP  2 nmod
to         to         PART  TO   6 mark
support    support    VERB  VB   2 acl
them       they       PRON  PRP  6 obj
"""
COMPLAINT = """
complaint  complaint  NOUN  NN   0 ROOT
that       that       PRON  WDT  4 obj
Chad       Chad       PROPN NNP  4 nsubj
{0}        {1}        VERB  VBD  1 acl:relcl
"""
ACCUSED = """
Ann        Ann        PROPN NNP  2 nsubj
{0}        {1}        VERB  VBD  0 ROOT
Bo         Bo         PROPN NNP  2 obj
{2}        {2}        SCONJ IN   5 mark
bombing    bomb       VERB  VBG  2 advcl
Chad       Chad       PROPN NNP  5 obj
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "against"),
    [("protested", "protest", True), ("held", "hold", False), ("welcomed", "welcome", False)],
)
def test_who_condemns_talks_has_no_part_in_them(verb: str, lemma: str, *, against: bool) -> None:
    doc = tree(PROTESTED.format("Chad", verb, lemma))
    talks = at(doc, "talks")
    assert is_only_against(talks, at(doc, "Chad"), WORDS) is against
    assert not is_only_against(talks, at(doc, "Mali"), WORDS)


@pytest.mark.parametrize(
    ("noun", "marker", "bound"), [("commitment", "to", True), ("commitment", "of", False), ("appeal", "to", False)]
)
def test_to_whom_a_promise_is_made_does_not_keep_it(noun: str, marker: str, *, bound: bool) -> None:
    doc = tree(PROMISE.format(noun, marker))
    assert is_promised_to(at(doc, "support"), at(doc, "Chad"), WORDS) is bound


@pytest.mark.parametrize(("noun", "asks"), [("call", True), ("appeal", True), ("plan", False)])
def test_who_calls_for_a_deed_does_not_do_it(noun: str, *, asks: bool) -> None:
    doc = tree(PROMISE.format(noun, "by"))
    assert only_calls_for_it(at(doc, "support"), at(doc, "Chad"), WORDS) is asks
    assert only_calls_for_it(at(doc, "support"), at(doc, "Our"), WORDS) is asks


@pytest.mark.parametrize(("verb", "lemma", "made"), [("filed", "file", True), ("saw", "see", False)])
def test_who_has_made_a_charge_is_not_charged(verb: str, lemma: str, *, made: bool) -> None:
    doc = tree(COMPLAINT.format(verb, lemma))
    assert accuses(at(doc, "complaint"), at(doc, "Chad"), WORDS) is made


@pytest.mark.parametrize(
    ("verb", "mark", "charged"),
    [("accused accuse", "of", True), ("saw see", "of", False), ("accused accuse", "after", False)],
)
def test_who_accuses_another_of_a_deed_does_not_do_it(verb: str, mark: str, *, charged: bool) -> None:
    doc = tree(ACCUSED.format(*verb.split(), mark))
    assert only_accuses(at(doc, "bombing"), at(doc, "Ann"), WORDS) is charged
    assert not only_accuses(at(doc, "bombing"), at(doc, "Bo"), WORDS)


@pytest.mark.parametrize(("marker", "opposed"), [("to", True), ("against", True), ("of", False)])
def test_to_whom_somebody_is_opposed_opposes_nothing(marker: str, *, opposed: bool) -> None:
    doc = tree(PROMISE.format("opposition", marker))
    assert is_opposed(at(doc, "opposition"), at(doc, "Chad"), WORDS) is opposed
