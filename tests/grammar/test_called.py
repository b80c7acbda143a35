"""Who calls a report a lie says that it is not so, be the report short or long."""

from __future__ import annotations

import pytest

from kg.grammar.called import denied_behind, is_called_false
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

CALLED = """
Chad Chad PROPN NNP 2 nsubj
called call VERB VBD 0 ROOT
{1} {1} NOUN NNS 2 obj
that that SCONJ IN 6 mark
it it PRON PRP 6 nsubj
shelled shell VERB VBD 3 acl
Tine Tine PROPN NNP 6 obj
{0} {0} NOUN NN {2}
"""


@pytest.mark.parametrize("place", ["2 xcomp", "6 obj"])
def test_reports_may_be_called_a_lie(place: str) -> None:
    doc = tree(CALLED.format("lie", "reports", place).replace("reports reports", "reports report"))
    assert is_called_false(at(doc, "reports"), KNOWLEDGE.words)


@pytest.mark.parametrize(("verdict", "noun"), [("surprise", "report"), ("lie", "speech")])
def test_other_verdicts_and_other_nouns_deny_nothing(verdict: str, noun: str) -> None:
    doc = tree(CALLED.format(verdict, noun, "2 xcomp"))
    assert is_called_false(at(doc, noun), KNOWLEDGE.words) is (verdict == "lie" and noun == "speech")


DENIED = """
Chad Chad PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
Tine Tine PROPN NNP 2 obj
, , PUNCT , 7 punct
which which PRON {0} 7 obj
Mali Mali PROPN NNP 7 nsubj
{1} {1} VERB VBZ 3 acl:relcl
"""


@pytest.mark.parametrize(
    ("tag", "verb", "denies"), [("WDT", "deny", True), ("WDT", "reject", False), ("DT", "deny", False)]
)
def test_who_denies_something_behind_a_comma_denies_all_of_it(tag: str, verb: str, *, denies: bool) -> None:
    assert (denied_behind(at(tree(DENIED.format(tag, verb)), "shelled"), KNOWLEDGE.words) is not None) is denies
