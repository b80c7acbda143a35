"""A name that may be a place's is somebody's where the text shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.resolve.names.somebody import is_somebody, shown_names
from tests.grammar.trees import marked, tree
from tests.resolve.contexts import context_of
from tests.resolve.reading import meant

if TYPE_CHECKING:
    from tests.resolve.reading import Reading


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Toledo, 52, was arrested", True),
        ("Toledo, 520, was founded", False),
        ("Toledo, 52 people died", False),
        ("Peru, 52, was arrested", False),
    ],
)
def test_who_has_an_age_is_no_place(text: str, *, shown: bool) -> None:
    assert is_somebody(context_of(marked(text)), 0, 1) is shown


SAID = """
Medina     Medina     PROPN NNP  2 nsubj
{said}     VERB  VBD  0 ROOT
{owner}    {owner}    PRON  PRP$ 4 nmod:poss
government government NOUN  NN   5 nsubj
fell       fall       VERB  VBD  2 ccomp
"""


@pytest.mark.parametrize(
    ("verb", "owner", "shown"),
    [("said say", "his", True), ("said say", "its", False), ("saw see", "his", False)],
)
def test_no_place_says_what_is_his(verb: str, owner: str, *, shown: bool) -> None:
    assert is_somebody(context_of(tree(SAID.format(said=verb, owner=owner))), 0, 1) is shown


def test_no_place_is_who() -> None:
    table = """
    {town} {town} PROPN NNP  4 nsubj
    {who}  who    PRON  {wp} 3 nsubj
    leads  lead   VERB  VBZ  1 acl:relcl
    left   leave  VERB  VBD  0 ROOT
    """
    who, which = (
        (tree(table.format(town="Segovia", who=one, wp=tag))) for one, tag in (("who", "WP"), ("which", "WDT"))
    )
    assert is_somebody(context_of(who), 0, 1)
    assert not is_somebody(context_of(which), 0, 1)


def test_what_stands_for_a_country_or_behind_a_preposition_is_nobody() -> None:
    assert not is_somebody(
        context_of(tree(SAID.format(said="said say", owner="his").replace("Medina", "Tehran"))), 0, 1
    )
    age = ", , PUNCT , 2 punct\n52 52 NUM CD 2 nummod\n, , PUNCT , 2 punct"
    there = tree(f"In in ADP IN 2 case\nToledo Toledo PROPN NNP 0 ROOT\n{age}")
    assert not is_somebody(context_of(there), 1, 2)


def test_only_names_that_may_be_places_are_looked_at() -> None:
    named = (
        list(shown_names(context_of(marked("Odesa, 52, left", Odesa=label)))) for label in ("GPE", "PERSON", "ORG")
    )
    assert [[name.parts for name in names] for names in named] == [[("odesa",)], [("odesa",)], []]
    assert list(shown_names(context_of(marked("Obi, 52, left", Obi="PERSON")))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Toledo, 52, was arrested in Lima. Police said Toledo resisted.",
        "Segovia told her that he had left. Then Segovia fled.",
    ],
)
def test_the_same_name_behind_it_is_his_too(text: str, nlp: Reading) -> None:
    assert [one.kind for one in meant(nlp(text), text[: text.index(" ")].rstrip(","))] == ["Person"]


def test_the_town_of_his_name_stays_a_town(nlp: Reading) -> None:
    assert [one.kind for one in meant(nlp("Toledo, 52, was arrested. He was held in Toledo."), "Toledo")] == ["Place"]
