from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.attribution.telling import UNNAMED_SOURCE, in_own_words, is_claimed, is_one_side
from kg.records import Attribute
from tests.extract.mentions import IRAN, ISRAEL, RUSSIA, UKRAINE, mention, named, unnamed
from tests.known import KNOWLEDGE


def test_an_event_is_claimed_by_whom_it_names_and_by_officials_without_a_name() -> None:
    assert is_claimed(mention("Attack", according_to=(RUSSIA,)))
    assert is_claimed(mention("Attack", attributes=(Attribute(UNNAMED_SOURCE, "officials"),)))
    assert not is_claimed(mention("Attack"))


@pytest.mark.parametrize(("kind", "sources"), [("Demand", (ISRAEL,)), ("Attack", (IRAN, ISRAEL))])
def test_whose_own_act_of_words_it_is_claims_nothing(kind: str, sources: tuple[int, ...]) -> None:
    said = mention(kind, named("actor", IRAN), according_to=(IRAN, ISRAEL))
    assert in_own_words(said, KNOWLEDGE.taxonomy, "").according_to == sources


@pytest.mark.parametrize(("source", "left"), [("g", 0), ("officials", 1)])
def test_whose_own_act_it_is_without_a_name_claims_nothing_either(source: str, left: int) -> None:
    claim = Attribute(UNNAMED_SOURCE, source)
    said = mention("Demand", unnamed("actor"), attributes=(claim,))
    assert len(in_own_words(said, KNOWLEDGE.taxonomy, "g said so").attributes) == left


def test_who_spoke_is_open_where_all_parties_stand_behind_with() -> None:
    one, other = named("participant", RUSSIA), named("participant", UKRAINE)
    behind = [replace(party, marker="with") for party in (one, other)]
    assert is_one_side(behind, KNOWLEDGE.words)
    assert not is_one_side([one, behind[1]], KNOWLEDGE.words)
    assert not is_one_side([], KNOWLEDGE.words)
