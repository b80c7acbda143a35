"""What speaks for two groups of events is the best of what speaks for any two of their tellings."""

from __future__ import annotations

from dataclasses import replace

from kg.consolidate.comparing import assess, best_support
from kg.records import Factuality
from kg.sameness.laws import WEAK_TIER
from tests.consolidate.grouped import event_groups, talks
from tests.extract.mentions import IRAN, ISRAEL, MINISTER, PUTIN, RUSSIA

CALL = replace(talks("Call", RUSSIA, IRAN), date="2025-07-04")


def test_the_best_of_all_tellings_counts() -> None:
    planned = replace(CALL, factuality=Factuality.PLANNED)
    groups, (left, right, weaker) = event_groups(CALL, CALL, planned)
    alone = best_support(weaker, right)
    assert alone is not None
    assert alone.tier == WEAK_TIER
    left.facts = weaker.facts + left.facts
    both = best_support(left, right)
    assert both is not None
    assert (both.tier, both.score) == (0, 0.95)
    assert assess(groups, left, right) == both


def test_what_is_weaker_than_asked_for_is_nothing() -> None:
    _, (left, right) = event_groups(CALL, replace(CALL, factuality=Factuality.PLANNED))
    assert best_support(left, right) is not None
    assert best_support(left, right, weakest=WEAK_TIER - 1) is None


def test_one_article_and_any_contradiction_part_two_groups() -> None:
    other = replace(talks("Call", RUSSIA, ISRAEL), date="2025-07-04")
    groups, (left, right, third) = event_groups(CALL, CALL, other)
    assert assess(groups, left, right) is not None
    right.documents = {"a", "b"}
    assert assess(groups, left, right) is None
    right.documents, right.facts = {"b"}, right.facts + third.facts
    assert assess(groups, left, right) is None


def test_a_country_and_who_speaks_for_it_are_a_weak_reason() -> None:
    meeting = replace(talks("Meeting", RUSSIA, IRAN), date="2025-07-04")
    _, (left, right, two) = event_groups(
        meeting,
        replace(talks("Meeting", PUTIN, IRAN), date="2025-07-04"),
        replace(talks("Meeting", PUTIN, MINISTER, IRAN), date="2025-07-04"),
    )
    found = best_support(left, right)
    assert found is not None
    assert (found.tier, found.reason) == (WEAK_TIER, "same sides")
    assert best_support(left, two) is None
