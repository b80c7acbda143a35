"""By which of its own words a mention tells of another event than those before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kg.records import Evidence, Figure, MentionKind, Span, Term, Unnamed
from kg.sameness.facts import document_parties, mention_facts
from kg.sameness.newness import (
    claimed_by_another,
    counts_clash,
    does_another_deed,
    has_others,
    is_act_of_its_own,
    is_beside_another,
    is_by_other_means,
    is_elsewhere,
    is_known_by_its_own,
    is_next_to,
    is_one_of,
    is_talk_at,
    numbers_clash,
)
from tests.extract.mentions import (
    ENTITIES,
    HOWITZER,
    ID,
    IRAN,
    ISRAEL,
    KYIV,
    ODESA,
    PATRIOT,
    RUSSIA,
    UKRAINE,
    mention,
    named,
    unnamed,
)
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.records import Entity, EventMention
    from kg.sameness.facts import EventFacts

PROOF = (Evidence(Span(0, 1), "test"),)


def killed(low: int | None, high: int | None, measure: str = "Killed") -> tuple[Figure, ...]:
    return (Figure(Term(measure), low, high, PROOF),)


def test_sentences_after_a_meeting_that_name_its_talkers_anew_are_talk_at_it() -> None:
    met = mention("Meeting", named("participant", RUSSIA), at=10)
    talk = mention("Conversation", named("participant", IRAN), at=50)
    taxonomy = KNOWLEDGE.taxonomy
    assert is_talk_at([talk], [met], taxonomy)
    assert not is_talk_at([mention("Conversation", named("participant", IRAN), at=50, is_noun=True)], [met], taxonomy)
    assert not is_talk_at([mention("Conversation", at=50)], [met], taxonomy)
    they = replace(named("participant", IRAN), kind=MentionKind.PRONOUN)
    assert not is_talk_at([mention("Conversation", they, at=50)], [met], taxonomy)
    assert not is_talk_at([mention("Conversation", named("participant", IRAN), at=5)], [met], taxonomy)
    assert not is_talk_at([mention("Conversation", named("participant", IRAN), at=10)], [met], taxonomy)


def test_two_known_places_are_two_and_a_country_or_no_place_is_none() -> None:
    places = (ENTITIES[KYIV], ENTITIES[ODESA], ENTITIES[UKRAINE])
    known = [entity if entity.reference else _known(entity.name) for entity in places]
    here, there, country = (mention("Attack", named("place", number)) for number in range(3))
    assert is_elsewhere([here], [there], known)
    assert not is_elsewhere([here], [here], known)
    assert not is_elsewhere([here], [country], known)
    assert not is_elsewhere([here], [mention("Attack")], known)
    assert not is_elsewhere([mention("Attack")], [here], known)
    assert not is_elsewhere([here], [there], places)


def _known(name: str) -> Entity:
    return replace(ENTITIES[KYIV], name=name, reference=f"{ID}place/{name}")


def test_another_weapon_is_another_means_and_no_weapon_is_any() -> None:
    patriot, howitzer = (mention("Attack", named("weapon", which)) for which in (PATRIOT, HOWITZER))
    assert is_by_other_means([patriot], [howitzer], ENTITIES)
    assert not is_by_other_means([patriot], [patriot, howitzer], ENTITIES)
    assert not is_by_other_means([patriot], [mention("Attack")], ENTITIES)
    assert not is_by_other_means([mention("Attack")], [patriot], ENTITIES)


def test_people_of_another_kind_are_others_unless_they_are_somebodys() -> None:
    event = mention("Meeting", unnamed("participant", "officials"))
    company = [Term("participant")]
    assert has_others([mention("Meeting", unnamed("participant", "soldiers"))], [event], company)
    assert not has_others([mention("Meeting", unnamed("participant", "officials"))], [event], company)
    theirs = mention("Meeting", unnamed("participant", "soldiers", belongs_to=RUSSIA))
    assert not has_others([theirs], [event], company)
    assert not has_others([mention("Meeting", unnamed("place", "soldiers"))], [event], company)


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        (killed(10, 10), killed(12, 12), True),
        (killed(10, 10), killed(10, 10), False),
        (killed(10, None), killed(12, 12), False),
        (killed(13, None), killed(12, 12), True),
        (killed(None, 9), killed(12, None), True),
        (killed(10, 10), killed(12, 12, "Injured"), False),
        (killed(10, 10), (), False),
        ((*killed(10, 10), *killed(12, 12)), killed(12, 12), False),
    ],
)
def test_numbers_of_one_measure_clash_where_none_can_be_the_other(
    left: tuple[Figure, ...], right: tuple[Figure, ...], *, clash: bool
) -> None:
    assert counts_clash([mention("Attack", figures=left)], [mention("Attack", figures=right)]) is clash
    assert counts_clash([mention("Attack", figures=right)], [mention("Attack", figures=left)]) is clash


def counted(kind: str, number: int | None, role: str = "target") -> EventMention:
    argument = unnamed(role, kind)
    described = None if argument.unnamed is None else argument.unnamed.described
    return mention("Attack", replace(argument, unnamed=Unnamed(described, None, number, number)))


def test_how_many_of_one_kind_there_are_parts_and_how_many_of_another_does_not() -> None:
    kinds = KNOWLEDGE.participants
    assert numbers_clash([counted("soldier", 100)], [counted("soldier", 1000)], kinds)
    assert not numbers_clash([counted("soldier", 100)], [counted("soldier", 100)], kinds)
    assert not numbers_clash([counted("soldier", 100)], [counted("hospital", 1000)], kinds)
    assert not numbers_clash([counted("soldier", 100)], [counted("soldier", 1000, "attacker")], kinds)
    assert not numbers_clash([counted("soldier", None)], [counted("soldier", 1000)], kinds)


def test_what_is_next_is_in_the_sentence_or_right_behind_with_no_other_number() -> None:
    event = mention("Attack", at=10, figures=killed(10, 10))
    assert is_next_to([mention("Attack", at=12)], [event])
    assert is_next_to([mention("Attack", at=10)], [event])
    assert not is_next_to([mention("Attack", at=14)], [event])
    assert not is_next_to([mention("Attack", at=8)], [event])
    assert not is_next_to([mention("Attack", at=12, figures=killed(12, 12))], [event])


@pytest.mark.parametrize(
    ("number", "ours", "theirs", "anew"),
    [
        (12, KYIV, IRAN, True),
        (12, KYIV, None, True),
        (12, KYIV, KYIV, False),
        (12, None, IRAN, False),
        (90, KYIV, IRAN, False),
    ],
)
def test_another_source_may_count_the_same_people_otherwise_but_not_many_times_as_many(
    number: int, ours: int | None, theirs: int | None, *, anew: bool
) -> None:
    def counted_by(source: int | None, count: int, at: int) -> EventMention:
        (figure,) = killed(count, count)
        sources = () if source is None else (source,)
        return mention("Attack", at=at, figures=(replace(figure, according_to=sources),))

    event, later = counted_by(theirs, 10, 10), counted_by(ours, number, 12)
    assert is_next_to([later], [event]) is anew


def _facts(*roles: tuple[str, int], figures: tuple[Figure, ...] = ()) -> tuple[list[EventMention], EventFacts]:
    group = [mention("Attack", *(named(role, who) for role, who in roles), figures=figures)]
    parties = document_parties(ENTITIES)
    return group, mention_facts(group, parties, KNOWLEDGE.taxonomy, KNOWLEDGE.participants)


def test_a_state_tells_only_of_its_own_fights_and_counts_only_dead_of_its_own() -> None:
    russia, ukraine, iran = (f"{ID}country/{land}" for land in ("russia", "ukraine", "iran"))
    _, event = _facts(("attacker", RUSSIA), ("target", KYIV))
    group, mine = _facts(figures=killed(10, 10))
    assert not claimed_by_another({ukraine}, group, mine, event)
    assert claimed_by_another({iran}, group, mine, event)
    assert claimed_by_another({russia}, group, mine, event)
    assert not claimed_by_another({russia}, *_facts(("attacker", RUSSIA), figures=killed(10, 10)), event)
    assert not claimed_by_another({russia}, *_facts(), event)


def test_several_attacks_are_not_one_of_them() -> None:
    one = mention("Attack", named("attacker", RUSSIA), named("target", KYIV))
    several = mention("Attack", named("attacker", RUSSIA), at=50, is_noun=True, several=True)
    assert is_one_of([several], [one])
    assert is_one_of([one], [several])
    waves = mention("Attack", named("attacker", RUSSIA), named("target", KYIV), several=True, figures=killed(2, 2))
    assert not is_one_of([several], [waves])
    assert not is_one_of([waves], [one])
    assert not is_one_of([replace(one, definite=True)], [several])
    blasts = mention("Attack", named("place", KYIV), at=50, is_noun=True, several=True)
    assert not is_one_of([blasts], [one])


def test_a_verb_or_a_bare_noun_of_another_sentence_tells_an_act_of_its_own() -> None:
    praise = mention("Support", named("actor", RUSSIA), named("target", IRAN))
    thanks = mention("Support", named("actor", RUSSIA, 45), at=50)
    assert is_act_of_its_own([thanks], [praise])
    assert not is_act_of_its_own([replace(thanks, sentence=praise.sentence)], [praise])
    noun = mention("Support", at=50, is_noun=True)
    assert is_act_of_its_own([noun], [praise])
    assert not is_act_of_its_own([replace(noun, definite=True)], [praise])
    assert not is_act_of_its_own([replace(noun, arguments=thanks.arguments)], [praise])
    behind = replace(named("target", IRAN, 60), marker="for")
    assert is_act_of_its_own([replace(noun, arguments=(behind,))], [praise])


def test_an_article_may_be_due_to_what_a_noun_says_of_itself() -> None:
    of = replace(named("target", KYIV, at=9), marker="of")
    for arguments, own in (((of,), True), ((), False), ((replace(of, marker=""),), False)):
        assert is_known_by_its_own([mention("Attack", *arguments, at=5, is_noun=True, definite=True)]) is own
    assert not is_known_by_its_own([mention("Attack", of, at=5, is_noun=True)])
    assert not is_known_by_its_own(
        [mention("Attack", replace(of, role=Term("place")), at=5, is_noun=True, definite=True)]
    )


def test_who_names_himself_anew_does_another_deed() -> None:
    guards = unnamed("target", "guard")
    assert does_another_deed([mention("Attack", named("attacker", ISRAEL), guards)])
    assert not does_another_deed([mention("Attack", named("attacker", ISRAEL), guards, is_noun=True)])
    assert not does_another_deed([mention("Attack", named("attacker", ISRAEL))])
    assert not does_another_deed([mention("Attack", unnamed("attacker", "rebels"), guards)])
    it = replace(named("attacker", ISRAEL), kind=MentionKind.PRONOUN)
    assert not does_another_deed([mention("Attack", it, guards)])


def test_what_is_told_after_another_of_its_sentence_stands_beside_it() -> None:
    sentence = Span(10, 40)
    assert is_beside_another([mention("Attack", at=12, sentence=sentence, apart=(30,))])
    assert not is_beside_another([mention("Attack", at=12, sentence=sentence, apart=(5,))])
    assert not is_beside_another([mention("Attack", at=12, sentence=sentence)])


def test_a_scene_of_its_own_is_elsewhere_but_in_the_country_that_is_told() -> None:
    there = mention("Attack", named("target", ODESA))
    staged = mention("Attack", named("place", KYIV), at=9, staged=True)
    assert is_elsewhere([staged], [there], ENTITIES)
    assert not is_elsewhere([replace(staged, staged=False)], [there], ENTITIES)
    ukraine = replace(ENTITIES[UKRAINE], reference=ENTITIES[KYIV].country)
    known = tuple(ukraine if entity == ENTITIES[UKRAINE] else entity for entity in ENTITIES)
    assert not is_elsewhere([staged], [mention("Attack", named("target", UKRAINE))], known)


def test_a_scene_without_a_known_place_is_elsewhere_where_others_act() -> None:
    staged = mention("Attack", unnamed("attacker", "armed-people"), at=9, staged=True)
    assert is_elsewhere([staged], [mention("Attack", unnamed("attacker", "body"))], ENTITIES)
    assert not is_elsewhere([staged], [mention("Attack", unnamed("attacker", "armed-people"))], ENTITIES)
    assert not is_elsewhere([mention("Attack", staged=True)], [mention("Attack")], ENTITIES)
