"""Offices that their complement and a comma part from the name behind."""

from __future__ import annotations

import pytest

from kg.resolve.names.spans import Name
from kg.resolve.offices.complements import office_with_complement
from tests.grammar.trees import tree
from tests.resolve.contexts import context_of

AMBASSADOR = """
with       with       ADP   IN  4 case
Peru       Peru       PROPN NNP 4 nmod:poss
's         's         PART  POS 2 case
ambassador ambassador NOUN  {0} 8 obl
{1}        {1}        ADP   IN  6 case
Kenya      Kenya      PROPN NNP 4 nmod
,          ,          PUNCT ,   8 punct
Low        Low        PROPN NNP {2} {3}
"""


def read(*form: str) -> tuple[str, str | None] | None:
    context = context_of(tree(AMBASSADOR.format(*form)))
    first = len(context.pieces) - 1
    office = office_with_complement(context, Name(first, first + 1, ("low",), None, "model"))
    return None if office is None else (office.literal, office.of.name if office.of else None)


def test_whoever_is_named_behind_the_complement_holds_the_office_of_its_owner() -> None:
    assert read("NN", "to", "4", "appos") == ("ambassador to kenya", "Peru")


def test_where_its_holder_is_is_no_part_of_an_office() -> None:
    assert read("NN", "in", "4", "appos") == ("ambassador", "Peru")


@pytest.mark.parametrize("form", [("NNS", "to", "4", "appos"), ("NN", "to", "0", "ROOT")])
def test_several_are_no_single_holder_nor_is_who_only_stands_behind_the_comma(form: tuple[str, ...]) -> None:
    assert read(*form) is None
