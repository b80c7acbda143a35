"""Mentions that syntax joins, and whom they hurt beside what they hit."""

from __future__ import annotations

from kg.extract.linking.syntax import linked
from kg.records import Evidence, Factuality, Figure, Span, Term
from tests.extract.mentions import KYIV, ODESA, PUTIN, mention, named, unnamed
from tests.known import KNOWLEDGE

DEAD = Figure(Term("Killed"), 5, 5, (Evidence(Span(0, 9), "test"),))
TAXONOMY = KNOWLEDGE.taxonomy


def test_links_join_mentions_of_one_family_only() -> None:
    shelled, call = mention("Attack", named("target", KYIV), links=(5, 9)), mention("Call", at=9)
    killing = mention("Attack", named("target", PUTIN, at=6), at=5)
    assert linked([shelled, killing, call], TAXONOMY) == [(shelled, killing), (call,)]


def test_whom_an_attack_on_something_hurt_is_counted_and_not_hit() -> None:
    shelled = mention("Attack", named("target", KYIV), links=(5,), figures=(DEAD,))
    killing = mention("Attack", unnamed("target", at=6), named("target", ODESA, at=7), at=5)
    ((_, without),) = linked([shelled, killing], TAXONOMY)
    assert [argument.entity for argument in without.arguments] == [ODESA]
    for whole in (mention("Attack", links=(5,), figures=(DEAD,)), mention("Attack", named("target", KYIV), links=(5,))):
        ((_, kept),) = linked([whole, killing], TAXONOMY)
        assert kept == killing  # nobody else is hit, or nobody is counted


def test_talks_stand_as_the_meeting_that_they_are_held_at() -> None:
    talks = mention("Conversation", at=9, is_noun=True)
    for factuality in (Factuality.PLANNED, Factuality.ASSERTED):
        met = mention("Meeting", at=3, links=(9,), factuality=factuality)
        ((_, joined),) = linked([met, talks], TAXONOMY)
        assert joined.factuality is factuality


def test_a_new_raid_stands_as_what_may_have_been_done_in_it_and_a_known_one_by_itself() -> None:
    killing = mention("Attack", at=3, links=(9,), factuality=Factuality.POSSIBLE)
    for definite, factuality in ((False, Factuality.POSSIBLE), (True, Factuality.ASSERTED)):
        ((_, raid),) = linked([killing, mention("Attack", at=9, is_noun=True, definite=definite)], TAXONOMY)
        assert raid.factuality is factuality
