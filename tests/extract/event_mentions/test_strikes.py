"""Strikes that cost lives, and walkouts."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.strikes import without_deadly_protests
from kg.records import Evidence, Figure, Span, Term
from tests.extract.mentions import KYIV, mention, named
from tests.known import KNOWLEDGE


@pytest.mark.parametrize(
    ("measure", "at", "kinds", "scores"),
    [
        ("Killed", 0, ["Attack"], [0.7]),
        ("Launched", 0, ["Attack", "Protest"], [None, 0.7]),
        ("Killed", 30, ["Attack", "Protest"], [None, 0.7]),
    ],
)
def test_a_strike_whose_dead_are_counted_is_no_walkout(
    measure: str, at: int, kinds: list[str], scores: list[float | None]
) -> None:
    figure = Figure(Term(measure), 33, 33, (Evidence(Span(0, 1), "toll-n"),), weapon=None, according_to=())
    attack = mention("Attack", named("target", KYIV), is_noun=True, figures=(figure,))
    protest = mention("Protest", named("place", KYIV), at=at, is_noun=True, score=0.7, rule="learnt")
    found = without_deadly_protests([attack, protest], KNOWLEDGE.taxonomy)
    assert [str(m.kind) for m in found] == kinds
    assert [m.score for m in found] == scores
