"""What a reward is offered for is still to come about."""

from __future__ import annotations

import pytest

from kg.extract.factuality.rewards import is_rewarded, offers_prize
from kg.records import Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

LEADING = """
Mali Mali PROPN NNP 2 nsubj
{verb} 0 ROOT
a a DET DT 4 det
{prize} NOUN NN 2 obj
for for ADP IN 6 case
tips tip NOUN NNS {head}
{leading} VERB {tag} 6 acl
to to ADP IN 10 case
his his PRON PRP$ 10 nmod:poss
arrest arrest NOUN NN 7 obl
"""


def is_open(verb: str, prize: str, head: str, leading: str = "leading lead", tag: str = "VBG") -> bool:
    doc = tree(LEADING.format(verb=verb, prize=prize, head=head, leading=leading, tag=tag))
    return is_rewarded(at(doc, "arrest"), Term("Arrest"), KNOWLEDGE.words, KNOWLEDGE.taxonomy)


@pytest.mark.parametrize("head", ["4 nmod", "2 obl"])
def test_tips_that_lead_to_an_arrest_and_are_to_be_paid_for_need_not(head: str) -> None:
    assert is_open("offered offer VERB VBD", "reward reward", head)
    assert is_open("raised raise VERB VBD", "bounty bounty", head)
    assert not is_open("offered offer VERB VBD", "lift lift", head)


def test_what_was_paid_for_or_has_led_there_was_done() -> None:
    assert not is_open("collected collect VERB VBD", "reward reward", "4 nmod")
    assert is_open("pay pay VERB VB", "reward reward", "4 nmod")
    assert not is_open("offered offer VERB VBD", "reward reward", "4 nmod", "led lead", "VBD")


def test_so_is_what_the_reward_is_for_itself() -> None:
    doc = tree("reward reward NOUN NN 0 ROOT\nfor for ADP IN 3 case\narrest arrest NOUN NN 1 nmod")
    assert is_rewarded(doc[2], Term("Arrest"), KNOWLEDGE.words, KNOWLEDGE.taxonomy)
    assert not is_rewarded(doc[2], Term("Attack"), KNOWLEDGE.words, KNOWLEDGE.taxonomy)


SUM = """
Mali Mali PROPN NNP 2 nsubj
offered offer VERB VBD 0 ROOT
{sum} 2 obj
for for ADP IN 5 case
{what} {what} NOUN NN 2 obl
"""


@pytest.mark.parametrize(
    ("price", "what", "prize"),
    [("$ $ SYM $", "information", True), ("$ $ SYM $", "food", False), ("help help NOUN NN", "information", False)],
)
def test_a_sum_for_information_is_a_prize_and_no_aid(price: str, what: str, *, prize: bool) -> None:
    doc = tree(SUM.format(sum=price, what=what))
    assert offers_prize(at(doc, "offered"), KNOWLEDGE.words) is prize
