"""Which quotations are compared and become one statement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.consolidate.statements import merge_statements
from kg.sameness.facts import fragments
from tests.consolidate.grouped import event_groups, talks, told_event
from tests.extract.mentions import IRAN, RUSSIA

if TYPE_CHECKING:
    from kg.sameness.facts import EventFacts

LONG = "We are ready for direct talks with anybody who wants peace in the whole region"
SHORT = "it is over"


def said(words: str, *, speaker: int = RUSSIA, on: int | None = 1000) -> EventFacts:
    return replace(told_event("Statement", speaker=speaker), quote=fragments(words), published=on)


def merged(*told: EventFacts) -> list[str]:
    groups, _ = event_groups(*told)
    merge_statements(groups)
    return ["".join(sorted(group.documents)) for group in groups.current()]


def test_the_same_long_words_of_one_speaker_are_one_whenever_told() -> None:
    assert merged(said(LONG), said(f"“{LONG.upper()}!”", on=None)) == ["ab"]
    assert merged(said(LONG), said(LONG, speaker=IRAN)) == ["a", "b"]


def test_few_words_are_one_of_the_same_days_only() -> None:
    assert merged(said(SHORT), said(SHORT, on=1002)) == ["ab"]
    assert merged(said(SHORT), said(SHORT, on=1003)) == ["a", "b"]
    assert merged(said(SHORT), said(SHORT, on=None)) == ["a", "b"]


def test_a_long_part_of_longer_words_is_found_in_their_midst() -> None:
    longer = f"I told them so: {LONG}, and they know it"
    assert merged(said(longer), said(LONG, on=1001)) == ["ab"]
    assert merged(said(longer), said(LONG, on=1002)) == ["a", "b"]
    assert merged(said(longer), said("we are ready")) == ["a", "b"]


def test_the_longest_piece_between_omissions_is_looked_for() -> None:
    pieces = "Listen … direct talks with anybody who wants peace … whole region"
    assert merged(said(f"Listen. {LONG}"), said(pieces)) == ["ab"]
    assert merged(said(LONG), said("whole region … direct talks with anybody who wants peace")) == ["a", "b"]


def test_one_article_keeps_its_quotations_apart() -> None:
    groups, (_, second) = event_groups(said(LONG), said(LONG))
    second.documents = {"a", "b"}
    merge_statements(groups)
    assert len(groups.current()) == 2


def test_what_is_told_apart_by_other_things_than_its_words_is_none() -> None:
    call = replace(talks("Call", RUSSIA, IRAN), quote=fragments(LONG))
    assert merged(call, call) == ["a", "b"]
