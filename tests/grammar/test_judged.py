"""A clause behind a comma judges what was done, and so whoever did it."""

from __future__ import annotations

import pytest

from kg.grammar.judged import doers_judged
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

SENT = """
Togo      Togo    PROPN NNP 2 nsubj
sent      send    VERB  VBD 0 ROOT
{1}       {1}     NOUN  NNS 2 obj
to        to      ADP   IN  5 case
Mali      Mali    PROPN NNP {2}
,         ,       PUNCT ,   9 punct
which     which   PRON  WDT 9 obj
Chad      Chad    PROPN NNP 9 nsubj
{0}       {0}     VERB  {3} 5 acl:relcl
"""


def doers(verb: str, tag: str = "VBD", noun: str = "soldiers", place: str = "2 obl") -> list[str] | None:
    found = doers_judged(at(tree(SENT.format(verb, noun, place, tag)), verb), KNOWLEDGE.words)
    return None if found is None else [token.text for token in found]


@pytest.mark.parametrize("verb", ["condemn", "welcome"])
def test_who_did_it_is_judged(verb: str) -> None:
    assert doers(verb) == ["Togo"]


def test_who_is_judged_as_a_rule_or_described_stands_before_the_clause() -> None:
    assert doers("condemn", tag="VBZ") is None
    assert doers("border") is None


def test_who_only_speaks_of_a_deed_is_not_judged_for_it() -> None:
    assert doers("condemn", noun="attack", place="3 nmod") == ["Togo"]
    doc = SENT.replace("sent      send", "praised   praise").format("condemn", "attack", "3 nmod", "VBD")
    assert doers_judged(at(tree(doc), "condemn"), KNOWLEDGE.words) == ()
