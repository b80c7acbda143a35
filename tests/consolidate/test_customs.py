"""The names file is data: what a user adds there changes what is one name."""

from pathlib import Path

import pytest

from kg.consolidate.names import IDENTICAL, INITIAL, NICKNAME, OMISSION, SPELLING, agreement, parse_person_name
from kg.errors import OntologyError
from kg.knowledge.files import read_sources
from kg.knowledge.words.names import NameCustoms, fold_name, read_name_customs
from tests.known import KNOWLEDGE

PREFIXES = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/> .
"""


def customs(folder: Path, text: str) -> NameCustoms:
    (folder / "en").mkdir()
    (folder / "en/names.ttl").write_text(PREFIXES + text, encoding="utf-8")
    return read_name_customs(read_sources(folder))


def test_a_nickname_is_one_value_in_the_file(tmp_path: Path) -> None:
    found = customs(
        tmp_path, ':a a kg:GivenName ; skos:prefLabel "Zbigniew" ; skos:altLabel "Zbyszek", "Zb\u00edsek" .'
    )
    assert {"zbigniew", "zbyszek", "zbisek"} == set(found.given_names)


@pytest.mark.parametrize(
    "text",
    [
        ':a a kg:Transliteration ; kg:written "kh" .',
        ':a a kg:Transliteration ; kg:written "kh" ; kg:always "h" ; kg:sometimes "k" .',
        ':a a kg:Transliteration ; kg:always "h" .',
    ],
)
def test_spelling_that_says_too_little_or_too_much_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(OntologyError, match="is no spelling"):
        customs(tmp_path, text)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Al Gore", "AL GORE", IDENTICAL),
        ("JD Vance", "J.D. Vance", IDENTICAL),
        ("Ursula von der Leyen", "Ursula Von Der Leyen", IDENTICAL),
        ("Volodymyr Zelenskiy", "Volodymyr Zelenskyy", SPELLING),
        ("Joe Biden", "Joseph Biden", NICKNAME),
        ("Joe Biden", "Joseph R. Biden", OMISSION),
        ("J. Biden", "Joe Biden", INITIAL),
        ("Joe Biden", "Jill Biden", 0.0),
        ("John F. Kennedy", "John G. Kennedy", 0.0),
    ],
)
def test_names_agree_by_levels(left: str, right: str, level: float) -> None:
    names = parse_person_name(left, KNOWLEDGE.words.names), parse_person_name(right, KNOWLEDGE.words.names)
    assert agreement(*names, KNOWLEDGE.words.names) == level
    assert agreement(*reversed(names), KNOWLEDGE.words.names) == level


@pytest.mark.parametrize(
    ("printed", "folded"),
    [("Łukasz", "lukasz"), ("Erdoğan", "erdogan"), ("O’Brien", "obrien"), ("Løkke", "lokke"), ("Ka'bi", "kabi")],
)
def test_words_are_folded_as_news_spells_them(printed: str, folded: str) -> None:
    assert fold_name(printed) == folded
