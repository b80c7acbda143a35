from __future__ import annotations

from kg.records import DateBasis, EventDate, Evidence, Figure, Span, Term
from kg.sameness.document import Extent
from tests.extract.mentions import IRAN, ISRAEL, KYIV, ODESA, RUSSIA, UKRAINE, mention, named, sameness, unnamed

FIRST = mention("Attack", named("attacker", RUSSIA), named("target", KYIV))
KILLED = Figure(Term("Killed"), 10, 10, (Evidence(Span(0, 1), "test"),))


def test_the_same_force_on_the_same_country_is_one_attack_and_on_another_city_of_it_two() -> None:
    again = mention("Attack", named("attacker", RUSSIA), named("target", UKRAINE), at=50)
    assert sameness().parted([again], [FIRST], Extent.WHOLE) == ""
    other = mention("Attack", named("attacker", RUSSIA), named("target", ODESA), at=50)
    assert sameness().parted([other], [FIRST], Extent.WHOLE) == "another target"


def test_another_force_another_target_and_another_date_part() -> None:
    other = mention("Attack", named("attacker", IRAN), named("target", KYIV), at=50)
    assert sameness().parted([other], [FIRST], Extent.WHOLE) == "another attacker"
    other = mention("Attack", named("attacker", RUSSIA), named("target", ISRAEL), at=50)
    assert sameness().parted([other], [FIRST], Extent.WHOLE) == "another target"
    days = [EventDate(day, DateBasis.EXPLICIT) for day in ("2025-07-04", "2025-07-03")]
    dated = [mention("Attack", *FIRST.arguments, date=day) for day in days]
    assert sameness().parted([dated[0]], [dated[1]], Extent.WHOLE) == "another date"


def test_a_definite_word_points_back_and_an_indefinite_one_begins_anew() -> None:
    definite = mention("Attack", unnamed("target", "convoy", 55), at=50, definite=True)
    assert sameness().parted([definite], [FIRST], Extent.PART) == ""
    indefinite = mention("Attack", unnamed("target", "convoy", 55), at=50, indefinite=True)
    assert sameness().parted([indefinite], [FIRST], Extent.PART) == "an indefinite noun begins a new event"


def test_things_of_kinds_that_can_not_be_one_part() -> None:
    event = mention("Attack", named("attacker", RUSSIA), unnamed("target", "hospital"))
    same = mention("Attack", unnamed("target", "hospital", 55), at=50, definite=True)
    other = mention("Attack", unnamed("target", "market", 55), at=50, definite=True)
    assert sameness().parted([same], [event], Extent.PART) == ""
    assert sameness().parted([other], [event], Extent.PART) == "another target"


def test_the_dead_of_the_next_sentence_are_of_the_attack_before_it_and_no_further() -> None:
    near = mention("Attack", at=2, figures=(KILLED,))
    far = mention("Attack", at=90, figures=(KILLED,))
    assert sameness().parted([near], [FIRST], Extent.PART) == ""
    assert sameness().parted([far], [FIRST], Extent.PART) == "its dead are of another event"


def test_a_part_of_an_event_joins_backwards_only_and_nearby() -> None:
    before = mention("Attack", named("target", KYIV), at=0)
    event = mention("Attack", named("attacker", RUSSIA), named("target", KYIV), at=50)
    assert sameness().parted([before], [event], Extent.PART) == "too far from it"
    assert (
        sameness().parted([mention("Attack", named("target", KYIV), at=9000)], [event], Extent.PART)
        == "too far from it"
    )
