"""Whether events of two documents are one: class, factuality, day, then what the class says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.records import Factuality
from kg.sameness.collection import clash, judge, support
from kg.sameness.facts import document_parties, mention_facts
from kg.sameness.laws import WEAK_TIER
from kg.sameness.support import Clash, Support
from tests.extract.mentions import ENTITIES, IRAN, KYIV, RUSSIA, mention, named
from tests.known import KNOWLEDGE

CALL, ATTACK = (
    replace(
        mention_facts([one], document_parties(ENTITIES), KNOWLEDGE.taxonomy, KNOWLEDGE.participants), date="2025-07-04"
    )
    for one in (
        mention("Call", named("participant", RUSSIA), named("participant", IRAN)),
        mention("Attack", named("attacker", RUSSIA), named("target", KYIV)),
    )
)


def test_the_same_of_the_same_day_is_one() -> None:
    assert isinstance(judge(CALL, CALL), Support)
    assert support(CALL, CALL) == judge(CALL, CALL)
    assert not clash(CALL, CALL)


@pytest.mark.parametrize(
    ("right", "reason"),
    [
        (ATTACK, "another class"),
        (replace(CALL, date="2025-07-05"), "another date"),
        (replace(CALL, factuality=Factuality.NEGATED), "the one happened, the other did not"),
        (replace(CALL, factuality=Factuality.POSSIBLE), "the one happened, the other did not"),
    ],
)
def test_another_class_day_or_factuality_parts(right: object, reason: str) -> None:
    assert judge(CALL, right) == judge(right, CALL) == Clash(reason)  # type: ignore[arg-type]  # a table of facts
    assert clash(CALL, right)  # type: ignore[arg-type]  # a table of facts
    assert support(CALL, right) is None  # type: ignore[arg-type]  # a table of facts


def test_several_attacks_are_not_one_of_them_and_calls_are_not_counted() -> None:
    several = replace(ATTACK, several=True)
    assert judge(ATTACK, several) == judge(several, ATTACK) == Clash("the one tells of several")
    assert isinstance(judge(several, several), Support)
    assert isinstance(judge(CALL, replace(CALL, several=True)), Support)


def test_an_open_day_parts_nothing() -> None:
    assert isinstance(judge(CALL, replace(CALL, date=None)), Support)
    assert isinstance(judge(CALL, replace(CALL, date="2025-07")), Support)


def test_what_was_planned_and_then_done_is_one_less_surely() -> None:
    found, plain = judge(CALL, replace(CALL, factuality=Factuality.PLANNED)), judge(CALL, CALL)
    assert isinstance(found, Support)
    assert isinstance(plain, Support)
    assert found.reason == f"{plain.reason}, planned and then told as done"
    assert (found.tier, found.score) == (WEAK_TIER, round(plain.score * 0.9, 3))
