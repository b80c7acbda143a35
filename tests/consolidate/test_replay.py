"""What decisions take from records, demand of the merging, and call its result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.consolidate.decisions import NO_DECISIONS, Action, Decision, Decisions
from kg.consolidate.replay import disowned, labelled, revise, rulings, stale_decisions
from kg.records import Cluster, Member, Mention, MentionKind, Span
from tests.consolidate.articles import PUTIN, TRUMP, WORLD, article, call, known, person

trump, putin = known(TRUMP), known(PUTIN)
A0, A1, B0, B1 = (Member(document, number) for document in "ab" for number in (0, 1))
NAMES = tuple(Mention(Span(10 * i, 10 * i + 5), i % 2, MentionKind.NAME, "test") for i in range(4))
RECORDS = {
    name: replace(article(name, trump, person("Ann Low"), events=(call(trump, person("Ann Low")),)), mentions=NAMES)
    for name in "ab"
}
ELSEWHERE = "http://www.wikidata.org/entity/Q1"


def decided(*acts: tuple[str, str, str]) -> Decisions:
    return Decisions(tuple(Decision(Action(action), left, right, "ab", "why") for action, left, right in acts))


def test_what_is_rejected_goes_from_its_record_alone() -> None:
    found = revise(RECORDS, decided(("reject", "a@0-1#Call", "")), WORLD.taxonomy)
    assert (found["a"].events, len(found["a"].entities)) == ((), 2)
    assert found["b"] is RECORDS["b"]
    assert revise(RECORDS, NO_DECISIONS, WORLD.taxonomy) is RECORDS


def test_what_is_split_becomes_an_entity_and_is_known_no_more() -> None:
    split = decided(("split", TRUMP, "a@20-25"))
    found = revise(RECORDS, split, WORLD.taxonomy)
    assert [mention.entity for mention in found["a"].mentions] == [0, 1, 2, 1]
    owned = disowned({"a": article("a", trump), "b": replace(RECORDS["b"])}, split, WORLD.taxonomy)
    assert owned["b"] == RECORDS["b"]
    whole = disowned(RECORDS, decided(("split", "Ann Low", f"a#{trump.name}")), WORLD.taxonomy)
    assert (whole["a"].entities[0].reference, whole["b"].entities[0].reference) == (None, TRUMP)
    assert disowned(RECORDS, NO_DECISIONS, WORLD.taxonomy) is RECORDS


def test_a_merge_joins_and_a_not_same_bars_the_two_sides() -> None:
    both = decided(("merge", "Ann Low", TRUMP), ("not-same", "a#Ann Low", "b#Ann Low"))
    found = rulings(RECORDS, both, "entity", WORLD.taxonomy)
    assert [(union.members, union.reason) for union in found.unions] == [((A0, A1, B0, B1), "decision of ab: why")]
    assert found.bars == {A1: frozenset({(1, False)}), B1: frozenset({(1, True)})}
    assert found.acting == both.decisions
    assert rulings(RECORDS, both, "event", WORLD.taxonomy).unions == ()


def test_a_split_bars_the_part_from_the_rest_of_what_it_is_of() -> None:
    found = rulings(RECORDS, decided(("split", "Ann Low", "a#Ann Low")), "entity", WORLD.taxonomy)
    assert found.bars == {A1: frozenset({(0, True)}), B1: frozenset({(0, False)})}
    overlap = rulings(RECORDS, decided(("not-same", "Ann Low", "a#Ann Low")), "entity", WORLD.taxonomy)
    assert overlap.bars == {B1: frozenset({(0, False)})}


def test_a_decision_of_which_one_side_is_gone_demands_nothing() -> None:
    gone = decided(("merge", "Ann Low", "Nobody"), ("not-same", "Nobody", TRUMP))
    found = rulings(RECORDS, gone, "entity", WORLD.taxonomy)
    assert (found.unions, found.bars) == ((), {})


def test_links_to_one_thing_join_entities_and_no_events() -> None:
    links = decided(("link", TRUMP, ELSEWHERE), ("link", "a#Ann Low", ELSEWHERE), ("link", "Nobody", f"{ELSEWHERE}0"))
    (union,) = rulings(RECORDS, links, "entity", WORLD.taxonomy).unions
    assert (union.members, union.decision) == ((A0, A1, B0), links.decisions[1])
    assert rulings(RECORDS, links, "event", WORLD.taxonomy).unions == ()


def test_a_cluster_has_the_last_name_and_all_the_links_of_its_members() -> None:
    acts = decided(
        ("rename", TRUMP, "Don"), ("link", "b#Donald Trump", ELSEWHERE), ("link", TRUMP, f"{ELSEWHERE}0"),
        ("rename", "a#Donald Trump", "DJT"), ("reject", "Ann Low", ""),
    )  # fmt: skip
    clusters = (Cluster((A0, B0)), Cluster((A1, B1)))
    one, other = labelled(clusters, RECORDS, acts, WORLD.taxonomy)
    assert (one.name, one.matches, one.members) == ("DJT", (ELSEWHERE, f"{ELSEWHERE}0"), (A0, B0))
    assert other == clusters[1]


@pytest.mark.parametrize(
    ("act", "stale"),
    [
        (("reject", "a@0-1#Call", ""), False),
        (("reject", "a@0-1#Attack", ""), True),
        (("date", "a@0-1", "2025"), False),
        (("date", "Ann Low", "2025"), True),
        (("claimant", "a@0-1", "Nobody"), False),
        (("merge", "a@0-1", "b@0-1"), False),
        (("merge", "a@0-1#Call", "Ann Low"), True),
        (("merge", "Ann Low", "Nobody"), True),
        (("link", "a@0-1#Call", ELSEWHERE), True),
    ],
)
def test_a_decision_is_stale_where_it_has_nothing_to_act_on(act: tuple[str, str, str], *, stale: bool) -> None:
    decisions = decided(act)
    assert stale_decisions(RECORDS.values(), decisions, WORLD.taxonomy) == (decisions.decisions if stale else ())
