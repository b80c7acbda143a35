"""Bodies of state by the form of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.records import Document
from kg.resolve.context import read_context
from kg.resolve.places.bodies import begins_longer_name, explained_groups, led_coalitions, named_bodies
from tests.grammar.trees import marked, unparsed
from tests.known import KNOWLEDGE
from tests.resolve.contexts import context_of
from tests.resolve.reading import local, meant

if TYPE_CHECKING:
    from tests.resolve.reading import Reading


def bodies(text: str) -> dict[str, str | None]:
    context = read_context(unparsed(text), Document(id="case", text=text), KNOWLEDGE)
    return {
        text[context.pieces[first].start : context.pieces[last - 1].end]: local(country.iri)
        for first, last, country in named_bodies(context, frozenset())
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Iraqi Republican Guard fled.", {"Iraqi Republican Guard": "iraq"}),
        ("Nigeria's House of Representatives met.", {"House of Representatives": "nigeria"}),
        ("The Turkish Republican People's Party met.", {"Turkish Republican People's Party": "turkey"}),
        ("Kenya's National Assembly Speaker met.", {"National Assembly": "kenya"}),
        ("The Kenyan parliament met.", {}),
        ("Kenya's Mount Elgon burned.", {}),
        ("Kenya National Park burned.", {}),
    ],
)
def test_a_run_of_capitals_headed_by_a_noun_for_a_body(text: str, found: dict[str, str]) -> None:
    assert bodies(text) == found


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The Iraqi Republican Guard attacked Kuwait.", "Iraqi Republican Guard", "iraq"),
        ("Ghana's Supreme Court condemned Togo.", "Supreme Court", "ghana"),
        ("Japan's House of Representatives condemned China.", "House of Representatives", "japan"),
        ("Taiwan's Democratic Progressive Party condemned China.", "Democratic Progressive Party", "taiwan"),
        ("The Royal Thai Army shelled Poipet. Thailand denied it.", "Royal Thai Army", "thailand"),
    ],
)
def test_a_body_is_of_the_country_beside_it(text: str, words: str, country: str, nlp: Reading) -> None:
    assert country in {local(entity.country) for entity in meant(nlp(text), words)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Front for a Free Jazira (FJL) fled.", ["Front for a Free Jazira", "FJL"]),
        ("The Jazira Liberation Movement (JLM) fled.", ["Jazira Liberation Movement", "JLM"]),
        ("The Joint Attack Bomb (JAB) fell.", []),
        ("The movement (JLM) fled.", []),
    ],
)
def test_a_group_is_what_an_acronym_explains(text: str, found: list[str]) -> None:
    context = read_context(unparsed(text), Document(id="case", text=text), KNOWLEDGE)
    spans = explained_groups(context, frozenset())
    assert [text[context.pieces[a].start : context.pieces[b - 1].end] for a, b in spans] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The US-led coalition left.", ["US-led coalition"]),
        ("A French-led military alliance left.", ["French-led military alliance"]),
        ("The US-led talks failed.", []),
        ("The US-backed coalition left.", []),
    ],
)
def test_a_coalition_is_told_by_who_leads_it(text: str, found: list[str]) -> None:
    context = read_context(unparsed(text), Document(id="case", text=text), KNOWLEDGE)
    spans = led_coalitions(context, frozenset())
    assert [text[context.pieces[a].start : context.pieces[b - 1].end] for a, b in spans] == found


@pytest.mark.parametrize(
    ("name", "longer"),
    [("Fatah al-Islam", True), ("Fatah", False), ("Fatah al", False)],
)
def test_a_body_is_not_the_known_one_with_whose_name_its_own_begins(name: str, *, longer: bool) -> None:
    context = context_of(marked("Fatah al-Islam fled.", **{name: "ORG"}))
    (match,) = context.matches
    assert begins_longer_name(context, match) is longer


def test_behind_a_known_body_no_article_begins_more_of_its_name() -> None:
    context = context_of(marked("Fatah Islam fled.", Fatah_Islam="ORG"))
    assert not begins_longer_name(context, context.matches[0])
