"""A body with a famous namesake is of the country that the text gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.records import Document
from kg.resolve import resolve
from kg.resolve.matching.gazetteer import find_matches, gazetteer_of
from kg.resolve.matching.namesakes import without_namesakes
from kg.resolve.matching.pieces import split_pieces
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from tests.resolve.reading import Reading


def references(text: str) -> set[str]:
    """Return the known organizations that are left in the text, without any parse."""
    pieces = split_pieces(text)
    matches = without_namesakes(pieces, find_matches(gazetteer_of(KNOWLEDGE), pieces), KNOWLEDGE.words)
    readings = {reading.resource for match in matches for reading in match.readings}
    return {one.iri.rsplit("/", 1)[-1] for one in readings if one.kind == "Organization"}


@pytest.mark.parametrize(
    "text",
    [
        "the Saudi National Guard",
        "Canada's Conservative Party",
        "Philippine Marine Corps",
        "Seoul's National Security Council",
        "the Senate of Chile",
        "Mexico's National Guard left. The National Guard came back.",
        "the Maldives' Democratic Party",
    ],
)
def test_a_body_of_another_country_is_not_the_better_known_one(text: str) -> None:
    assert references(text) == set()


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("the National Guard", "national-guard-united-states"),
        ("Britain's Conservative Party", "conservative-party"),
        ("a French Security Council resolution", "united-nations-security-council"),
        ("Israel's Hamas problem", "hamas"),
        ("the Conservative Party of Canada, then Britain's Conservative Party", "conservative-party"),
    ],
)
def test_a_body_is_the_known_one_where_nothing_speaks_against_it(text: str, reference: str) -> None:
    assert references(text) == {reference}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The Saudi National Guard shot a man.", "Saudi National Guard", "saudi-arabia"),
        ("Canada's Conservative Party met.", "Conservative Party", "canada"),
        ("The Senate of Chile voted on Monday.", "Senate of Chile", "chile"),
        ("Seoul's National Security Council met. The National Security Council agreed.", "Council", "south-korea"),
        ("Philippine Marine Corps commander Ramon Diaz spoke.", "Ramon Diaz", "philippines"),
        ("Turkey's Democratic Party condemned Greece.", "Democratic Party", "turkey"),
        ("Chad's Electoral Commission condemned Sudan.", "Commission", "chad"),
        ("Serbia's extreme nationalist Radical Party condemned Croatia.", "Radical Party", "serbia"),
        ("The Bahamas' Free National Movement accused China.", "National Movement", "bahamas"),
        ("The Justice Party of Turkey condemned Greece.", "Party of Turkey", "turkey"),
        ("The Patriotic Front is Zambia's. Zambia's Patriotic Front condemned Malawi.", "Patriotic Front", "zambia"),
    ],
)
def test_its_country_is_the_one_beside_it(text: str, words: str, country: str, nlp: Reading) -> None:
    resolution = resolve(nlp(text), Document(id="case", text=text), KNOWLEDGE)
    (found,) = {m.entity for m in resolution.mentions if text[: m.span.end].endswith(words)}
    assert (resolution.entities[found].country or "").endswith(f"/{country}")
