"""Talks that have been held, by what is said of their end, on hand-made trees."""

from __future__ import annotations

import pytest

from kg.extract.factuality.held import has_failed, is_concluded, is_past, is_reporters_order, was_held
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
CONCLUDED = """
Peru Peru PROPN NNP 2 nsubj
{} 0 ROOT
talks talk NOUN NNS 2 obj
"""
FAILED = """
talks talk NOUN NNS 2 nsubj
{} 0 ROOT
"""


@pytest.mark.parametrize(
    ("verb", "held"),
    [("concluded conclude VERB VBD", True), ("began begin VERB VBD", False), ("proposed propose VERB VBD", False)],
)
def test_talks_that_are_concluded_have_been_held(verb: str, held: bool) -> None:
    assert is_concluded(at(tree(CONCLUDED.format(verb)), "talks"), WORDS) == held


@pytest.mark.parametrize(
    ("verb", "more", "held"),
    [
        ("failed fail VERB VBD", "", True),
        ("failed fail VERB VBD", "start start VERB VB 2 xcomp\n", False),
        ("failed fail VERB VBD", "not not PART RB 2 advmod\n", False),
        ("fail fail VERB VB", "may may AUX MD 2 aux\n", False),
        ("began begin VERB VBD", "", False),
    ],
)
def test_talks_that_have_failed_were_held(verb: str, more: str, held: bool) -> None:
    assert has_failed(at(tree(FAILED.format(verb) + more), "talks"), WORDS) == held


@pytest.mark.parametrize(
    ("verb", "held"),
    [("held hold VERB VBD", True), ("hold hold VERB VB", False), ("praised praise VERB VBD", False)],
)
def test_talks_that_somebody_held_were_held(verb: str, held: bool) -> None:
    assert was_held(at(tree(CONCLUDED.format(verb)), "talks"), WORDS) == held


@pytest.mark.parametrize(
    ("helper", "verb", "past"),
    [
        ("", "held hold VERB VBD", True),
        ("were be AUX VBD 2 aux:pass", "held hold VERB VBN", True),
        ("are be AUX VBP 2 aux:pass", "held hold VERB VBN", False),
        ("will will AUX MD 2 aux", "hold hold VERB VB", False),
    ],
)
def test_only_a_finite_verb_of_the_past_is_past(helper: str, verb: str, past: bool) -> None:
    table = f"talks talk NOUN NNS 2 nsubj\n{verb} 0 ROOT\n{helper}"
    assert is_past(tree(table)[1]) == past


WERE_HELD = """
talks talk NOUN NNS 3 nsubj:pass
{} 3 aux:pass
held hold VERB VBN 0 ROOT
"""


def test_talks_that_were_held_were_and_those_that_are_held_may_be_to_come() -> None:
    assert was_held(at(tree(WERE_HELD.format("were be AUX VBD")), "talks"), WORDS)
    assert not was_held(at(tree(WERE_HELD.format("are be AUX VBP")), "talks"), WORDS)


LATER = """
said say VERB VBD 0 ROOT
{0}
a a DET DT 4 det
{1} 7 obl:unmarked
{2} {2} SCONJ IN 7 mark
rebels rebel NOUN NNS 7 nsubj
{3} 1 advcl
"""
COMMA, DAY, FLED = ", , PUNCT , 7 punct", "day day NOUN NN", "fled flee VERB VBD"


@pytest.mark.parametrize(
    ("before", "time", "mark", "verb", "reporters"),
    [
        (COMMA, DAY, "after", FLED, True),
        (COMMA, DAY, "because", FLED, False),
        (COMMA, "raid raid NOUN NN", "after", FLED, False),
        (COMMA, DAY, "after", "flee flee VERB VBP", False),
        ("there there ADV RB 1 advmod", DAY, "after", FLED, False),
    ],
)
def test_a_day_after_another_deed_is_told_by_the_reporter(
    before: str, time: str, mark: str, verb: str, *, reporters: bool
) -> None:
    doc = tree(LATER.format(before, time, mark, verb))
    assert is_reporters_order(doc[6], WORDS) is reporters
