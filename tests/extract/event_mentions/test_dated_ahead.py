"""What is dated after its own publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.extract.event_mentions.dated_ahead import as_to_come
from kg.records import DateBasis, EventDate, Factuality, Span
from tests.extract.analysed import analysed
from tests.extract.mentions import IRAN, ISRAEL, mention, named
from tests.grammar.trees import at, tree

TRUCE = """
The the DET DT 2 det
truce truce NOUN NN 3 nsubj
{verb} VERB {tag} 0 ROOT
on on ADP IN 5 case
Sunday Sunday PROPN NNP 3 obl
"""
PUBLISHED = date(2025, 7, 4)


@pytest.mark.parametrize(
    ("verb", "tag", "day", "factuality", "dated"),
    [
        ("starts start", "VBZ", "2025-07-06", Factuality.PLANNED, True),
        ("starts start", "VBZ", "2025-07-05", Factuality.ASSERTED, True),
        ("starts start", "VBZ", "2025", Factuality.ASSERTED, True),
        ("started start", "VBD", "2025-07-06", Factuality.ASSERTED, False),
        ("ends end", "VBZ", "2025-07-06", Factuality.ASSERTED, False),
    ],
)
def test_a_day_to_come_tells_a_plan_or_is_of_something_else(
    verb: str, tag: str, day: str, factuality: Factuality, *, dated: bool
) -> None:
    analysis = analysed(tree(TRUCE.format(verb=verb, tag=tag)))
    truce = at(analysis.doc, "truce")
    told = mention("Ceasefire", named("participant", IRAN), named("participant", ISRAEL))
    told = replace(
        told,
        trigger=Span(truce.idx, truce.idx + len(truce.text)),
        date=EventDate(day, DateBasis.RELATIVE),
    )
    found = as_to_come(told, PUBLISHED, analysis)
    assert (found.factuality, found.date is not None) == (factuality, dated)
    assert as_to_come(told, None, analysis) == told
