"""Aims that are reached where they are told, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.factuality.value import factuality_of
from kg.records import Factuality, Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

ASSERTED, PLANNED = Factuality.ASSERTED, Factuality.PLANNED
DEED = """
miners miner NOUN NNS 3 nsubj
{0} 3 aux
{1} 0 ROOT
roads road NOUN NNS 3 obj
to to PART TO 6 mark
{2} {2} VERB VB 3 advcl
"""


@pytest.mark.parametrize(
    ("helper", "deed", "aim", "expected"),
    [
        ("have have AUX VBP", "blocked block VERB VBN", "protest", ASSERTED),
        ("are be AUX VBP", "blocking block VERB VBG", "demand", ASSERTED),
        ("will will AUX MD", "block block VERB VB", "protest", PLANNED),
        ("have have AUX VBP", "blocked block VERB VBN", "attack", PLANNED),
    ],
)
def test_a_deed_shows_what_it_is_done_to_demand_and_only_prepares_what_it_is_done_to_do(
    helper: str, deed: str, aim: str, expected: Factuality
) -> None:
    kind = Term("Attack" if aim == "attack" else "Protest" if aim == "protest" else "Demand")
    token = at(tree(DEED.format(helper, deed, aim)), aim)
    assert factuality_of(token, kind, KNOWLEDGE.words, KNOWLEDGE.taxonomy).factuality is expected


TALKS = """
envoys envoy NOUN NNS 3 nsubj
{0} 3 aux
{1} 0 ROOT
to to PART TO 5 mark
discuss discuss VERB VB 3 advcl
peace peace NOUN NN 5 obj
"""


def test_what_people_meet_to_discuss_is_discussed_where_they_meet() -> None:
    def discussed(helper: str, verb: str) -> Factuality:
        token = at(tree(TALKS.format(helper, verb)), "discuss")
        return factuality_of(token, Term("Conversation"), KNOWLEDGE.words, KNOWLEDGE.taxonomy).factuality

    assert discussed("have have AUX VBP", "met meet VERB VBN") is ASSERTED
    assert discussed("will will AUX MD", "meet meet VERB VB") is PLANNED
