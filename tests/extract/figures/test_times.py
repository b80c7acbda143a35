"""Whether those whom a clause counts were hurt on another day, on trees made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.figures.times import is_at_another_time
from tests.extract.analysed import analysed
from tests.grammar.trees import at, tree

AFTER = """
attack attack NOUN NN 2 nsubj
came come VERB VBD 0 ROOT
{} {} NOUN NNS 6 obl:unmarked
after after SCONJ IN 6 mark
gunmen gunman NOUN NNS 6 nsubj
shot shoot VERB VBD 2 advcl
guards guard NOUN NNS 6 obj
"""
WHEN = """
raid raid NOUN NN 0 ROOT
since since ADP IN 3 case
June June PROPN NNP 1 nmod
when when SCONJ WRB 6 advmod
guards guard NOUN NNS 6 nsubj:pass
killed kill VERB VBN 1 advcl
"""


@pytest.mark.parametrize(("span", "apart"), [("days", True), ("camps", False)])
def test_a_clause_is_of_another_day_where_the_time_between_is_told(span: str, apart: bool) -> None:
    doc = tree(AFTER.format(span, span.removesuffix("s")))
    assert is_at_another_time(at(doc, "guards"), at(doc, "attack"), analysed(doc)) is apart
    assert not is_at_another_time(at(doc, "guards"), at(doc, "shot"), analysed(doc))


def test_a_clause_behind_a_date_is_of_that_day() -> None:
    doc = tree(WHEN)
    known = analysed(doc)
    for dated, apart in ((frozenset({at(doc, "June").i}), True), (frozenset[int](), False)):
        analysis = replace(known, dated=dated)
        assert is_at_another_time(at(doc, "guards"), at(doc, "raid"), analysis) is apart
