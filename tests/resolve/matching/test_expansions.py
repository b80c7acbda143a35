"""An acronym that the text spells out as something else is not the well-known body of its letters."""

from __future__ import annotations

import pytest

from kg.resolve.matching.expansions import is_spelt_otherwise
from kg.resolve.matching.gazetteer import find_matches, gazetteer_of
from kg.resolve.matching.pieces import split_pieces
from tests.known import KNOWLEDGE

GAZETTEER = gazetteer_of(KNOWLEDGE)


def otherwise(text: str, acronym: str) -> bool:
    pieces = split_pieces(text)
    found = (match for match in find_matches(GAZETTEER, pieces) if pieces[match.first].text == acronym)
    return any(is_spelt_otherwise(pieces, match) for match in found)


@pytest.mark.parametrize(
    ("text", "acronym", "other"),
    [
        ("the Police Liaison Office (PLO) said", "PLO", True),
        ("the RSF (Reporters Sans Frontieres) said", "RSF", True),
        ("the Papua Liberation Army (PLA) said", "PLA", True),
        ("the Palestinian Liberation Organisation (PLO) said", "PLO", False),
        ("the Rapid Support Forces (RSF) said", "RSF", False),
        ("a police liaison office (PLO) said", "PLO", False),
        ("the Office (PLO) said", "PLO", False),
        ("the Police Liaison Office, PLO, said", "PLO", False),
    ],
)
def test_a_name_of_the_same_letters_is_another_body(text: str, acronym: str, *, other: bool) -> None:
    assert otherwise(text, acronym) is other


def test_no_body_is_spelt_otherwise_by_a_name_of_its_own() -> None:
    named = [
        (label, acronym)
        for resource in KNOWLEDGE.reference.values()
        for acronym in resource.labels
        if acronym.isupper() and acronym.isalpha()
        for label in resource.labels
        if " " in label
    ]
    assert named
    assert [pair for pair in named if otherwise("the {} ({}) said".format(*pair), pair[1])] == []
