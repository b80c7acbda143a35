"""Who calls a report a lie says that it is not so, be the report short or long."""

from __future__ import annotations

import pytest

from kg.grammar.called import is_called_false
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
