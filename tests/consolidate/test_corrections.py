"""Events as decisions correct them."""

from __future__ import annotations

import pytest

from kg.consolidate.corrections import corrected, event_class
from kg.consolidate.decisions import NO_DECISIONS, Action, Decision, Decisions
from kg.errors import DecisionError
from kg.records import DateBasis, Event
from tests.consolidate.articles import PUTIN, TRUMP, WORLD, article, call, known, person

trump, putin = known(TRUMP), known(PUTIN)
RECORDS = {
    "a": article("a", person("Ann Low"), events=(call(trump, putin, on="2025-07-03"), call(trump, person("Bo Ek")))),
    "b": article("b", events=(call(trump, putin, on="2025-07-03"),)),
}


def decided(*acts: tuple[str, str, str]) -> Decisions:
    return Decisions(tuple(Decision(Action(action), left, right, "ab", "why") for action, left, right in acts))


def first(*acts: tuple[str, str, str], document: str = "a") -> Event:
    return corrected(RECORDS, decided(*acts), WORLD.taxonomy)[document].events[0]


def test_a_class_a_date_and_a_claimant_take_the_place_of_what_was_read() -> None:
    event = first(("class", "a@0-1", "kg:Meeting"), ("date", "a@0-1", "2025-07"), ("claimant", "a@0-1", "Ann Low"))
    assert (event.kind, event.according_to) == ("Meeting", (0,))
    assert event.date is not None
    assert (event.date.value, event.date.basis) == ("2025-07", DateBasis.EXPLICIT)
    assert [(item.date, item.according_to) for item in event.evidence] == [(event.date, (0,))]


def test_the_last_of_several_holds() -> None:
    event = first(("date", "a@0-1", "2025-07-01"), ("class", "a@0-1", "Meeting"), ("date", "a@0-1", "none"))
    assert (event.date, event.kind) == (None, "Meeting")
    event = first(("claimant", "a@0-1", "Ann Low"), ("claimant", "a@0-1", "none"))
    assert event.according_to == ()


def test_whom_the_document_does_not_name_claims_nothing_in_it() -> None:
    trumps = ("claimant", "b@0-1", "Donald Trump")
    assert first(trumps, document="b").according_to == (0,)
    assert first(trumps, ("claimant", "b@0-1", "Ann Low"), document="b").according_to == (0,)


def test_other_events_and_documents_stay_as_they_are() -> None:
    found = corrected(RECORDS, decided(("class", "a@0-1", "Meeting")), WORLD.taxonomy)
    assert found["a"].events[1] == RECORDS["a"].events[1]
    assert found["b"] is RECORDS["b"]
    assert corrected(RECORDS, NO_DECISIONS, WORLD.taxonomy) is RECORDS


@pytest.mark.parametrize("kind", ["Person", "Event", "Nonsense"])
def test_what_is_no_class_of_events_is_refused_with_those_that_are(kind: str) -> None:
    (decision,) = decided(("class", "a@0-1", kind)).decisions
    with pytest.raises(DecisionError, match="is no class of events") as raised:
        event_class(decision, None, WORLD.taxonomy)
    assert "Attack" in str(raised.value.remedy)


def test_a_class_whose_parties_are_not_named_is_refused() -> None:
    (decision,) = decided(("class", "a@0-1", "Transfer")).decisions
    assert event_class(decision, None, WORLD.taxonomy) == "Transfer"
    with pytest.raises(DecisionError, match="what a Transfer needs"):
        event_class(decision, RECORDS["a"].events[0], WORLD.taxonomy)
