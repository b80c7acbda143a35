"""Who only may have done what others tell as a fact."""

from __future__ import annotations

from kg.extract.linking.suspects import without_suspects_of
from kg.records import Factuality
from tests.extract.mentions import KYIV, RUSSIA, mention, named


def test_who_only_may_have_done_what_others_tell_as_a_fact_is_left_out() -> None:
    fact = mention("Attack", named("target", KYIV))
    charge = mention("Attack", named("attacker", RUSSIA), factuality=Factuality.POSSIBLE)
    assert [len(m.arguments) for m in without_suspects_of([fact, charge])] == [1, 0]
    assert without_suspects_of([charge]) == [charge]
