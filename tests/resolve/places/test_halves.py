from __future__ import annotations

import pytest

from kg.records import MentionKind
from kg.resolve.found import Found, known_identity
from kg.resolve.places.halves import with_halves
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE
from tests.resolve.contexts import context_of

COUNTRY = "https://w3id.org/newskg/id/country/"


def halves(text: str, *countries: str) -> list[tuple[str, str]]:
    """Return the words read as a half and the country they stand for, where the text names the countries."""
    named = [
        Found(0, 1, known_identity(KNOWLEDGE.reference[COUNTRY + country]), MentionKind.NAME, "model")
        for country in countries
    ]
    found = with_halves(context_of(unparsed(text)), named)[len(named) :]
    return [(text[item.start : item.end], item.identity.key.removeprefix(COUNTRY)) for item in found]


@pytest.mark.parametrize(
    ("text", "countries", "read"),
    [
        ("Seoul said the North fired.", ["south-korea"], [("North", "north-korea")]),
        ("They said the South's army fired.", ["north-korea"], [("South", "south-korea")]),
        ("East Berlin said the West had met.", ["east-germany"], []),
        ("Seoul said the North Sea froze.", ["south-korea"], []),
        ("Seoul said the north froze.", ["south-korea"], []),
        ("Seoul said North fired.", ["south-korea"], []),
        ("The North fired.", ["france"], []),
        ("The North fired.", ["south-africa"], []),
        ("The North fired.", ["south-korea", "south-vietnam"], []),
    ],
)
def test_a_direction_alone_is_the_half_of_the_country_that_is_named(
    text: str, countries: list[str], read: list[tuple[str, str]]
) -> None:
    assert halves(text, *countries) == read
