"""What an office phrase says: the office, whose it is, and whether it is still held."""

from __future__ import annotations

import pytest

from kg.resolve.offices.phrases import parse_office
from tests.grammar.trees import unparsed
from tests.resolve.contexts import context_of


def read(words: str, behind: str = "", *, needs_end: bool = True) -> tuple[str, str | None] | None:
    """Return the office of the words, before those behind, and the local name of whose it is."""
    context = context_of(unparsed(f"{words} {behind}".strip()))
    last = next((i for i, piece in enumerate(context.pieces) if piece.start >= len(words)), len(context.pieces))
    office = parse_office(context, 0, last, needs_end=needs_end)
    return None if office is None else (office.literal, office.of.iri.rsplit("/", 1)[-1] if office.of else None)


@pytest.mark.parametrize(
    ("words", "office", "of"),
    [
        ("President", "president", None),
        ("the French president", "president", "france"),
        ("France's foreign minister", "foreign minister", "france"),
        ("president of France", "president", "france"),
        ("foreign minister of the French Republic", "foreign minister", "france"),
        ("His Majesty King", "king", None),
        ("embattled president", "president", None),
        ("the president and prime minister", "prime minister", None),
        ("Deputy Secretary-General of NATO", "deputy secretary-general", "nato"),
        ("NATO secretary general and French president", "president", "france"),
        ("“President", "president", None),
        ("Lebanon's pro-Syrian President", "president", "lebanon"),
        ("pro-Syrian President", "president", None),
        ("Georgia's pro-Western minister", "minister", "georgia"),
        ("Yemen's Saudi-backed prime minister", "prime minister", "yemen"),
        ("Ukrainian Fuel and Energy Minister", "fuel and energy minister", "ukraine"),
        ("Kenya and Energy Minister", "energy minister", None),
        ("King and Energy Minister", "energy minister", None),
        ("IMF managing director", "managing director", "international-monetary-fund"),
        ("Peru's U.N. Ambassador", "u.n. ambassador", "peru"),
        ("Peru's ambassador to Kenya", "ambassador to kenya", "peru"),
        ("ambassador to Kenya", "ambassador to kenya", None),
        ("ambassador of Kenya", "ambassador", "kenya"),
        ("Peru's U.N. director", "peru director", "united-nations"),
        ("U.S. State Department envoy", "envoy", "us-department-of-state"),
        ("the general's aide", "aide", None),
        ("women's rights activist", "women rights activist", None),
        ("-President", "president", None),
    ],
)
def test_an_office_is_its_words_without_country_article_and_address(words: str, office: str, of: str | None) -> None:
    assert read(words) == (office, of)


@pytest.mark.parametrize("words", ["the French bridge", "of France", ""])
def test_words_without_an_office_noun_are_no_office(words: str) -> None:
    assert read(words) is None


def test_nothing_but_address_stands_between_the_office_and_the_name_it_needs() -> None:
    assert read("the president, Mr.") == ("president", None)
    assert read("the president bravely") is None
    assert read("the president bravely", needs_end=False) is not None
    assert read("president of France bravely") is not None


def test_who_works_by_profession_has_no_office_of_a_country() -> None:
    assert read("French economist") == ("economist", None)
    assert read("French-Israeli economist") == ("economist", None)
    assert read("NATO economist") == ("economist", "nato")


def test_an_address_is_no_owner() -> None:
    assert read("head of the U.K.-based monitor") == ("head", None)
    assert read("head of the U.K.-Monitor") == ("head of the monitor", "united-kingdom")


def test_a_regional_office_is_of_the_region() -> None:
    assert read("governor of Georgia") == ("governor", "georgia-us-state")
    assert read("president of Georgia") == ("president", "georgia")


@pytest.mark.parametrize(
    ("words", "former"),
    [("former president", True), ("then-president", True), ("president-elect", True), ("the president", False)],
)
def test_an_office_is_held_no_more_or_not_yet(words: str, *, former: bool) -> None:
    context = context_of(unparsed(words))
    office = parse_office(context, 0, len(context.pieces), needs_end=False)
    assert office is not None
    assert office.former is former


def test_a_counterpart_has_the_same_office_elsewhere() -> None:
    for words, counterpart in (("his French counterpart", True), ("the French president", False)):
        context = context_of(unparsed(words))
        office = parse_office(context, 0, len(context.pieces), needs_end=False)
        assert office is not None
        assert office.counterpart is counterpart
