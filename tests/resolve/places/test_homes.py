"""Ministries and governments of which no country is told."""

from __future__ import annotations

import pytest

from kg.resolve.places.homes import find_homes
from tests.grammar.trees import joined
from tests.resolve.contexts import context_of

VOTED = "{0} {0} PROPN NNP 2 nsubj\nvoted vote VERB VBD 0 ROOT"
SPOKE = "the the DET DT 2 det\n{0} {0} NOUN NN 3 nsubj\nspoke speak VERB VBD 0 ROOT"


@pytest.mark.parametrize(
    ("before", "noun", "home"),
    [
        (["Togo"], "ministry", ["Togo"]),
        (["Kenya"], "government", ["Kenya"]),
        (["Kenya", "Peru"], "ministry", []),
        ([], "ministry", []),
        (["Kenya"], "officials", []),
        (["Kenya"], "farm", []),
    ],
)
def test_a_body_is_of_the_only_country_told_of_before(before: list[str], noun: str, home: list[str]) -> None:
    context = context_of(joined(*(VOTED.format(land) for land in before), SPOKE.format(noun)))
    assert [force.country.name for force in find_homes(context, frozenset())] == home


def test_before_of_it_is_the_body_of_another() -> None:
    of_union = (
        "the the DET DT 2 det\nministry ministry NOUN NN 5 nsubj\nof of ADP IN 4 case\n"
        "Farmers Farmers PROPN NNP 2 nmod\nspoke speak VERB VBD 0 ROOT"
    )
    assert not list(find_homes(context_of(joined(VOTED.format("Kenya"), of_union)), frozenset()))


def test_nor_is_it_of_the_country_that_tells_it_something() -> None:
    told = "Kenya Kenya PROPN NNP 2 nsubj\ntold tell VERB VBD 0 ROOT\n"
    told += "the the DET DT 4 det\nministry ministry NOUN NN 2 obj"
    assert not list(find_homes(context_of(joined(told)), frozenset()))
