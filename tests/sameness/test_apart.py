"""By which words, of theirs or of the clauses around them, mentions are told apart from an event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.records import Evidence, Factuality, Figure, MentionKind, Span, Term
from kg.sameness.apart import is_beside, is_in_general, is_set_apart, refers_elsewhere, stages_clash, told_apart
from tests.extract.mentions import IRAN, KYIV, RUSSIA, mention, named


def test_an_event_that_is_set_apart_is_behind_those_that_it_is_set_apart_from() -> None:
    another = mention("Attack", at=50, anew=True)
    assert is_set_apart([mention("Attack", at=10)], [another])
    assert not is_set_apart([mention("Attack", at=60)], [another])
    assert not is_set_apart([mention("Attack", at=10)], [mention("Attack", at=50)])
    assert not is_set_apart([mention("Attack", at=10)], [mention("Attack", at=40), another])
    assert is_set_apart([another], [mention("Attack", at=10)])


def test_a_sentence_that_opens_with_another_happening_is_set_apart_from_those_before_it_alone() -> None:
    opened = mention("Attack", at=50, opened=True)
    before, behind = mention("Attack", at=10), mention("Attack", at=60)
    assert is_set_apart([opened], [before])
    assert is_set_apart([before], [opened])
    assert not is_set_apart([opened], [behind])
    assert not is_set_apart([behind], [opened])
    same = replace(mention("Attack", at=45), sentence=opened.sentence)
    assert not is_set_apart([opened], [same])
    assert not is_set_apart([opened], [before, same])


def test_syntax_parts_two_triggers_whichever_of_them_says_so() -> None:
    spoke, talks = mention("Conversation", at=5, apart=(9,)), mention("Conversation", at=9, is_noun=True)
    for group, event in (([spoke], [talks]), ([talks], [spoke])):
        assert told_apart(group, event) == "another, as its clause says"
    assert not told_apart([talks], [mention("Conversation", at=5)])


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        (("holding",), ("sentencing",), True),
        (("charging",), ("charging", "sentencing"), False),
        (("holding",), (), False),
        (("removing",), ("holding",), True),
    ],
)
def test_an_arrest_and_a_sentence_are_two_steps_of_the_law(
    ours: tuple[str, ...], theirs: tuple[str, ...], *, apart: bool
) -> None:
    mine, other = mention("Arrest", at=9, stages=ours), mention("Arrest", at=2, stages=theirs)
    assert stages_clash([mine], [other]) is apart
    assert (told_apart([mine], [other]) == "another step of the law") is apart


def test_bare_plurals_of_another_sentence_are_none_of_one_event() -> None:
    one = mention("Attack", named("attacker", RUSSIA), named("target", KYIV), at=5)
    attacks = mention("Attack", at=50, is_noun=True, several=True)
    assert is_in_general([attacks], [one])
    assert not is_in_general([replace(attacks, several=False)], [one])
    assert not is_in_general([replace(attacks, sentence=one.sentence)], [one])
    assert not is_in_general([attacks], [replace(one, several=True)])
    assert not is_in_general([replace(attacks, arguments=(named("attacker", IRAN, 45),))], [one])


def test_what_is_beside_is_in_the_sentence_or_in_the_next_before_or_behind() -> None:
    event = [mention("Attack", at=10)]
    assert [is_beside([mention("Attack", at=at)], event) for at in (6, 7, 9, 10, 13, 14)] == [
        *(False, True, True, True, True, False)
    ]


def test_what_refers_to_another_sentence_has_a_word_that_points_back() -> None:
    event = [mention("Attack", named("target", KYIV), at=10)]
    apart = "told in another sentence without a word that points back"
    verb, noun = mention("Attack", at=12), mention("Attack", at=90, is_noun=True)
    for group in (verb, noun, replace(verb, factuality=Factuality.POSSIBLE)):
        assert refers_elsewhere([group], event, victims=False) == apart
    assert not refers_elsewhere([replace(noun, definite=True)], event, victims=False)
    assert not refers_elsewhere([replace(noun, arguments=(named("attacker", RUSSIA, 80),))], event, victims=False)
    assert not refers_elsewhere([replace(verb, sentence=event[0].sentence)], event, victims=False)


def test_victims_and_what_it_did_are_of_what_the_sentence_before_tells() -> None:
    event = [mention("Attack", named("target", KYIV), at=10)]
    it = replace(named("attacker", RUSSIA), kind=MentionKind.PRONOUN)
    for at, apart in ((12, False), (90, True)):
        assert bool(refers_elsewhere([mention("Attack", at=at)], event, victims=True)) is apart
        assert bool(refers_elsewhere([mention("Attack", it, at=at)], event, victims=False)) is apart
    two, ten = (Figure(Term("Killed"), n, n, (Evidence(Span(0, 9), "test"),)) for n in (2, 10))
    counted = [replace(event[0], figures=(ten,))]
    assert refers_elsewhere([mention("Attack", at=12, figures=(two,))], counted, victims=True) == "other numbers"


def test_what_is_told_of_many_times_is_not_what_is_told_once() -> None:
    often, once = mention("Attack", at=20, summing=True), mention("Attack", at=5)
    for group, event in (([often], [once]), ([once], [often])):
        assert told_apart(group, event) == "of the one many times are told"
    assert not told_apart([often], [mention("Attack", at=5, summing=True)])
