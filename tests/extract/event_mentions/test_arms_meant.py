"""Arms that a pronoun or "the" points back to are those that somebody fired in the sentence before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.event_mentions.arms_meant import with_arms_meant
from kg.records import Factuality
from tests.extract.analysed import analysed
from tests.extract.mentions import HOWITZER, RUSSIA, mention, named
from tests.grammar.trees import at, joined

FIRED = """
Peru Peru PROPN NNP 2 nsubj
fired fire VERB VBD 0 ROOT
drones drone NOUN NNS 2 obj
"""
PRONOUN = """
They they PRON PRP 2 nsubj
struck strike VERB VBD 0 ROOT
Lima Lima PROPN NNP 2 obj
"""
OTHERS = """
Some some DET DT 2 det
drones drone NOUN NNS 3 nsubj
struck strike VERB VBD 0 ROOT
Lima Lima PROPN NNP 3 obj
"""


def links(*tables: str, word: str = "They", told: Factuality = Factuality.ASSERTED) -> tuple[int, ...]:
    doc = joined(*tables)
    fired, struck = at(doc, "fired"), at(doc, "struck")
    arms = next(token for token in doc if token.text == word and token.i > fired.i + 1)
    deed = mention("Attack", named("attacker", RUSSIA), named("weapon", HOWITZER, at(doc, "drones").idx), at=fired.idx)
    hit = mention("Attack", named("weapon", HOWITZER, arms.idx), at=struck.idx)
    found = with_arms_meant([replace(deed, factuality=told), hit], analysed(doc))
    return tuple(1 for link in found[1].links if link == fired.idx)


def test_a_pronoun_means_the_arms_of_the_sentence_before() -> None:
    assert links(FIRED, PRONOUN) == (1,)


@pytest.mark.parametrize("told", [Factuality.PLANNED, Factuality.DENIED])
def test_what_is_less_sure_is_another_deed(told: Factuality) -> None:
    assert links(FIRED, PRONOUN, told=told) == ()


def test_other_arms_and_those_of_an_earlier_sentence_are_left() -> None:
    between = "Ann Ann PROPN NNP 2 nsubj\nspoke speak VERB VBD 0 ROOT"
    assert links(FIRED, OTHERS, word="drones") == ()
    assert links(FIRED, between, PRONOUN) == ()
