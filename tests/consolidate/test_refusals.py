"""Why two events of a collection are two."""

from __future__ import annotations

import pytest

from kg.consolidate import consolidate
from kg.consolidate.refusals import why_apart
from kg.records import Factuality, Member
from tests.consolidate.articles import PUTIN, RUSSIA, TRUMP, UKRAINE, WORLD, ZELENSKYY, Told, article, call, known, told

trump, putin, zelenskyy, russia, ukraine = map(known, (TRUMP, PUTIN, ZELENSKYY, RUSSIA, UKRAINE))
CALL = call(trump, putin, on="2025-07-03")


def why(*events: Told, published: str | None = "2025-07-04") -> str:
    """What parts the first two of events, each told by an article of its own."""
    articles = [article(name, on=published, events=(event,)) for name, event in zip("abc", events, strict=False)]
    return why_apart(consolidate(articles, WORLD), Member("a", 0), Member("b", 0), WORLD)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (CALL, ""),
        (call(trump, putin, on="2025-07-02"), "another date"),
        (call(trump, zelenskyy, on="2025-07-03"), "other participants"),
        (call(trump, putin, on="2025-07-03", factuality=Factuality.DENIED), "the one happened, the other did not"),
        (told("Attack", "2025-07-03", attacker=russia, target=ukraine), "another class"),
    ],
)
def test_what_parts_two_events_is_named_and_nothing_where_they_are_one(other: Told, reason: str) -> None:
    assert why(CALL, other) == reason


def test_one_document_tells_of_two() -> None:
    attack = told("Attack", "2025-07-03", attacker=russia, target=ukraine)
    both = article("a", events=(attack, attack))
    assert why_apart(consolidate([both], WORLD), Member("a", 0), Member("a", 1), WORLD) == "one document tells of both"


def test_what_may_be_one_but_fits_another_as_well_says_so() -> None:
    found = why(call(trump, putin), CALL, call(trump, putin, on="2025-07-01"))
    assert found.startswith("it may be (same kind, same participants), but another fits as well")
