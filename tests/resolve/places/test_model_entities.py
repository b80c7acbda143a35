"""Bodies and places that only the model knows, and the country that the text gives a body."""

from __future__ import annotations

import pytest

from kg.resolve.places.model_entities import model_entities
from tests.grammar.trees import marked
from tests.resolve.contexts import context_of


def found(text: str, taken: frozenset[int] = frozenset(), **names: str) -> list[tuple[str, str, str | None]]:
    """Return words, key and country of what is found, in order of the text."""
    items = sorted(model_entities(context_of(marked(text, **names)), taken), key=lambda item: (item.start, -item.end))
    return [(text[i.start : i.end], i.identity.key, (i.identity.country or "").rpartition("/")[2]) for i in items]


def test_a_body_and_a_place_have_their_class_and_other_names_none() -> None:
    assert found("Zorg met in Blix", Zorg="ORG", Blix="GPE") == [
        ("Zorg", "Organization/zorg", ""),
        ("Blix", "Place/blix", ""),
    ]
    assert found("Zorg met", Zorg="PERSON") == []
    assert found("zorg met", zorg="ORG") == []
    assert found("Zorg met", frozenset({0}), Zorg="ORG") == []


def test_the_article_the_possessive_and_signs_are_no_part_of_it() -> None:
    assert [words for words, _, _ in found("the Zorg's plan", **{"the_Zorg's": "ORG"})] == ["Zorg"]
    assert [words for words, _, _ in found("“Zorg” met", **{"“Zorg”": "ORG"})] == ["Zorg"]


@pytest.mark.parametrize(
    ("text", "body", "country"),
    [
        ("Peru's Zorg Council met", "Zorg Council", "peru"),
        ("Peru's Zorg Bakery met", "Zorg Bakery", ""),
        ("Zorg Council of Peru met", "Zorg Council of Peru", "peru"),
        ("Zorg Bakery of Peru met", "Zorg Bakery of Peru", ""),
        ("Zorg Council in Peru met", "Zorg Council in Peru", ""),
        ("Peruvian Zorg Council met", "Peruvian Zorg Council", "peru"),
        ("Peru, Zorg Council met", "Zorg Council", ""),
    ],
)
def test_a_body_is_of_the_country_in_its_name_or_right_before_it(text: str, body: str, country: str) -> None:
    countries = {words: of for words, _, of in found(text, **{body.replace(" ", "_"): "ORG"})}
    assert countries[body] == country


def test_the_country_in_the_name_of_a_body_is_named_too() -> None:
    assert found("Peruvian Zorg Council met", Peruvian_Zorg_Council="ORG")[1][:2] == (
        "Peruvian",
        "https://w3id.org/newskg/id/country/peru",
    )


def test_by_its_bare_name_a_body_is_the_only_one_that_has_a_country() -> None:
    text = "Peru's Zorg Council met. Later the Zorg Council left"
    assert {of for words, _, of in found(text, Zorg_Council="ORG") if words == "Zorg Council"} == {"peru"}
    text = "Peru's Zorg Council met Chile's Zorg Council"
    assert [(key, of) for _, key, of in found(text, Zorg_Council="ORG")] == [
        ("Organization/zorg council/https://w3id.org/newskg/id/country/peru", "peru"),
        ("Organization/zorg council/https://w3id.org/newskg/id/country/chile", "chile"),
    ]


def test_a_town_is_one_with_and_without_its_noun() -> None:
    doc = found("Blix City and Blix", Blix_City="GPE")
    assert [key for _, key, _ in doc] == ["Place/blix city"]
    both = marked("Blix fell, then Blix City", Blix="GPE", Blix_City="GPE")
    keys = {item.identity.key for item in model_entities(context_of(both), frozenset())}
    assert keys == {"Place/blix"}
    hill = marked("Blix fell, then Blix Hill", Blix="GPE", Blix_Hill="GPE")
    assert {item.identity.key for item in model_entities(context_of(hill), frozenset())} == {
        "Place/blix",
        "Place/blix hill",
    }


def test_what_the_reference_data_names_is_no_new_entity() -> None:
    assert found("NATO met", NATO="ORG") == []
    assert found("Hamas Zorg met", Hamas_Zorg="ORG") == []
    assert [key for _, key, _ in found("Paris Zorg Blix Club met", Paris_Zorg_Blix_Club="ORG")] == [
        "Organization/paris zorg blix club"
    ]


def test_a_month_with_its_year_or_day_is_no_place() -> None:
    assert found("Zorg fell in October 2024", October_2024="GPE") == []
    assert found("Zorg lies near May Hill", May_Hill="LOC") == [("May Hill", "Place/may hill", "")]
