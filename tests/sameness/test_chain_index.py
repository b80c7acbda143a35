"""Which of the events told so far a mention is compared with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Evidence, Figure, Span, Term
from kg.sameness.chain_index import ChainIndex
from kg.sameness.chains import Chain
from tests.extract.mentions import (
    IRAN,
    ISRAEL,
    KYIV,
    MINISTER,
    ODESA,
    PUTIN,
    RUSSIA,
    UKRAINE,
    mention,
    named,
    sameness,
    unnamed,
)
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.records import EventMention


def indexed(*events: EventMention) -> ChainIndex:
    chains = ChainIndex(KNOWLEDGE.taxonomy, sameness().facts)
    for event in events:
        chains.found([event])
    return chains


def alike(chains: ChainIndex, one: EventMention) -> list[int]:
    return sorted(chains.alike(Chain([one])))


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
    assert alike(chains, mention("Conversation", named("participant", IRAN), at=50)) == [0]


def test_a_person_is_compared_with_a_country_and_no_other_person_of_it() -> None:
    calls = [
        mention("Call", named("participant", RUSSIA), named("participant", IRAN)),
        mention("Call", named("participant", PUTIN), named("participant", IRAN), at=10),
        mention("Call", named("participant", MINISTER), named("participant", IRAN), at=20),
    ]
    assert alike(indexed(*calls), mention("Call", named("participant", PUTIN), named("participant", IRAN))) == [0, 1]
    assert alike(indexed(*calls), mention("Call", named("participant", RUSSIA))) == [0, 1, 2]


def test_a_strike_on_a_city_is_compared_with_none_on_another_city_of_its_country() -> None:
    attacks = [mention("Attack", named("target", place), at=at) for at, place in enumerate((KYIV, ODESA, UKRAINE))]
    assert alike(indexed(*attacks), mention("Attack", named("target", KYIV), at=50)) == [0, 2]


def test_near_is_what_is_told_a_little_before_in_the_sentence_or_next_to_it_or_with_the_same_word() -> None:
    events = [
        mention("Attack", named("target", KYIV, 5), at=10),
        mention("Attack", named("target", KYIV, 190), at=200),
        replace(mention("Attack", at=3000), sentence=Span(2900, 2998)),
        mention("Meeting", at=90),
    ]
    here = replace(mention("Attack", named("target", KYIV, 5), at=100), sentence=Span(3000, 3100))
    assert sorted(indexed(*events).near(Chain([here]), 50)) == [0, 2]
    assert sorted(indexed(*events).near(Chain([here]), 90)) == [0, 2]
    assert sorted(indexed(*events).near(Chain([replace(here, arguments=())]), 89)) == [2]
    assert sorted(indexed(*events).near(Chain([replace(here, arguments=())]), 90)) == [0, 2]


def test_the_event_told_last_before_is_one_of_the_family() -> None:
    chains = indexed(mention("Call", at=10), mention("Meeting", at=20), mention("Attack", at=30))
    last = chains.last_before(Chain([mention("Conversation", at=50)]))
    assert last is not None
    assert last[0].trigger.start == 20
    chains.extend(0, [mention("Call", at=40)])
    later = chains.last_before(Chain([mention("Conversation", at=50)]))
    assert later is not None
    assert later[0].trigger.start == 10
    assert chains.last_before(Chain([mention("Call", at=10)])) is None


def test_events_that_count_others_are_found_by_what_they_count() -> None:
    def killed(low: int, high: int | None) -> Figure:
        return Figure(Term("Killed"), low, high, (Evidence(Span(0, 1), "test"),))

    events = [
        mention("Attack", figures=(killed(10, 10),)),
        mention("Attack", figures=(killed(8, None),), at=10),
        mention("Attack", figures=(killed(3, 3), killed(10, 10)), at=20),
        mention("Attack", at=30),
        mention("Attack", figures=(killed(11, 11),), at=40),
    ]
    assert indexed(*events).counting_others(Chain([mention("Attack", figures=(killed(10, 10),), at=50)])) == {4}
    assert indexed(*events).counting_others(Chain([mention("Attack", at=50)])) == set()
