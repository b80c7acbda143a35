from __future__ import annotations

from dataclasses import replace

from kg.extract.event_mentions.reconcile import TOPIC, reconcile
from kg.records import Factuality, MentionKind, Span
from tests.extract.mentions import IRAN, KYIV, RUSSIA, gate, mention, named, unnamed


def learnt(kind: str, *arguments: object, at: int = 0, **more: object):
    return mention(kind, *arguments, at=at, rule="learnt", readers=("learnt",), score=0.9, **more)  # type: ignore[arg-type]


def test_one_trigger_is_one_mention_with_the_roles_of_both_and_the_networks_score() -> None:
    (one,) = reconcile(
        [mention("Attack", named("target", KYIV, 5))], [learnt("Attack", unnamed("attacker", "attacker", 9))], gate()
    )
    assert one.readers == ("frames", "learnt")
    assert [argument.role for argument in one.arguments] == ["target", "attacker"]
    assert one.score == 0.9


def test_a_role_that_the_lexicon_fills_is_not_filled_again() -> None:
    frame = mention("Attack", named("attacker", RUSSIA, 1), named("target", KYIV, 5))
    (one,) = reconcile([frame], [learnt("Attack", named("attacker", IRAN, 9))], gate())
    assert one.entities("attacker") == frozenset({RUSSIA})  # type: ignore[arg-type]


def test_words_that_only_help_another_to_tell_its_event_tell_none() -> None:
    frame = mention("SanctionsRelief", named("actor", RUSSIA, 1), named("target", IRAN, 5), parts=(7,))
    assert [m.kind for m in reconcile([frame], [learnt("Sanction", at=7)], gate())] == ["SanctionsRelief"]


def test_whoever_asks_for_what_may_never_be_has_asked() -> None:
    """In "Russia asked Iran for aid" aid may come, and is demanded; in "sent aid" the verb only helps."""
    roles = (named("actor", IRAN, 5), named("recipient", RUSSIA, 1))
    for factuality, kinds in ((Factuality.POSSIBLE, ["Demand", "Aid"]), (Factuality.ASSERTED, ["Aid"])):
        aid = mention("Aid", *roles, at=9, parts=(2,), is_noun=True, factuality=factuality)
        asked = learnt("Demand", named("actor", RUSSIA, 1), at=2)
        assert [m.kind for m in reconcile([aid], [asked], gate())] == kinds


def test_of_two_events_in_one_word_the_complete_frame_wins() -> None:
    complete = mention("Attack", named("attacker", RUSSIA, 1), named("target", KYIV, 5))
    assert [m.kind for m in reconcile([complete], [learnt("Protest")], gate())] == ["Attack"]
    assert [m.kind for m in reconcile([mention("Attack")], [learnt("Protest")], gate())] == ["Attack", "Protest"]


def test_what_the_lexicon_tells_as_fact_may_be_less_for_the_network() -> None:
    (one,) = reconcile([mention("Attack")], [learnt("Attack", factuality=Factuality.PLANNED)], gate())
    assert one.factuality is Factuality.PLANNED


def test_a_word_that_tells_only_whom_the_event_is_by_tells_no_event_of_its_own() -> None:
    """In "the raid was blamed on Iran" nobody accuses, in "Russia blamed the raid on Iran" Russia does."""
    raid = mention("Attack", named("attacker", IRAN, 9), named("target", KYIV, 5), parts=(7,))
    nobody = mention("Accusation", named("target", IRAN, 9), at=7, rule="blame-on-v")
    russia = mention("Accusation", named("actor", RUSSIA, 1), named("target", IRAN, 9), at=7, rule="blame-on-v")
    assert [m.kind for m in reconcile([raid, nobody], [], gate())] == ["Attack"]
    assert [m.kind for m in reconcile([raid, russia], [], gate())] == ["Attack", "Accusation"]


def test_where_the_network_sees_a_place_the_lexicon_sees_nothing_hit() -> None:
    """In "an attack in Kyiv" it may be either; "an attack on Kyiv" hits the city."""
    inside = replace(named("target", KYIV, 5), marker="in")
    against = replace(named("target", KYIV, 5), marker="on")
    where = learnt("Attack", named("place", KYIV, 5))
    assert [a.role for m in reconcile([mention("Attack", inside)], [where], gate()) for a in m.arguments] == ["place"]
    assert [a.role for m in reconcile([mention("Attack", against)], [where], gate()) for a in m.arguments] == ["target"]


def test_a_network_that_takes_the_word_for_another_event_does_not_say_where_it_was() -> None:
    inside = replace(named("target", KYIV, 5), marker="in")
    unsure = replace(learnt("Attack", named("place", KYIV, 5)), score=0.2)
    assert [a.role for m in reconcile([mention("Attack", inside)], [unsure], gate()) for a in m.arguments] == ["target"]


def test_who_takes_part_is_not_what_it_is_about_unless_named_again() -> None:
    met = mention("Meeting", named("participant", RUSSIA, 1), named("participant", IRAN, 3), named("topic", IRAN, 3))
    again = mention("Meeting", named("participant", RUSSIA, 1), named("participant", IRAN, 3), named("topic", IRAN, 9))
    his = replace(named("topic", RUSSIA, 9), kind=MentionKind.PRONOUN)
    owned = mention("Meeting", named("participant", RUSSIA, 1), named("participant", IRAN, 3), his)
    roles = [[a.role for m in reconcile([one], [], gate()) for a in m.arguments] for one in (met, again, owned)]
    assert [found.count(TOPIC) for found in roles] == [0, 1, 0]


def test_a_thing_that_the_network_takes_for_the_topic_is_no_party() -> None:
    """In "Russia condemned Iran's coup" the lexicon has the coup condemned; a party that is named stays one."""
    frame = mention("Accusation", named("actor", RUSSIA, 1), unnamed("target", "coup", 9))
    seen = learnt("Accusation", named("target", IRAN, 5), named("topic", KYIV, 9))
    (one,) = reconcile([frame], [seen], gate())
    assert [(argument.role, argument.entity) for argument in one.arguments] == [
        ("actor", RUSSIA),
        ("target", IRAN),
        ("topic", KYIV),
    ]
    (kept,) = reconcile([mention("Accusation", named("target", IRAN, 9))], [seen], gate())
    assert kept.entities("target") == frozenset({IRAN})  # type: ignore[arg-type]


def test_nobody_is_hit_by_an_attack_of_his_own_in_the_same_words() -> None:
    frame = mention("Attack", named("attacker", IRAN, 7), named("target", IRAN, 7), named("target", KYIV, 9))
    (one,) = reconcile([frame], [], gate())
    assert [(a.role, a.entity) for a in one.arguments] == [("attacker", IRAN), ("target", KYIV)]


def test_nobody_does_it_to_himself_by_a_pronoun_for_another() -> None:
    him = replace(named("target", RUSSIA, 9), kind=MentionKind.PRONOUN)
    (urged,) = reconcile([mention("Demand", named("actor", RUSSIA, 1), him)], [], gate())
    assert [argument.role for argument in urged.arguments] == ["actor"]
    (urged,) = reconcile([mention("Demand", named("actor", IRAN, 1), him)], [], gate())
    assert [argument.role for argument in urged.arguments] == ["actor", "target"]


def test_nobody_alone_attacks_himself_but_two_may_attack_each_other() -> None:
    """In "Russia denied that it was hit" only Russia is named, as hit; "each other" names both in both roles."""
    (hit,) = reconcile([mention("Attack", named("attacker", RUSSIA, 1), named("target", RUSSIA, 5))], [], gate())
    assert [argument.role for argument in hit.arguments] == ["target"]
    both = [
        named(role, who, at)
        for role, start in (("attacker", 1), ("target", 5))
        for at, who in ((start, RUSSIA), (start + 1, IRAN))
    ]
    (mutual,) = reconcile([mention("Attack", *both)], [], gate())
    assert len(mutual.arguments) == 4


def test_what_the_network_reads_at_a_word_that_a_verb_needs_is_of_the_verb() -> None:
    """In "troops opened fire" the lexicon reads "opened", and the network "fire"."""
    frame = mention("Attack", unnamed("attacker", "soldier", 1), parts=(7,))
    (one,) = reconcile([frame], [learnt("Attack", named("target", KYIV, 9), at=7)], gate())
    assert [argument.role for argument in one.arguments] == ["attacker", "target"]
    assert one.score == 0.9
    assert len(reconcile([frame], [learnt("Protest", at=7)], gate())) == 2


def test_a_verb_that_only_the_network_knows_tells_nothing_of_what_it_only_holds() -> None:
    """In "the exchange between Russia and Iran was held in Kyiv" nobody is held."""
    swap = mention("PrisonerExchange", named("participant", RUSSIA, 1), named("participant", IRAN, 3), parts=(9,))
    swap = replace(swap, is_noun=True)
    held = learnt("Arrest", at=9)
    assert [m.kind for m in reconcile([swap], [held], gate())] == ["PrisonerExchange"]
    other = learnt("Arrest", named("target", KYIV, 7), at=9)
    assert [m.kind for m in reconcile([swap], [other], gate())] == ["PrisonerExchange", "Arrest"]


def test_nobody_has_his_own_support_by_the_same_words_unless_two_have_each_others() -> None:
    """In "has the support of Iran" and "Russia and Iran support each other"."""
    own = learnt("Support", named("actor", IRAN, 5), named("target", IRAN, 5))
    mutual = learnt("Support", *(named(role, side, side) for side in (RUSSIA, IRAN) for role in ("actor", "target")))
    again = replace(
        mutual, arguments=tuple(replace(a, head=a.head + 9) if a.role == "target" else a for a in mutual.arguments)
    )
    assert [[a.role for a in m.arguments] for m in reconcile([], [own], gate())] == [["actor"]]
    assert [len(m.arguments) for m in reconcile([], [again], gate())] == [4]


def test_a_part_of_the_words_for_somebody_is_nobody_else() -> None:
    """In "donor nations meeting" the nations are told once."""
    nations, donor = unnamed("participant", "state", 0), unnamed("participant", "supporter", 0)
    nations = replace(nations, span=Span(0, 13), head=6)
    (met,) = reconcile([mention("Meeting", nations, replace(donor, span=Span(0, 5)))], [], gate())
    assert met.arguments == (nations,)
