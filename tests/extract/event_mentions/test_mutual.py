"""What two do to each other."""

from __future__ import annotations

from kg.extract.event_mentions.mutual import split_mutual
from tests.extract.mentions import IRAN, ISRAEL, KYIV, RUSSIA, mention, named


def test_what_two_do_to_each_other_are_two_events() -> None:
    both = [named(role, who) for role in ("actor", "target") for who in (ISRAEL, IRAN)]
    told = [
        sorted((argument.role, argument.entity) for argument in part.arguments)
        for part in split_mutual(mention("Accusation", *both))
    ]
    assert told == [[("actor", ISRAEL), ("target", IRAN)], [("actor", IRAN), ("target", ISRAEL)]]


def test_what_two_do_to_others_is_one_event() -> None:
    joint = mention("Attack", named("attacker", RUSSIA), named("attacker", IRAN), named("target", KYIV))
    assert list(split_mutual(joint)) == [joint]
