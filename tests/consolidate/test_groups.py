"""How groups come together: whole groups are checked, and every order is that of their first members."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.consolidate.decisions import Action, Decision
from kg.consolidate.groups import Groups, attach, merge_best_first, merge_twins, obey, pairs_in_blocks
from kg.consolidate.replay import Rulings, Union
from kg.errors import DecisionError
from kg.records import Member
from kg.sameness.support import Support

if TYPE_CHECKING:
    from kg.consolidate.groups import Group

ALONE = Support(0, 1.0, "alone")
SAME = Support(0, 0.9, "same letter")


def made(*facts: str, bars: dict[int, tuple[int, bool]] | None = None) -> tuple[Groups[str], list[Group[str]]]:
    """A group for each word, in documents a, b, c ...; words whose second letters differ contradict each other."""
    groups: Groups[str] = Groups(lambda left, right: left[1] != "?" != right[1] and left[1] != right[1])
    sides = {number: frozenset({bar}) for number, bar in (bars or {}).items()}
    return groups, [
        groups.add([Member(chr(ord("a") + number), 0)], word, sides.get(number, frozenset()), ALONE)
        for number, word in enumerate(facts)
    ]


def alike(left: Group[str], right: Group[str]) -> Support | None:
    return SAME if {fact[0] for fact in left.facts} & {fact[0] for fact in right.facts} else None


def documents(groups: Groups[str]) -> list[str]:
    return ["".join(sorted(group.documents)) for group in groups.current()]


def test_a_chain_joins_no_two_that_contradict_each_other() -> None:
    groups, found = made("x1", "x?", "x2")
    merge_best_first(groups, [(found[0], found[1]), (found[1], found[2])], alike)
    assert documents(groups) == ["ab", "c"]


def test_the_best_support_goes_first_and_of_equals_the_earlier_members() -> None:
    groups, found = made("x1", "x?", "x2")

    def better(left: Group[str], right: Group[str]) -> Support:
        return Support(0, 0.95 if "x2" in {*left.facts, *right.facts} else 0.9, "by number")

    merge_best_first(groups, [(found[0], found[1]), (found[1], found[2])], better)
    assert documents(groups) == ["a", "bc"]


def test_who_goes_with_two_that_stay_apart_goes_with_neither_as_a_twin() -> None:
    groups, found = made("x1", "x?", "x2")
    merge_twins(groups, [(found[0], found[1]), (found[1], found[2])], alike, tier=0)
    assert documents(groups) == ["a", "b", "c"]
    groups, found = made("x1", "x?", "x1")
    merge_twins(groups, pairs_in_blocks([found]), alike, tier=0)
    assert documents(groups) == ["abc"]


def test_support_of_a_higher_tier_makes_no_twins() -> None:
    groups, found = made("x1", "x1")
    merge_twins(groups, pairs_in_blocks([found]), lambda _, __: Support(1, 0.9, "weak"), tier=0)
    assert documents(groups) == ["a", "b"]


def test_every_two_of_a_block_are_compared_once_the_earlier_to_the_left() -> None:
    _, found = made("x1", "x1", "x1")
    pairs = pairs_in_blocks([found[::-1], found[:2]])
    assert [(left.first.document, right.first.document) for left, right in pairs] == [
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    ]


def test_a_weak_group_is_attached_to_the_only_one_that_fits() -> None:
    groups, found = made("x1", "y1", "x?")
    assert attach(groups, found[2], found[:2], alike)
    assert documents(groups) == ["ac", "b"]
    groups, found = made("x1", "x1", "x?")
    assert not attach(groups, found[2], found[:2], alike)
    groups, found = made("x1", "x2", "x?")
    groups.unite(found[0], groups.add([Member("z", 0)], "x1", frozenset(), ALONE), SAME)
    assert not attach(groups, found[2], [found[0], found[0], found[1]], alike)
    assert attach(groups, found[2], [found[0], found[0]], alike)  # one candidate, named twice


def test_a_record_that_holds_both_keeps_them_apart_unless_that_is_no_reason() -> None:
    groups, found = made("x1", "x?")
    found[1].documents = {"a", "b"}
    assert not attach(groups, found[1], found[:1], alike)
    assert attach(groups, found[1], found[:1], alike, apart_in_record=False)


def test_a_human_bar_parts_what_agrees_and_only_on_opposite_sides() -> None:
    groups, found = made("x1", "x1", "x1", bars={0: (7, True), 1: (7, False), 2: (7, True)})
    assert found[0].barred_from(found[1]) == {7}
    assert groups.contradict(found[0], found[1])
    assert not groups.contradict(found[0], found[2])
    groups, found = made("x1", "x1", "x1", bars={0: (7, True), 1: (7, False)})
    groups.unite(found[0], found[2], SAME)
    assert groups.contradict(groups.find(found[2]), found[1])


def test_clusters_have_their_members_and_merges_in_order() -> None:
    groups, found = made("x1", "x1", "x1")
    groups.unite(found[1], found[2], SAME)
    groups.unite(groups.find(found[2]), found[0], Support(0, 0.12345, "other"))
    (cluster,) = groups.clusters()
    assert [member.document for member in cluster.members] == ["a", "b", "c"]
    assert [(merge.left.document, merge.right.document, merge.score) for merge in cluster.merges] == [
        ("a", "b", 0.123),
        ("b", "c", 0.9),
    ]


def test_what_is_known_of_a_group_grows_and_is_kept_once() -> None:
    groups, found = made("x1", "x1", "y1")
    groups.unite(found[1], found[0], SAME)
    groups.unite(groups.find(found[0]), found[2], SAME)
    (whole,) = groups.current()
    assert sorted(whole.facts) == ["x1", "y1"]
    groups.unite(whole, groups.add([Member("d", 0)], "x1", frozenset(), ALONE), SAME)
    assert sorted(whole.facts) == ["x1", "y1"]


def test_a_decision_joins_whatever_contradicts_but_another_decision() -> None:
    decision = Decision(Action.MERGE, "left", "right", "ab", "why")
    union = Union((Member("a", 0), Member("b", 0)), decision)
    groups, _ = made("x1", "y2")
    obey(groups, Rulings({}, (union,)))
    assert documents(groups) == ["ab"]
    apart = Decision(Action.NOT_SAME, "one", "other", "ab", "why", "file:2")
    groups, _ = made("x1", "y2", bars={0: (0, True), 1: (0, False)})
    with pytest.raises(DecisionError, match="joins what not-same 'one' 'other' keeps apart"):
        obey(groups, Rulings({}, (union,), (apart,)))
