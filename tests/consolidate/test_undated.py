"""Events told without a day: the one dated event that fits takes them in, or they go with their like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.consolidate.undated import attach_undated, merge_undated
from kg.records import Factuality
from tests.consolidate.grouped import event_groups, reported, talks, told_event
from tests.extract.mentions import IRAN, ISRAEL, PATRIOT, RUSSIA, UKRAINE

if TYPE_CHECKING:
    from kg.sameness.facts import EventFacts

JULY_4 = date(2025, 7, 4).toordinal()
CALL, ATTACK = talks("Call", RUSSIA, IRAN), told_event("Attack", attacker=RUSSIA, target=ISRAEL)
TRANSFER = told_event("Transfer", supplier=RUSSIA, recipient=UKRAINE, weapon=PATRIOT)


def dated(facts: EventFacts, day: str) -> EventFacts:
    return replace(facts, date=day)


def attached(*told: EventFacts) -> list[str]:
    groups, _ = event_groups(*told)
    attach_undated(groups)
    return ["".join(sorted(group.documents)) for group in groups.current()]


def merged(*told: EventFacts) -> list[str]:
    groups, _ = event_groups(*told)
    merge_undated(groups)
    return ["".join(sorted(group.documents)) for group in groups.current()]


@pytest.mark.parametrize(
    ("day", "together"),
    [("2025-07-04", True), ("2025-07-01", True), ("2025-06-30", False), ("2025-07-05", False)],
)
def test_an_article_tells_of_the_days_before_it(day: str, *, together: bool) -> None:
    found = attached(dated(CALL, day), reported(CALL, on=JULY_4, days=3))
    assert found == (["ab"] if together else ["a", "b"])


def test_what_is_planned_lies_ahead() -> None:
    planned = replace(CALL, factuality=Factuality.PLANNED)
    assert attached(dated(planned, "2025-07-06"), reported(planned, on=JULY_4)) == ["ab"]
    assert attached(dated(planned, "2025-07-03"), reported(planned, on=JULY_4)) == ["a", "b"]


def test_between_two_days_that_fit_it_stays_alone() -> None:
    told = reported(CALL, on=JULY_4)
    assert attached(dated(CALL, "2025-07-02"), dated(CALL, "2025-07-03"), told) == ["a", "b", "c"]
    assert attached(dated(CALL, "2025-07-02"), dated(talks("Call", RUSSIA, ISRAEL), "2025-07-03"), told) == ["ac", "b"]


def test_a_month_and_a_week_take_in_a_day_of_theirs_alone() -> None:
    assert attached(dated(CALL, "2025-06-09"), dated(CALL, "2025-06")) == ["ab"]
    assert attached(dated(CALL, "2025-07-09"), dated(CALL, "2025-06")) == ["a", "b"]
    assert attached(dated(CALL, "2025-06-09"), dated(CALL, "2025-06-09/2025-06-15")) == ["ab"]
    assert attached(dated(CALL, "2025-06-08"), dated(CALL, "2025-06-09/2025-06-15")) == ["a", "b"]


def test_what_tells_more_of_its_date_goes_first() -> None:
    month, nothing = dated(CALL, "2025-06"), reported(CALL, on=JULY_4, days=40)
    groups, _ = event_groups(dated(CALL, "2025-06-09"), nothing, month)
    attach_undated(groups)
    (whole,) = groups.current()
    assert [(merge.left.document, merge.right.document) for merge in whole.merges] == [("a", "c"), ("a", "b")]


def test_an_attack_without_any_day_may_be_another_and_a_call_is_not() -> None:
    assert attached(dated(ATTACK, "2025-07-04"), reported(ATTACK, on=None)) == ["a", "b"]
    assert attached(dated(ATTACK, "2025-07-04"), reported(ATTACK, on=JULY_4)) == ["ab"]
    assert attached(dated(CALL, "2025-07-04"), reported(CALL, on=None)) == ["ab"]


def test_a_weak_reason_takes_in_nothing_undated() -> None:
    other = told_event("Attack", attacker=RUSSIA, target=UKRAINE)
    city = told_event("Attack", attacker=RUSSIA, target=1)
    assert attached(dated(other, "2025-07-04"), reported(city, on=JULY_4)) == ["a", "b"]


@pytest.mark.parametrize(("later", "together"), [(0, True), (3, True), (4, False)])
def test_articles_of_the_same_days_tell_of_one(later: int, *, together: bool) -> None:
    for first in range(JULY_4, JULY_4 + 4):
        found = merged(reported(CALL, on=first, days=3), reported(CALL, on=first + later, days=3))
        assert found == (["ab"] if together else ["a", "b"])


def test_the_first_and_the_last_of_several_must_be_near_too() -> None:
    told = [reported(CALL, on=JULY_4 + later, days=3) for later in (0, 2, 4)]
    assert len(merged(*told)) == 2


def test_without_any_date_only_what_is_handed_on_is_one() -> None:
    assert merged(reported(TRANSFER, on=None), reported(TRANSFER, on=None)) == ["ab"]
    assert merged(reported(CALL, on=None), reported(CALL, on=None)) == ["a", "b"]


def test_another_factuality_or_month_parts() -> None:
    told = reported(CALL, on=JULY_4)
    assert merged(told, replace(told, factuality=Factuality.PLANNED)) == ["a", "b"]
    assert merged(told, replace(told, date="2025-06")) == ["a", "b"]
    assert merged(replace(told, date="2025-06"), replace(told, date="2025-06")) == ["ab"]


def test_both_ways_say_how_and_are_less_sure() -> None:
    groups, _ = event_groups(dated(CALL, "2025-07-04"), reported(CALL, on=JULY_4))
    attach_undated(groups)
    ((merge,),) = (group.merges for group in groups.current())
    assert (merge.reason, merge.score) == ("same kind, same participants, the only one in time", 0.855)
    groups, _ = event_groups(reported(CALL, on=JULY_4), reported(CALL, on=JULY_4))
    merge_undated(groups)
    ((merge,),) = (group.merges for group in groups.current())
    assert (merge.reason, merge.score) == ("same kind, same participants, reported in the same days", 0.76)
