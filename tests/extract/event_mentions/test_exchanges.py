"""Captives let go for those of another side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kg.extract.event_mentions.exchanges import with_exchanges
from tests.extract.analysed import analysed
from tests.extract.mentions import mention, named, unnamed
from tests.grammar.trees import tree

if TYPE_CHECKING:
    from kg.records import EventMention

TRADED = """
Chad Chad PROPN NNP 2 nsubj
traded trade VERB VBD 0 ROOT
guards guard NOUN NNS 2 obj
for for ADP IN 5 case
rebels rebel NOUN NNS 2 obl
{} 5 acl:relcl
Togo Togo PROPN NNP 6 nsubj
"""
AT, GUARDS, REBELS, HOLDING = 5, 12, 23, 30


def told(verb: str, holder: int | None) -> list[EventMention]:
    analysis = analysed(tree(TRADED.format(verb)), Chad="country/chad", Togo="country/togo")
    captives = replace(unnamed("target", "armed-group", REBELS, holder), marker="for")
    release = mention("PrisonerRelease", named("actor", 0), unnamed("target", "soldier", GUARDS), captives, at=AT)
    return with_exchanges([release, mention("Abduction", named("actor", 1), at=HOLDING, rule="learnt")], analysis)


def test_both_sides_exchange_prisoners_and_the_holding_is_no_event_of_its_own() -> None:
    [exchange] = told("held hold VERB VBN", 1)
    assert (exchange.kind, exchange.entities()) == ("PrisonerExchange", {0, 1})


@pytest.mark.parametrize(
    ("verb", "holder"), [("praised praise VERB VBN", 1), ("held hold VERB VBN", None), ("held hold VERB VBN", 0)]
)
def test_one_side_alone_lets_go(verb: str, holder: int | None) -> None:
    assert [one.kind for one in told(verb, holder)] == ["PrisonerRelease", "Abduction"]
