from __future__ import annotations

from dataclasses import replace

import pytest

from kg.knowledge.gate import Precision
from kg.records import DateBasis, Entity, EventDate, Factuality, Figure, Term
from tests.extract.mentions import ENTITIES, HOWITZER, KYIV, RUSSIA, gate, mention, named, unnamed
from tests.known import KNOWLEDGE


def test_who_names_all_that_the_class_needs_passes_whatever_the_network_says() -> None:
    verdict = gate().judge([mention("Attack", named("attacker", RUSSIA), named("target", KYIV))])
    assert (verdict.passes, verdict.complete) == (True, True)


def test_a_thing_without_a_name_stands_for_whom_it_belongs_to() -> None:
    target = unnamed("target", "hospital", belongs_to=KYIV)
    assert gate().judge([mention("Attack", named("attacker", RUSSIA), target)]).complete


@pytest.mark.parametrize(("score", "passes"), [(0.9, True), (0.1, False)])
def test_without_names_the_score_decides(score: float, passes: bool) -> None:
    told = mention("Attack", unnamed("attacker", "attacker"), unnamed("target", "convoy"), score=score)
    verdict = gate().judge([told])
    assert (verdict.passes, verdict.complete) == (passes, False)
    assert f"{score:.2f}" in verdict.because


def test_a_learnt_mention_with_all_names_still_needs_its_score() -> None:
    told = mention("Attack", named("attacker", RUSSIA), named("target", KYIV), rule="learnt", score=0.2)
    assert not gate().judge([told]).passes


def test_of_a_verb_that_only_the_network_knows_it_must_be_surer_than_of_a_noun() -> None:
    told = mention("Attack", named("attacker", RUSSIA), named("target", KYIV), rule="learnt", score=0.7)
    assert not gate().judge([told]).passes
    assert gate().judge([replace(told, is_noun=True)]).passes
    assert gate().judge([replace(told, score=0.85)]).passes
    assert gate().judge([replace(told, rule="attack-v")]).passes
    sold = mention("Transfer", named("supplier", RUSSIA), named("weapon", HOWITZER), rule="learnt", score=0.7)
    assert gate().judge([replace(sold, arguments=(*sold.arguments, named("recipient", KYIV)))]).passes


def test_the_share_of_a_words_sense_counts_only_where_no_network_has_read() -> None:
    told = mention("Attack", unnamed("target", "convoy"))
    assert gate(is_read=False).judge([told]).passes
    verdict = gate(is_read=True).judge([told])
    assert not verdict.passes
    assert "the network takes the word for no event" in verdict.because


def test_what_tells_nothing_but_that_there_was_one_is_left_out() -> None:
    verdict = gate().judge([mention("Attack", score=0.99)])
    assert not verdict.passes
    assert "tells nothing else" in verdict.because


def test_a_higher_precision_asks_for_more() -> None:
    told = [mention("Attack", unnamed("target", "convoy"), score=0.7)]
    passed = [replace(gate(), precision=precision).judge(told).passes for precision in Precision]
    assert passed == [False, True, True]


@pytest.mark.parametrize(("score", "passes"), [(0.95, True), (0.7, False)])
def test_words_in_a_role_that_name_nobody_ask_for_a_surer_sense(score: float, passes: bool) -> None:
    told = mention("Agreement", seen=(Term("participant"),), score=score)  # "They agreed to a truce."
    assert gate().judge([told]).passes is passes


def test_who_gives_it_to_them_is_told_elsewhere() -> None:
    told = mention("Transfer", seen=(Term("weapon"), Term("recipient")), score=1.0)
    assert not gate().judge([told]).passes


def test_words_in_a_role_that_does_not_count_tell_nothing() -> None:
    assert not gate().judge([mention("Attack", seen=(Term("date"),), score=1.0)]).passes


def test_arms_that_hit_a_named_target_are_enough_by_a_word_of_the_lexicon_only() -> None:
    hit = (named("weapon", RUSSIA), named("target", KYIV))
    verdict = gate().judge([mention("Attack", *hit)])
    assert (verdict.passes, verdict.complete) == (True, False)
    assert not gate().judge([mention("Attack", *hit, rule="learnt", score=0.2)]).passes
    assert not gate().judge([mention("Attack", unnamed("weapon"), named("target", KYIV))]).passes


def test_who_did_it_to_whom_and_where_is_enough_by_a_verb_of_the_lexicon() -> None:
    told, dead = (unnamed("attacker", "attacker"), unnamed("target", "guard")), (Figure(Term("Killed"), 2, 2, ()),)
    there = mention("Attack", *told, named("place", KYIV), figures=dead)
    assert gate().judge([there]).passes
    theirs = unnamed("target", "guard", belongs_to=KYIV)
    assert gate().judge([mention("Attack", told[0], theirs, figures=dead)]).passes
    assert not gate().judge([mention("Attack", *told, figures=dead)]).passes
    assert not gate().judge([replace(there, figures=())]).passes  # "hit the nail on the head in Oslo"
    assert not gate().judge([replace(there, is_noun=True)]).passes
    assert not gate().judge([replace(there, rule="learnt", score=0.3)]).passes


def test_an_attacker_serves_with_the_day_of_his_attacks() -> None:
    day = EventDate("2025-07-01", DateBasis.EXPLICIT)
    told = mention("Attack", named("attacker", RUSSIA), score=0.99)
    assert not gate().judge([told]).passes
    assert gate().judge([replace(told, date=day)]).passes


def test_a_noun_of_a_recap_that_the_network_alone_has_read_names_all_or_tells_nothing() -> None:
    ago = EventDate("2022-02", DateBasis.EXPLICIT)
    told = mention("Attack", named("target", KYIV), rule="learnt", score=0.99, is_noun=True)
    assert gate().judge([told]).passes
    assert gate().judge([replace(told, date=ago, is_noun=False)]).passes
    verdict = gate().judge([replace(told, date=ago)])
    assert not verdict.passes
    assert "ago" in verdict.because
    assert gate().judge([mention("Attack", named("attacker", RUSSIA), named("target", KYIV), date=ago)]).passes


def test_of_a_recap_the_lexicon_tells_what_was_hit_or_nothing() -> None:
    ago = EventDate("2022-02", DateBasis.EXPLICIT)
    struck = mention("Attack", unnamed("target", "convoy"), score=0.99, is_noun=True, date=ago)
    assert gate().judge([struck]).passes  # "the 2002 bombing of a disco"
    raid = mention("Attack", named("attacker", RUSSIA), score=0.99, is_noun=True, date=ago)
    assert not gate().judge([raid]).passes  # "since Russia's invasion in February 2022"
    assert gate().judge([replace(raid, date=EventDate("2025-07-01", DateBasis.EXPLICIT))]).passes


@pytest.mark.parametrize(
    ("score", "told", "passes"),
    [
        (0.95, {"definite": True}, True),  # "the Russian invasion"
        (0.95, {}, False),  # "Russian strikes"
        (0.95, {"definite": True, "rule": "attack-n"}, False),  # "the Israeli airstrikes"
        (0.7, {"definite": True}, False),
        (0.95, {"definite": True, "factuality": Factuality.POSSIBLE}, False),
    ],
)
def test_an_attacker_alone_is_enough_where_a_definite_noun_is_sure(
    score: float, told: dict[str, object], passes: bool
) -> None:
    noun = mention("Attack", named("attacker", RUSSIA), score=score, is_noun=True, **{"rule": "learnt", **told})
    assert gate().judge([noun]).passes is passes


def test_who_hands_arms_over_is_half_of_a_transfer_beside_a_word_of_the_lexicon() -> None:
    arms, giver = named("weapon", HOWITZER), named("supplier", RUSSIA)
    assert gate().judge([mention("Transfer", arms, giver, score=0.9)]).passes
    assert not gate().judge([mention("Transfer", arms, score=0.9)]).passes
    assert not gate().judge([mention("Transfer", arms, replace(giver, score=0.52), score=0.9)]).passes
    sure = mention("Transfer", arms, replace(giver, score=0.98), score=0.9)
    assert gate().judge([sure]).passes
    assert not gate().judge([replace(sure, rule="learnt")]).passes


def test_weapons_of_no_kind_are_handed_to_somebody_or_tell_nothing() -> None:
    weapons = Entity(Term("Weapon"), "weapons", reference="any")
    anything = replace(gate(), entities=(*ENTITIES, weapons), any_weapon=frozenset({"any"}))
    arms = named("weapon", len(ENTITIES))
    assert not anything.judge([mention("Transfer", arms, named("supplier", RUSSIA), score=0.9)]).passes
    assert anything.judge([mention("Transfer", arms, named("recipient", RUSSIA), score=0.9)]).passes


def test_a_ceasefire_is_told_by_where_it_holds() -> None:
    assert gate().judge([mention("Ceasefire", named("place", KYIV), score=0.9)]).passes
    assert not gate().judge([mention("Agreement", named("place", KYIV), score=0.9)]).passes


def test_what_the_network_alone_and_faintly_takes_for_a_trigger_refers_to_nothing() -> None:
    assert not gate().may_refer([mention("Support", rule="learnt", score=0.2)])
    assert gate().may_refer([mention("Support", rule="learnt", score=0.4)])
    assert gate().may_refer([mention("Support", rule="support-n", score=0.2)])


def test_high_precision_names_whom_another_clause_could_have_only_where_the_network_is_sure() -> None:
    doubtful = replace(named("attacker", RUSSIA), score=0.6, contested=True)
    named_by = [replace(gate(), precision=precision).names(doubtful) for precision in Precision]
    assert named_by == [False, True, True]
    assert replace(gate(), precision=Precision.HIGH).names(replace(doubtful, contested=False))
    assert replace(gate(), precision=Precision.HIGH).names(replace(doubtful, score=0.8))


def test_what_two_readers_agree_on_may_be_less_sure() -> None:
    table, taxonomy = KNOWLEDGE.gate, KNOWLEDGE.taxonomy
    alone = table.least_score(Term("Demand"), taxonomy, Precision.BALANCED)
    assert table.least_score(Term("Demand"), taxonomy, Precision.BALANCED, agreed=True) < alone
    unseen = table.least_score(Term("Call"), taxonomy, Precision.BALANCED, seen=True)
    assert table.least_score(Term("Call"), taxonomy, Precision.BALANCED, seen=True, agreed=True) == unseen
