from __future__ import annotations

from dataclasses import replace

from kg.records import DateBasis, EventDate, Evidence, Factuality, Figure, MentionKind, Span, Term, Unnamed
from kg.sameness.document import ONE_OF_SEVERAL, Sameness
from kg.sameness.support import Extent
from tests.extract.mentions import (
    ENTITIES,
    HOWITZER,
    ID,
    IRAN,
    ISRAEL,
    KYIV,
    ODESA,
    PATRIOT,
    PUTIN,
    RUSSIA,
    UKRAINE,
    mention,
    named,
    sameness,
    unnamed,
)
from tests.known import KNOWLEDGE

RULES = KNOWLEDGE.participants, KNOWLEDGE.taxonomy
FIRST = mention("Attack", named("attacker", RUSSIA), named("target", KYIV))
KILLED = Figure(Term("Killed"), 10, 10, (Evidence(Span(0, 1), "test"),))
PEOPLE = f"{ID}participant/people"


def test_the_same_force_on_the_same_country_is_one_attack_and_on_another_city_of_it_two() -> None:
    again = mention("Attack", named("attacker", RUSSIA), named("target", UKRAINE), at=50)
    assert sameness().parted([again], [FIRST], Extent.WHOLE) == ""
    other = mention("Attack", named("attacker", RUSSIA), named("target", ODESA), at=50)
    assert sameness().parted([other], [FIRST], Extent.WHOLE) == "another target"


def test_another_force_another_target_and_another_date_part() -> None:
    other = mention("Attack", named("attacker", IRAN), named("target", KYIV), at=50)
    assert sameness().parted([other], [FIRST], Extent.WHOLE) == "another attacker"
    other = mention("Attack", named("attacker", RUSSIA), named("target", ISRAEL), at=50)
    assert sameness().parted([other], [FIRST], Extent.WHOLE) == "another target"
    days = [EventDate(day, DateBasis.EXPLICIT) for day in ("2025-07-04", "2025-07-03")]
    dated = [mention("Attack", *FIRST.arguments, date=day) for day in days]
    assert sameness().parted([dated[0]], [dated[1]], Extent.WHOLE) == "another date"


def test_a_definite_word_points_back_and_an_indefinite_one_begins_anew() -> None:
    definite = mention("Attack", unnamed("target", "convoy", 55), at=50, definite=True)
    assert sameness().parted([definite], [FIRST], Extent.PART) == ""
    indefinite = mention("Attack", unnamed("target", "convoy", 55), at=50, indefinite=True)
    assert sameness().parted([indefinite], [FIRST], Extent.PART) == "an indefinite noun begins a new event"


def test_things_of_kinds_that_can_not_be_one_part() -> None:
    event = mention("Attack", named("attacker", RUSSIA), unnamed("target", "hospital"))
    same = mention("Attack", unnamed("target", "hospital", 55), at=50, definite=True)
    other = mention("Attack", unnamed("target", "market", 55), at=50, definite=True)
    assert sameness().parted([same], [event], Extent.PART) == ""
    assert sameness().parted([other], [event], Extent.PART) == "another target"
    dead = mention("Attack", unnamed("target", "people", 55), at=50, definite=True)
    assert sameness().parted([dead], [event], Extent.PART) == ""


def test_the_dead_of_the_next_sentence_are_of_the_attack_before_it_and_no_further() -> None:
    near = mention("Attack", at=2, figures=(KILLED,))
    far = mention("Attack", at=90, figures=(KILLED,))
    assert sameness().parted([near], [FIRST], Extent.PART) == ""
    assert sameness().parted([far], [FIRST], Extent.PART) == "its dead are of another event"


def test_a_part_of_an_event_joins_backwards_only_and_nearby() -> None:
    before = mention("Attack", named("target", KYIV, 3), at=0)
    event = mention("Attack", named("attacker", RUSSIA), named("target", KYIV), at=50)
    assert sameness().parted([before], [event], Extent.PART) == "too far from it"
    assert sameness().parted([before], [event], Extent.HEADLINE) == ""
    assert (
        sameness().parted([mention("Attack", named("target", KYIV, 9003), at=9000)], [event], Extent.PART)
        == "too far from it"
    )


def test_weapons_of_no_kind_and_who_stands_for_a_party_are_no_third() -> None:
    call = mention("Call", named("participant", PUTIN), named("participant", IRAN))
    told = mention("Conversation", named("participant", RUSSIA, 55), at=50, definite=True, is_noun=True)
    assert sameness().parted([told], [call], Extent.REFERENCE) == ""
    assert sameness().fitted([told], [call]) == [replace(told, arguments=())]
    other = mention("Conversation", named("participant", ISRAEL, 55), at=50, definite=True, is_noun=True)
    assert sameness().parted([other], [call], Extent.REFERENCE) == "other participants"


def test_the_dead_that_one_side_counts_are_of_an_attack_on_it() -> None:
    claim = mention("Attack", named("attacker", RUSSIA, 52), at=50, definite=True, according_to=(UKRAINE,))
    assert sameness().parted([claim], [FIRST], Extent.PART) == ""
    claim = mention("Attack", named("attacker", RUSSIA, 52), at=50, definite=True, according_to=(ISRAEL,))
    assert sameness().parted([claim], [FIRST], Extent.PART) == "told by another side"
    dead = mention("Attack", at=50, definite=True, according_to=(RUSSIA,), figures=(KILLED,), is_noun=True)
    assert sameness().parted([dead], [FIRST], Extent.REFERENCE) == "told by another side"
    dead = mention("Attack", at=50, definite=True, according_to=(UKRAINE,), figures=(KILLED,), is_noun=True)
    assert sameness().parted([dead], [FIRST], Extent.REFERENCE) == ""


def test_an_undated_event_is_no_recap_and_what_is_to_come_may_have_no_day() -> None:
    june = EventDate("2025-06", DateBasis.EXPLICIT)
    recap = mention("Attack", *FIRST.arguments, date=june, at=50)
    assert sameness().parted([recap], [FIRST], Extent.WHOLE) == "another date"
    planned = [
        mention("Meeting", named("participant", RUSSIA), named("participant", IRAN), factuality=Factuality.PLANNED),
        mention("Meeting", named("participant", RUSSIA, 9), date=june, factuality=Factuality.PLANNED, at=8),
    ]
    assert sameness().parted([planned[1]], [planned[0]], Extent.PART) == ""


def test_what_an_army_did_in_a_month_is_not_what_it_did_one_day_of_it() -> None:
    june, day = (EventDate(value, DateBasis.EXPLICIT) for value in ("2025-06", "2025-06-28"))
    told = [mention("Attack", named("attacker", RUSSIA, 52), at=50, definite=True, is_noun=True, date=june)]
    assert sameness().parted(told, [replace(FIRST, date=day)], Extent.REFERENCE) == "another date"
    assert sameness().parted(told, [replace(FIRST, date=june)], Extent.REFERENCE) == ""


def test_what_did_not_happen_is_another() -> None:
    denied = mention("Attack", *FIRST.arguments, factuality=Factuality.DENIED, at=50)
    assert sameness().parted([denied], [FIRST], Extent.WHOLE) == "the one happened, the other did not"


def test_a_verb_that_leaves_open_who_does_it_means_what_the_sentence_before_it_tells() -> None:
    meeting = mention("Meeting", named("participant", RUSSIA), named("participant", IRAN, 2), at=3)
    assert sameness().points_back([mention("Conversation", at=5)], [meeting])
    assert not sameness().points_back([mention("Conversation", at=95)], [meeting])
    assert not sameness().points_back([mention("Conversation", unnamed("participant", None, 6), at=5)], [meeting])
    assert sameness().points_back([mention("Meeting", unnamed("place", None, 96), at=95, is_noun=True)], [meeting])


def test_a_talk_told_anew_after_a_meeting_is_no_meeting_and_they_go_on_with_it() -> None:
    both = named("participant", ISRAEL), named("participant", IRAN)
    met = [mention("Meeting", *both, is_noun=False)]
    anew = mention("Conversation", *both, at=60)
    assert sameness().parted([anew], met, Extent.WHOLE).startswith("talks told by themselves")
    they = replace(anew, arguments=(), sentence=Span(2, 3))  # "They discussed trade"
    assert sameness().points_back([they], met)
    assert not sameness().parted([replace(anew, is_noun=True)], met, Extent.WHOLE)  # "the talks of Israel with Iran"
    assert not sameness().parted([replace(anew, sentence=met[0].sentence)], met, Extent.WHOLE)
    assert not sameness().parted([anew], [mention("Call", *both)], Extent.WHOLE)


def test_what_words_set_apart_is_none_of_those_told_before() -> None:
    again = mention("Attack", *FIRST.arguments, at=50, anew=True)
    assert sameness().parted([again], [FIRST], Extent.WHOLE) == "another, as its words say"
    noun = mention("Attack", at=50, definite=True, anew=True)
    assert sameness().parted([noun], [FIRST], Extent.REFERENCE) == "another, as its words say"


def test_what_comes_before_another_is_none_of_it() -> None:
    another = mention("Attack", *FIRST.arguments, at=50, anew=True)
    assert sameness().parted([FIRST], [another], Extent.WHOLE) == "another, as its words say"
    assert (
        sameness().parted([replace(FIRST, trigger=Span(60, 61), sentence=Span(60, 61))], [another], Extent.WHOLE) == ""
    )


def test_a_thing_that_is_hit_counts_no_victims_and_an_indefinite_noun_begins_anew() -> None:
    assert sameness().counts_victims([mention("Attack", unnamed("target", "people"), figures=(KILLED,))])
    assert sameness().counts_victims([mention("Attack", unnamed("target"), figures=(KILLED,))])
    assert not sameness().counts_victims([mention("Attack", unnamed("target", "market"), figures=(KILLED,))])
    blast = mention("Attack", unnamed("target", "people"), figures=(KILLED,), indefinite=True)
    assert not sameness().counts_victims([blast])


def test_other_numbers_of_one_kind_are_of_other_events() -> None:
    many, few = (replace(unnamed("target", "people", 55), unnamed=Unnamed(PEOPLE, None, n, n)) for n in (100, 2))
    event = mention("Attack", named("attacker", RUSSIA), many)
    again = mention("Attack", named("attacker", RUSSIA, 55), few, at=50)
    assert sameness().parted([again], [event], Extent.PART) == "other numbers"
    assert not sameness().parted([replace(again, arguments=(again.arguments[0], many))], [event], Extent.PART)


def test_what_tells_too_little_points_back_by_a_noun_that_is_not_indefinite() -> None:
    there = named("attacker", RUSSIA, 45)  # "Russian shelling"
    assert sameness().parted([mention("Attack", there, at=50, is_noun=True)], [FIRST], Extent.REFERENCE) == ""
    it = replace(there, kind=MentionKind.PRONOUN)
    assert sameness().parted([mention("Attack", it, at=2)], [FIRST], Extent.REFERENCE) == ""  # "it used drones"
    far = sameness().parted([mention("Attack", there, at=50)], [FIRST], Extent.REFERENCE)
    assert far == "told in another sentence without a word that points back"
    demands = [mention("Demand", named("actor", RUSSIA, at), at=at) for at in (0, 50)]
    assert sameness().parted(demands[1:], demands[:1], Extent.REFERENCE) == "a verb tells something new"
    noun = mention("Attack", there, at=50, is_noun=True, indefinite=True)
    assert sameness().parted([noun], [FIRST], Extent.REFERENCE) == "an indefinite noun begins a new event"
    dead = (replace(KILLED, minimum=3, maximum=3),)
    noun = mention("Attack", there, at=50, is_noun=True, definite=True, figures=dead)
    counted = replace(FIRST, figures=(KILLED,))
    assert sameness().parted([noun], [counted], Extent.REFERENCE) == "other numbers"
    both = named("participant", RUSSIA), named("participant", IRAN)
    talked = replace(mention("Conversation", *both, at=2), sentence=mention("Call").sentence)
    assert sameness().parted([talked], [mention("Call", *both)], Extent.REFERENCE) == ""


def test_a_verb_tells_of_the_place_that_it_names_and_a_definite_noun_may_tell_more_precisely_where() -> None:
    here, there = (
        replace(mention("Attack", named("attacker", RUSSIA), named("place", p)), is_noun=True) for p in (KYIV, ODESA)
    )
    known = Sameness.of(tuple(replace(e, reference=e.reference or e.name) for e in ENTITIES), *RULES)
    again = replace(there, trigger=Span(50, 51), sentence=Span(50, 51))
    assert known.parted([again], [here], Extent.PART) == "another place"
    assert known.parted([replace(again, definite=True)], [here], Extent.PART) != "another place"
    assert sameness().parted([again], [here], Extent.PART) != "another place"  # the text alone tells of them


def test_an_indefinite_noun_is_of_the_same_place_and_not_of_another_of_the_country() -> None:
    on_country = mention("Attack", named("target", UKRAINE))
    bomb = mention("Attack", named("target", KYIV, 55), at=50, is_noun=True, indefinite=True)
    assert sameness().parted([bomb], [on_country], Extent.PART) == "an indefinite noun begins a new event"
    assert sameness().parted([bomb], [mention("Attack", named("target", KYIV))], Extent.PART) == ""
    of_russia = replace(on_country, arguments=(*on_country.arguments, named("attacker", RUSSIA)))
    assert sameness().parted([bomb], [of_russia], Extent.PART) == ""


def test_other_weapons_and_others_whom_somebody_meets_part() -> None:
    mortars = mention("Attack", named("attacker", RUSSIA, 52), named("weapon", HOWITZER, 55), at=50)
    rockets = mention("Attack", named("attacker", RUSSIA), named("weapon", PATRIOT))
    assert sameness().parted([mortars], [rockets], Extent.PART) == "another weapon"
    assert sameness().parted([replace(mortars, definite=True)], [rockets], Extent.PART) == ""
    met = mention("Meeting", named("participant", PUTIN), named("participant", IRAN))
    troops = mention("Meeting", named("participant", PUTIN, 52), unnamed("participant", "people", 55), at=50)
    assert sameness().parted([troops], [met], Extent.PART) == "other participants"


def test_the_dead_of_a_day_are_of_no_event_without_one() -> None:
    day = EventDate("2025-07-04", DateBasis.EXPLICIT)
    dead = mention("Attack", at=2, figures=(KILLED,), date=day)
    assert sameness().parted([dead], [FIRST], Extent.PART) == "its dead are of another event"
    assert sameness().parted([dead], [replace(FIRST, date=day)], Extent.PART) == ""


def test_several_attacks_are_told_beside_one() -> None:
    several = mention("Attack", named("attacker", RUSSIA, 55), at=50, is_noun=True, several=True)
    assert sameness().parted([several], [FIRST], Extent.PART) == ONE_OF_SEVERAL
    waves = mention("Attack", *FIRST.arguments, is_noun=True, several=True, figures=(KILLED,))
    assert sameness().parted([several], [waves], Extent.PART) == ""
    rebels = replace(several, arguments=(unnamed("attacker", "rebel", 55),))
    assert sameness().parted([rebels], [waves], Extent.PART) == "an indefinite noun begins a new event"


def test_who_acts_twice_does_two_things() -> None:
    praise = mention("Support", named("actor", RUSSIA), named("target", IRAN))
    thanks = mention("Support", named("actor", RUSSIA, 45), at=50)
    assert sameness().parted([thanks], [praise], Extent.PART) == "an act of its own"
    assert sameness().parted([replace(thanks, is_noun=True)], [praise], Extent.PART) == ""
