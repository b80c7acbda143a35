"""What two tellings in one document have in common."""

from __future__ import annotations

from kg.sameness.common_ground import goes_on_with, shares, territories
from tests.extract.mentions import ENTITIES, IRAN, ISRAEL, KYIV, ODESA, RUSSIA, UKRAINE, mention, named, unnamed


def test_a_place_is_shared_and_a_country_in_which_much_happens_is_not() -> None:
    kyiv, odesa, ukraine = (mention("Attack", named("place", number)) for number in (KYIV, ODESA, UKRAINE))
    assert shares([kyiv], [kyiv], ENTITIES)
    assert not shares([ukraine], [ukraine], ENTITIES)
    assert not shares([kyiv], [ukraine], ENTITIES)
    assert not shares([kyiv], [odesa], ENTITIES)


def test_what_happens_in_a_country_may_be_the_attack_on_it() -> None:
    hit = mention("Attack", named("target", UKRAINE))
    assert shares([mention("Attack", named("place", UKRAINE))], [hit], ENTITIES)
    assert shares([hit], [mention("Attack", named("place", KYIV))], ENTITIES)
    belonging = mention("Attack", unnamed("target", "soldier", belongs_to=UKRAINE))
    assert not shares([belonging], [mention("Attack", named("place", UKRAINE))], ENTITIES)


def test_who_attacks_is_shared_unless_he_does_another_deed() -> None:
    event = mention("Attack", named("attacker", ISRAEL), named("target", IRAN))
    assert shares([mention("Attack", named("attacker", ISRAEL))], [event], ENTITIES)
    deed = mention("Attack", named("attacker", ISRAEL), unnamed("target", "guard"))
    assert not shares([deed], [event], ENTITIES)
    assert shares([deed], [event], ENTITIES, headline=True)
    assert not shares([mention("Attack", named("attacker", RUSSIA))], [event], ENTITIES)


def test_an_indefinite_noun_goes_on_with_a_force_that_is_told_without_a_place() -> None:
    event = mention("Attack", named("attacker", RUSSIA), named("target", UKRAINE))
    assert goes_on_with([mention("Attack", named("attacker", RUSSIA))], [event], ENTITIES)
    assert goes_on_with([mention("Attack", named("target", KYIV))], [event], ENTITIES)
    assert not goes_on_with([mention("Attack", named("attacker", IRAN))], [event], ENTITIES)
    assert not goes_on_with([mention("Attack", named("target", KYIV))], [mention("Attack")], ENTITIES)


def test_a_city_is_territory_of_its_country() -> None:
    assert territories([KYIV], ENTITIES) == territories([UKRAINE], ENTITIES)
