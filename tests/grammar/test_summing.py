"""Which clauses tell of many happenings, or of a long time, and of no one."""

from __future__ import annotations

import pytest

from kg.grammar.summing import sums_up
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE

OFTEN = """
Rebels rebel NOUN NNS 3 nsubj
{word} {word} ADV RB 3 advmod
attack attack VERB VBP 0 ROOT
pipelines pipeline NOUN NNS 3 obj
"""


@pytest.mark.parametrize(("word", "many"), [("often", True), ("frequently", True), ("boldly", False)])
def test_what_is_often_done_is_no_one_deed(word: str, *, many: bool) -> None:
    assert sums_up(tree(OFTEN.format(word=word))[2], KNOWLEDGE.words) is many


DIED = """
Ninety ninety NUM CD 2 nsubj
died die VERB VBD 0 ROOT
in in ADP IN 5 case
{article}
attacks attack NOUN NNS 2 obl
in in ADP IN 8 case
{modifier} {modifier} ADJ JJ 8 amod
{unit} 2 obl
"""
NONE, THE, SUCH = "rebel rebel NOUN NN 5 compound", "the the DET DT 5 det", "such such ADJ JJ 5 amod"


@pytest.mark.parametrize(
    ("article", "modifier", "unit", "many"),
    [
        (NONE, "recent", "weeks week NOUN NNS", True),
        (NONE, "past", "year year NOUN NN", True),
        (NONE, "coming", "weeks week NOUN NNS", False),
        (NONE, "recent", "towns town NOUN NNS", False),
        (NONE, "past", "hours hour NOUN NNS", False),
        (THE, "recent", "weeks week NOUN NNS", False),
        (SUCH, "recent", "weeks week NOUN NNS", True),
    ],
)
def test_what_weeks_have_brought_is_of_many_and_the_attacks_are_those_that_were_told(
    article: str, modifier: str, unit: str, *, many: bool
) -> None:
    doc = tree(DIED.format(article=article, modifier=modifier, unit=unit))
    assert sums_up(doc[4], KNOWLEDGE.words) is many


def test_a_bare_noun_of_time_sums_up_in_the_plural_only() -> None:
    for unit, many in (("months month NOUN NNS", True), ("month month NOUN NN", False)):
        doc = tree(f"They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 ROOT\npast past ADJ JJ 4 amod\n{unit} 2 obl:tmod")
        assert sums_up(doc[1], KNOWLEDGE.words) is many


def test_the_past_is_no_time_of_one_deed() -> None:
    for noun, many in (("past past", True), ("morning morning", False)):
        time = f"in in ADP IN 3 case\nthe the DET DT 3 det\n{noun} NOUN NN 5 obl"
        doc = tree(f"{time}\nthey they PRON PRP 5 nsubj\nkilled kill VERB VBD 0 ROOT")
        assert sums_up(doc[4], KNOWLEDGE.words) is many
