"""Which organizations, places, weapons and countries are one."""

import pytest

from kg.consolidate import consolidate
from kg.records import Entity
from tests.consolidate.articles import PATRIOT, UK, US, WORLD, article, known, names_of, thing, together

ROCKET, DRONE = "https://w3id.org/newskg/id/weapon/rocket", "https://w3id.org/newskg/id/weapon/drone"

SAME = [
    (thing("Organization", "Supreme Court", of=US), thing("Organization", "Supreme Court", of=US)),
    (thing("Organization", "Amhara Regional Council"), thing("Organization", "Amhara Regional Council")),
    (thing("Organization", "Wagner Group"), thing("Organization", "the Wagner group")),
    (thing("Organization", "Fars News Agency", of=US), thing("Organization", "Fars News Agency")),
    (
        thing("Organization", "International Atomic Energy Agency", also="IAEA"),
        thing("Organization", "IAEA"),
    ),
    (thing("Place", "Springfield", of=US), thing("Place", "Springfield", of=US)),
    (thing("Place", "Chasiv Yar"), thing("Place", "Chasiv-Yar")),
    (thing("Weapon", "Foo-7 missiles"), thing("Weapon", "Foo 7 missile")),
    (thing("Weapon", "Foo-7", broader=ROCKET), thing("Weapon", "Foo-7")),
    (known(PATRIOT), Entity(known(PATRIOT).kind, "Patriots", ("Patriots",), PATRIOT)),
]
DIFFERENT = [
    (thing("Organization", "Defence Ministry"), thing("Organization", "Defence Ministry")),
    (thing("Organization", "Supreme Court"), thing("Organization", "Supreme Court", of=US)),
    (thing("Organization", "Defence Ministry", of=US), thing("Organization", "Defence Ministry", of=UK)),
    (thing("Organization", "Wagner Group"), thing("Organization", "Wagner Society")),
    (thing("Place", "Springfield", of=US), thing("Place", "Springfield", of=UK)),
    (thing("Place", "Georgia"), thing("Country", "Georgia")),
    (thing("Weapon", "Foo-7", broader=ROCKET), thing("Weapon", "Foo-7", broader=DRONE)),
    (thing("Weapon", "Foo-7"), thing("Weapon", "Foo-8")),
    (thing("Weapon", "Patriot"), thing("Organization", "Patriot")),
    (thing("Organization", "AA"), thing("Organization", "AAA")),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_thing_in_two_articles(left: Entity, right: Entity) -> None:
    assert together(article("a", left), article("b", right))


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_two_things_stay_apart(left: Entity, right: Entity) -> None:
    assert not together(article("a", left), article("b", right))


def test_an_acronym_goes_with_the_name_that_articles_explain_by_it() -> None:
    explained = thing("Organization", "Federal Emergency Management Agency", also="FEMA")
    told = (explained, thing("Organization", "FEMA"), thing("Organization", "Federal Emergency Management Agency"))
    assert together(*(article(name, one) for name, one in zip("abc", told, strict=True)))


def test_an_acronym_that_articles_explain_by_two_names_goes_with_neither() -> None:
    told = (
        thing("Organization", "Central African Republic Army", also="CARA"),
        thing("Organization", "Canadian Air Rescue Agency", also="CARA"),
        thing("Organization", "CARA"),
    )
    assert len(names_of(consolidate([article(n, one) for n, one in zip("abc", told, strict=True)], WORLD))) == 3


def test_ministry_of_no_country_goes_to_neither_of_two() -> None:
    articles = [
        article(name, thing("Organization", "Defence Ministry", of=of))
        for name, of in (("a", US), ("b", None), ("c", UK))
    ]
    assert all(len(names) == 1 for names in names_of(consolidate(articles, WORLD)))
