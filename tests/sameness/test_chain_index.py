"""Which of the events told so far a mention is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.sameness.chain_index import ChainIndex
from kg.sameness.chains import Chain
from tests.extract.mentions import IRAN, ISRAEL, KYIV, ODESA, PUTIN, RUSSIA, UKRAINE, mention, named, sameness, unnamed
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.records import EventMention


def indexed(*events: EventMention) -> ChainIndex:
    chains = ChainIndex(KNOWLEDGE.taxonomy, sameness().facts)
    for event in events:
        chains.found([event])
    return chains


def alike(chains: ChainIndex, one: EventMention) -> list[int]:
    return [number for number, _ in chains.alike(Chain([one]))]


def test_an_attack_is_compared_with_those_on_its_country_and_on_nobody_who_is_named() -> None:
    attacks = [
        mention("Attack", named("target", KYIV)),
        mention("Attack", named("target", ISRAEL), at=10),
        mention("Attack", unnamed("target", "convoy", 20), at=20),
        mention("Attack", named("place", ODESA), at=30),
    ]
    assert alike(indexed(*attacks), mention("Attack", named("target", UKRAINE), at=50)) == [0, 2, 3]
    assert alike(indexed(*attacks), mention("Attack", at=50, definite=True)) == [0, 1, 2, 3]
    assert alike(indexed(*attacks), mention("Meeting", named("participant", UKRAINE), at=50)) == []


def test_talks_are_compared_with_those_of_one_of_their_sides_of_a_narrower_or_broader_class() -> None:
    calls = [
        mention("Call", named("participant", PUTIN), named("participant", IRAN)),
        mention("Call", named("participant", ISRAEL), named("participant", IRAN), at=10),
    ]
    assert alike(indexed(*calls), mention("Conversation", named("participant", RUSSIA), at=50)) == [0]
    assert alike(indexed(*calls), mention("Conversation", named("attendee", RUSSIA), at=50)) == [0, 1]
    assert alike(indexed(*calls), mention("Meeting", named("participant", RUSSIA), at=50)) == []


def test_an_event_is_found_by_what_later_mentions_add_to_it() -> None:
    chains = indexed(mention("Conversation", named("participant", RUSSIA)))
    assert alike(chains, mention("Call", named("participant", IRAN), at=50)) == []
    chains.extend(0, [mention("Call", named("participant", IRAN), at=10)])
    assert alike(chains, mention("Call", named("participant", IRAN), at=50)) == [0]
    assert [event[0].kind for event in chains.of_family(KNOWLEDGE.taxonomy.family("Call"))] == ["Conversation"]
