"""Which mentions of a document become one event, on mentions made by hand."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.linking.coreference import Linker
from kg.records import DateBasis, EventDate, EventMention, Factuality, Outcome, Span, Term
from tests.extract.mentions import (
    ENTITIES,
    IRAN,
    ISRAEL,
    KYIV,
    MINISTER,
    ODESA,
    PATRIOT,
    PUTIN,
    RUSSIA,
    UKRAINE,
    gate,
    mention,
    named,
    sameness,
    unnamed,
)
from tests.known import KNOWLEDGE


def linked(*mentions: EventMention) -> tuple[list[list[int]], list[str]]:
    """Return where the triggers of each event are, and why mentions were left out."""
    groups, dropped = Linker(ENTITIES, KNOWLEDGE.taxonomy, gate(), sameness()).group(mentions)
    return [[m.trigger.start for m in group] for group in groups], [m.fate.because for m in dropped if m.fate]


FIRST = mention("Attack", named("attacker", RUSSIA, 2), named("target", KYIV, 4), at=3)


def noun(at: int, *arguments: object, **more: object) -> EventMention:
    return mention("Attack", *arguments, at=at, is_noun=True, score=0.9, **more)  # type: ignore[arg-type]


def test_the_attack_is_told_again() -> None:
    again = noun(60, unnamed("target", "convoy", 62), definite=True)
    assert linked(FIRST, again) == ([[3, 60]], [])


def test_another_city_is_another_attack_and_says_why() -> None:
    other = mention("Attack", named("attacker", RUSSIA, 61), named("target", ODESA, 63), at=62)
    groups, _ = Linker(ENTITIES, KNOWLEDGE.taxonomy, gate(), sameness()).group([FIRST, other])
    fates = [group[0].fate for group in groups]
    assert [fate.outcome for fate in fates if fate] == [Outcome.KEPT, Outcome.KEPT]
    assert fates[1] is not None
    assert fates[1].because.endswith("not the event at 3: another target")


def test_a_noun_without_a_party_joins_what_was_told_before_where_only_one_can_be_meant() -> None:
    blasts = noun(60, unnamed("place", None, 62))
    assert linked(FIRST, blasts) == ([[3, 60]], [])
    second = mention("Attack", named("attacker", IRAN, 32), named("target", ISRAEL, 34), at=33)
    assert linked(FIRST, second, blasts) == ([[3], [33], [60]], [])
    assert linked(noun(1, unnamed("place", None, 2)), mention("Attack", *FIRST.arguments, at=30)) == ([[1], [30]], [])


def test_a_verb_and_an_indefinite_noun_without_a_party_begin_an_event() -> None:
    verb = mention("Attack", unnamed("target", "convoy", 62), at=60, score=0.9)
    assert linked(FIRST, verb) == ([[3], [60]], [])
    assert linked(FIRST, noun(60, unnamed("target", "convoy", 62), indefinite=True)) == ([[3], [60]], [])


def test_what_has_no_date_goes_to_the_news_before_it_goes_to_a_recap() -> None:
    war = mention(
        "Attack",
        named("attacker", RUSSIA, 20),
        named("target", UKRAINE, 22),
        at=21,
        date=EventDate("2022-02", DateBasis.EXPLICIT),
    )
    again = noun(60, named("target", KYIV, 62), definite=True)
    assert linked(FIRST, war, again) == ([[3, 60], [21]], [])
    assert linked(war, again) == ([[21, 60]], [])


def test_a_reference_without_an_event_is_left_out_with_a_reason() -> None:
    events, reasons = linked(mention("Call", at=5, is_noun=True, definite=True))
    assert events == []
    assert len(reasons) == 1
    assert reasons[0].startswith("lacks")


def test_who_stands_for_a_party_is_no_third_party() -> None:
    call = mention("Call", named("participant", RUSSIA, 2), named("participant", IRAN, 4), at=3)
    groups, _ = Linker(ENTITIES, KNOWLEDGE.taxonomy, gate(), sameness()).group(
        [call, mention("Conversation", named("participant", IRAN, 61), at=60, is_noun=True, definite=True, score=0.9)]
    )
    assert len(groups) == 1
    assert {a.entity for m in groups[0] for a in m.arguments} == {RUSSIA, IRAN}


def test_what_is_planned_is_not_what_happened() -> None:
    call = mention("Call", named("participant", RUSSIA, 2), named("participant", IRAN, 4), at=3)
    planned = mention(
        "Call",
        named("participant", RUSSIA, 61),
        named("participant", IRAN, 63),
        at=62,
        factuality=Factuality.PLANNED,
    )
    assert linked(call, planned) == ([[3], [62]], [])


def test_the_meeting_is_the_one_told_as_such_and_not_a_talk_at_it() -> None:
    both = named("participant", ISRAEL), named("participant", IRAN)
    met, talked = mention("Meeting", *both, at=1), mention("Conversation", *both, at=40)
    noun = mention("Meeting", at=80, is_noun=True, definite=True)  # "the meeting"
    events, _ = linked(met, talked, noun)
    assert events == [[1, 80], [40]]


def test_what_the_network_faintly_reads_adds_where_it_was_and_nobody() -> None:
    told = (named("attacker", RUSSIA, 61), unnamed("place", None, 62))
    for rule, roles in (("learnt", ["place"]), ("attack-n", ["attacker", "place"])):
        again = mention("Attack", *told, at=60, is_noun=True, definite=True, score=0.4, rule=rule)
        ((_, joined),), _ = Linker(ENTITIES, KNOWLEDGE.taxonomy, gate(), sameness()).group([FIRST, again])
        assert [argument.role for argument in joined.arguments] == roles


def test_a_noun_that_leaves_out_who_did_it_takes_up_what_was_told_before() -> None:
    arrest = mention("Arrest", named("actor", IRAN, 2), named("target", PUTIN, 4), at=3)
    of_him, of_another = (mention("Arrest", named("target", who, 58), at=60, is_noun=True) for who in (PUTIN, MINISTER))
    assert linked(arrest, of_him) == ([[3, 60]], [])
    assert linked(arrest, of_another) == ([[3], [60]], [])
    assert linked(arrest, replace(of_him, indefinite=True)) == ([[3], [60]], [])
    assert linked(arrest, replace(of_him, is_noun=False)) == ([[3], [60]], [])
    by_another = replace(of_him, arguments=(*of_him.arguments, named("actor", ISRAEL, 62)))
    assert linked(arrest, by_another) == ([[3], [60]], [])


def test_who_attacks_one_country_only_aims_at_it_unless_words_say_at_what() -> None:
    first = mention("Attack", named("attacker", ISRAEL, 2), named("target", IRAN, 4), at=3)
    launched = mention(
        "Attack", named("attacker", ISRAEL, 61), named("weapon", PATRIOT, 63), at=62, sentence=Span(60, 70)
    )
    groups, _ = Linker(ENTITIES, KNOWLEDGE.taxonomy, gate(), sameness()).group([first, launched])
    assert [sorted(m.entities("target")) for group in groups for m in group] == [[IRAN], [IRAN]]  # type: ignore[arg-type]
    hit = replace(launched, seen=(Term("target"),))
    groups, _ = Linker(ENTITIES, KNOWLEDGE.taxonomy, gate(), sameness()).group([first, hit])
    assert [m.trigger.start for group in groups for m in group] == [3]
