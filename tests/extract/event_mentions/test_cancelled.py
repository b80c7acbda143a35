"""What was planned and then called off."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.cancelled import as_cancelled
from kg.records import Factuality, Span
from tests.extract.mentions import IRAN, ISRAEL, RUSSIA, mention, named
from tests.known import KNOWLEDGE

PLAN = mention(
    "Meeting", named("participant", RUSSIA), named("participant", IRAN), at=10, factuality=Factuality.PLANNED
)


@pytest.mark.parametrize(
    ("kind", "parties", "sentence", "definite", "off"),
    [
        ("Meeting", (), Span(12, 30), True, True),
        ("Conversation", (RUSSIA,), Span(12, 30), True, True),
        ("Meeting", (ISRAEL,), Span(12, 30), True, False),
        ("Meeting", (), Span(20, 30), True, False),
        ("Meeting", (), Span(12, 30), False, False),
        ("Protest", (), Span(12, 30), True, False),
    ],
)
def test_a_plan_is_off_where_a_noun_that_points_back_to_it_says_so(
    kind: str, parties: tuple[int, ...], sentence: Span, *, definite: bool, off: bool
) -> None:
    denial = mention(
        kind,
        *(named("participant", party) for party in parties),
        at=25,
        sentence=sentence,
        is_noun=True,
        definite=definite,
        factuality=Factuality.NEGATED,
    )
    plan, told = as_cancelled([PLAN, denial], KNOWLEDGE.taxonomy)
    assert (plan.factuality, told.links) == ((Factuality.NEGATED, (10,)) if off else (Factuality.PLANNED, ()))


def test_of_two_plans_nobody_knows_which_is_off() -> None:
    other = mention("Meeting", named("participant", ISRAEL), at=9, factuality=Factuality.PLANNED)
    off = mention("Meeting", at=12, is_noun=True, definite=True, factuality=Factuality.NEGATED)
    assert as_cancelled([other, PLAN, off], KNOWLEDGE.taxonomy) == [other, PLAN, off]
