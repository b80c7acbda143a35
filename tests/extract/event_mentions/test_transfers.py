from __future__ import annotations

from kg.extract.event_mentions.transfers import split_transfer
from kg.records import Figure, Term
from tests.extract.mentions import HOWITZER, IRAN, ISRAEL, PATRIOT, RUSSIA, UKRAINE, gate, mention, named

ARMS = (named("weapon", PATRIOT), named("weapon", HOWITZER))
TO = named("recipient", UKRAINE)


def test_each_weapon_is_a_transfer_with_its_own_count() -> None:
    counted = Figure(Term("quantity"), 6, 6, (), weapon=HOWITZER)
    parts = list(split_transfer(mention("Transfer", *ARMS, TO, figures=(counted,)), gate()))
    assert [(part.entities(Term("weapon")), part.figures) for part in parts] == [
        ({PATRIOT}, ()),
        ({HOWITZER}, (counted,)),
    ]
    assert all(part.entities(Term("recipient")) == {UKRAINE} for part in parts)


def test_each_supplier_gave_it_unless_one_count_is_of_all() -> None:
    given = (named("supplier", ISRAEL), named("supplier", IRAN), named("weapon", PATRIOT), TO)
    apart = split_transfer(mention("Transfer", *given), gate())
    assert [part.entities(Term("supplier")) for part in apart] == [{ISRAEL}, {IRAN}]
    counted = Figure(Term("quantity"), 2, 2, (), weapon=PATRIOT)
    (whole,) = split_transfer(mention("Transfer", *given, figures=(counted,)), gate())
    assert whole.entities(Term("supplier")) == {ISRAEL, IRAN}


def test_what_is_no_transfer_stays_whole() -> None:
    attack = mention("Attack", named("attacker", RUSSIA), *ARMS)
    assert list(split_transfer(attack, gate())) == [attack]
