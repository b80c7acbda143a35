"""How far a transfer has got, by its verb and what that hangs on."""

from __future__ import annotations

import pytest

from kg.extract.factuality.value import FactualityValue
from kg.extract.readers.statuses import status_of
from kg.records import Factuality
from tests.extract.analysed import analysed
from tests.grammar.trees import at, tree

PLAN = "a a DET DT 2 det\nplan plan NOUN NN 0 ROOT\nto to PART TO 4 mark\nsend send VERB VB 2 acl"


@pytest.mark.parametrize(
    ("lines", "factuality", "status"),
    [
        (PLAN, Factuality.ASSERTED, "Pledged"),
        (PLAN, Factuality.NEGATED, "Delivered"),
        ("send send VERB VBD 0 ROOT", Factuality.ASSERTED, "Delivered"),
        ("send send VERB VBD 0 ROOT", Factuality.PLANNED, "Pledged"),
    ],
)
def test_what_is_to_be_sent_is_only_pledged(lines: str, factuality: Factuality, status: str) -> None:
    doc = tree(lines)
    value = FactualityValue(factuality, (), certain=True)
    assert status_of(at(doc, "send"), value, None, analysed(doc)).value == status
