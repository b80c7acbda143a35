"""The engine on hand-made tellings: what a class says in kg.ttl parts them or makes them one, each with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.knowledge.identity import Identity
from kg.records import Attribute, EventMention, Term
from kg.sameness.compare import block_keys, compare, is_complete
from kg.sameness.facts import EventFacts, document_parties, mention_facts
from kg.sameness.support import Clash, Support
from tests.extract.mentions import (
    ARMY,
    ENTITIES,
    HOWITZER,
    IRAN,
    ISRAEL,
    KYIV,
    NAVY,
    ODESA,
    PATRIOT,
    PUTIN,
    RUSSIA,
    UKRAINE,
    mention,
    named,
    unnamed,
)
from tests.known import KNOWLEDGE


def facts(*mentions: EventMention) -> EventFacts:
    return mention_facts(mentions, document_parties(ENTITIES), KNOWLEDGE.taxonomy, KNOWLEDGE.participants)


def telling(kind: str, status: str = "", ordinal: int = 0, **roles: int | tuple[int, ...]) -> EventFacts:
    pairs = [(role, one) for role, many in roles.items() for one in (many if isinstance(many, tuple) else (many,))]
    attributes = [Attribute(Term("transferStatus"), Term(status))] if status else []
    attributes += [Attribute(Term("ordinal"), ordinal)] if ordinal else []
    return facts(mention(kind, *(named(role, entity) for role, entity in pairs), attributes=tuple(attributes)))


ONE = [
    (telling("Call", participant=(RUSSIA, IRAN)), telling("Call", initiator=IRAN, participant=RUSSIA)),
    (telling("Call", participant=(RUSSIA, IRAN)), telling("Conversation", participant=(IRAN, RUSSIA))),
    (telling("Call", participant=(RUSSIA, IRAN), attendee=ISRAEL), telling("Call", participant=(RUSSIA, IRAN))),
    (telling("Meeting", participant=(PUTIN, IRAN)), telling("Meeting", participant=(RUSSIA, IRAN))),
    (telling("Meeting", participant=(PUTIN, RUSSIA, IRAN)), telling("Meeting", participant=(RUSSIA, IRAN))),
    (telling("Attack", attacker=RUSSIA, target=KYIV), telling("Attack", target=KYIV)),
    (telling("Attack", attacker=NAVY, target=KYIV), telling("Attack", attacker=RUSSIA, target=UKRAINE)),
    (telling("Attack", attacker=PUTIN, target=KYIV), telling("Attack", attacker=RUSSIA, place=KYIV)),
    (
        telling("Transfer", "Paused", supplier=RUSSIA, recipient=IRAN, weapon=PATRIOT),
        telling("Transfer", recipient=IRAN, weapon=(PATRIOT, HOWITZER)),
    ),
    (telling("Sanction", actor=RUSSIA, target=IRAN), telling("Sanction", actor=PUTIN, target=IRAN)),
    (telling("Expulsion", actor=RUSSIA, target=IRAN), telling("Sanction", actor=RUSSIA, target=IRAN)),
]
TWO = [
    (telling("Call", participant=(RUSSIA, IRAN)), telling("Call", participant=(RUSSIA, ISRAEL)), "other participants"),
    (telling("Call", participant=(PUTIN, IRAN)), telling("Call", participant=(RUSSIA, IRAN)), "other participants"),
    (telling("Call", participant=(RUSSIA, IRAN)), telling("Meeting", participant=(RUSSIA, IRAN)), "another class"),
    (
        telling("Call", ordinal=2, participant=(RUSSIA, IRAN)),
        telling("Call", ordinal=3, participant=(RUSSIA, IRAN)),
        "another ordinal",
    ),
    (
        telling("Meeting", participant=(RUSSIA, IRAN), place=KYIV),
        telling("Meeting", participant=(RUSSIA, IRAN), place=ISRAEL),
        "another place",
    ),
    (telling("Visit", participant=RUSSIA), telling("Visit", participant=RUSSIA), "nobody tells who else took part"),
    (
        telling("Attack", attacker=NAVY, target=KYIV),
        telling("Attack", attacker=ARMY, target=KYIV),
        "another attacker",
    ),
    (
        telling("Attack", attacker=RUSSIA, target=KYIV),
        telling("Attack", attacker=RUSSIA, target=ODESA),
        "another target",
    ),
    (telling("Attack", attacker=RUSSIA), telling("Attack", attacker=RUSSIA), "one does not tell the target"),
    (
        telling("Transfer", "Paused", supplier=RUSSIA, recipient=IRAN, weapon=PATRIOT),
        telling("Transfer", "Delivered", supplier=RUSSIA, recipient=IRAN, weapon=PATRIOT),
        "another transfer status",
    ),
    (
        telling("Transfer", supplier=RUSSIA, recipient=IRAN, weapon=PATRIOT),
        telling("Transfer", supplier=RUSSIA, recipient=IRAN, weapon=HOWITZER),
        "another weapon",
    ),
    (
        telling("Sanction", actor=RUSSIA, target=IRAN),
        telling("Sanction", actor=IRAN, target=RUSSIA),
        "another actor",
    ),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_two_tellings_of_one_event(left: EventFacts, right: EventFacts) -> None:
    for found in (compare(left, right), compare(right, left)):
        assert isinstance(found, Support)
        assert found.reason


@pytest.mark.parametrize(("left", "right"), ONE)
def test_tellings_of_one_event_share_a_block_where_no_country_stands_for_a_part(
    left: EventFacts, right: EventFacts
) -> None:
    assert set(block_keys(left)) & set(block_keys(right))


@pytest.mark.parametrize(("left", "right", "reason"), TWO)
def test_two_events_and_what_parts_them(left: EventFacts, right: EventFacts, reason: str) -> None:
    assert compare(left, right) == Clash(reason)
    assert isinstance(compare(right, left), Clash)


def test_another_mention_of_a_document_may_leave_open_what_the_event_tells() -> None:
    event = telling("Attack", attacker=RUSSIA, target=KYIV)
    assert isinstance(compare(telling("Attack", attacker=RUSSIA), event, partial=True), Support)
    assert isinstance(compare(telling("Attack", target=UKRAINE), event, partial=True), Support)
    assert compare(telling("Attack", target=ODESA), event, partial=True) == Clash("another target")
    sanction = telling("Sanction", actor=RUSSIA, target=IRAN)
    assert isinstance(compare(telling("Sanction", target=IRAN), sanction, partial=True), Support)
    assert compare(telling("Sanction", target=ISRAEL), sanction, partial=True) == Clash("another target")


def test_things_without_a_name_of_two_kinds_are_two_targets() -> None:
    hospital, market = (
        facts(mention("Attack", named("attacker", RUSSIA), unnamed("target", kind, belongs_to=KYIV)))
        for kind in ("hospital", "market")
    )
    assert compare(hospital, market) == Clash("another target")
    assert isinstance(compare(hospital, hospital), Support)


def test_a_class_is_compared_by_what_it_says_itself() -> None:
    left, right = telling("Sanction", actor=RUSSIA, target=IRAN), telling("Sanction", actor=ISRAEL, target=IRAN)
    assert compare(left, right) == Clash("another actor")
    by_target = Identity(area=frozenset({Term("target")}))
    assert isinstance(compare(replace(left, identity=by_target), replace(right, identity=by_target)), Support)
    nothing = replace(left, identity=Identity())
    assert isinstance(compare(nothing, nothing), Clash)


def test_every_event_class_says_what_makes_two_of_them_one() -> None:
    taxonomy = KNOWLEDGE.taxonomy
    for kind in taxonomy.labels:
        if taxonomy.is_a(kind, "Event"):
            identity = taxonomy.identity(kind)
            assert identity.company | identity.each | identity.force | identity.area | identity.thing, kind


def test_what_is_told_in_full() -> None:
    assert is_complete(telling("Attack", target=KYIV))
    assert not is_complete(telling("Attack", attacker=RUSSIA))
    assert is_complete(telling("Transfer", recipient=IRAN, weapon=PATRIOT))
    assert not is_complete(telling("Transfer", supplier=IRAN, weapon=PATRIOT))
    assert not is_complete(telling("Call", participant=RUSSIA))


def test_nobody_does_what_he_suffers() -> None:
    struck, striking = telling("Attack", target=ISRAEL), telling("Attack", attacker=ISRAEL)
    for one, other in ((struck, striking), (striking, struck)):
        assert compare(one, other, partial=True) == Clash("who does it here is who suffers it there")
    assert isinstance(compare(struck, telling("Attack", attacker=IRAN), partial=True), Support)
