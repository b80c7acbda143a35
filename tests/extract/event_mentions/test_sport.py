"""What tells that countries are teams: words of games, scores, and that nobody is armed or dead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.event_mentions.sport import is_played
from kg.records import Figure, Term
from tests.extract.analysed import analysed
from tests.extract.mentions import mention, named, unnamed
from tests.grammar.spaced import spaced
from tests.grammar.trees import at

BEAT = """
Chile chile PROPN NNP 2 nsubj
{} VERB VBD 0 ROOT
Peru peru PROPN NNP 2 obj
{}
"""
SCORE = "2 2 NUM CD 2 {}\n- - PUNCT HYPH 6 case\n1 1 NUM CD 4 nmod"


def played(
    text: str, rest: str, *arguments: object, verb: str = "hit hit", kind: str = "Attack", **more: object
) -> bool:
    doc = spaced(f"Chile {verb.split()[0]} Peru {text}", BEAT.format(verb, rest))
    trigger = at(doc, verb.split()[0])
    analysis = analysed(doc, Chile="country/chile", Peru="country/peru")
    return is_played(replace(mention(kind, *arguments, at=trigger.idx), **more), trigger, analysis)  # type: ignore[arg-type]


IN_INNINGS = "in in ADP IN 5 case\ninnings innings NOUN NNS 2 obl"


def test_a_word_of_one_game_alone_tells_of_games() -> None:
    assert played("in innings", IN_INNINGS)
    assert not played("in spring", IN_INNINGS.replace("innings innings NOUN NNS", "spring spring NOUN NN"))


def test_only_classes_whose_words_games_borrow_are_played() -> None:
    assert not played("in innings", IN_INNINGS, kind="Sanction")
    assert played("in innings", IN_INNINGS, kind="Meeting")


def test_a_score_at_the_verb_tells_of_a_game_and_a_range_of_years_does_not() -> None:
    assert played("2-1", SCORE.format("obj"))
    assert not played("2011-2015", "2011-2015 2011-2015 NUM CD 2 obj")


def test_a_score_that_nobody_counts_needs_a_word_that_is_often_of_games() -> None:
    elsewhere = (
        "in in ADP IN 5 case\n{0} {0} NOUN NN 2 obl\n2 2 NUM CD 5 nummod\n- - PUNCT HYPH 8 case\n1 1 NUM CD 6 nmod"
    )
    assert played("in match 2-1", elsewhere.format("match"))
    assert not played("in house 2-1", elsewhere.format("house"))


@pytest.mark.parametrize(
    ("rest", "text", "scored"),
    [
        ("past past ADP IN 6 case\nfour four NUM CD 6 nummod\ntries try NOUN NNS 2 obl", "past four tries", True),
        (
            "past past ADP IN 7 case\nfour four NUM CD 7 nummod\nbombing bomb NOUN NN 7 compound\n"
            "runs run NOUN NNS 2 obl",
            "past four bombing runs",
            False,
        ),
    ],
)
def test_a_bare_number_counts_what_a_game_counts(rest: str, text: str, *, scored: bool) -> None:
    assert played(text, rest) is scored


def test_arms_an_armed_body_armed_people_or_figures_are_no_game() -> None:
    assert not played("in innings", IN_INNINGS, named("weapon", 0))
    assert not played("in innings", IN_INNINGS, unnamed("attacker", "armed-people"))
    assert played("in innings", IN_INNINGS, unnamed("attacker", "people"))
    assert not played("in innings", IN_INNINGS, figures=(Figure(Term("Killed"), 1, 1, ()),))
    doc = spaced("Hamas hit Peru in innings", BEAT.replace("Chile chile", "Hamas hamas").format("hit hit", IN_INNINGS))
    analysis = analysed(doc, Hamas="organization/hamas", Peru="country/peru")
    for attacker, expected in ((0, False), (1, True)):
        assert is_played(mention("Attack", named("attacker", attacker)), at(doc, "hit"), analysis) is expected


def test_a_sentence_that_counts_dead_tells_of_no_game_but_injury_time_has_no_injured() -> None:
    dead = IN_INNINGS + "\nkilling kill VERB VBG 2 advcl"
    assert not played("in innings killing", dead)
    time = "in in ADP IN 6 case\ninjury injury NOUN NN 6 compound\ntime time NOUN NN 2 obl"
    assert played("in injury time", time)


@pytest.mark.parametrize(
    ("preposition", "noun", "game"),
    [
        ("in", "final", True),
        ("from", "squad", True),
        ("for", "penalty", True),
        ("at", "match", False),
        ("in", "season", False),
        ("in", "town", False),
    ],
)
def test_what_is_done_in_or_for_or_freed_from_what_a_game_has_is_played(
    preposition: str, noun: str, *, game: bool
) -> None:
    rest = f"{preposition} {preposition} ADP IN 5 case\n{noun} {noun} NOUN NN 2 obl"
    assert played(f"{preposition} {noun}", rest, kind="Meeting") is game


@pytest.mark.parametrize(
    ("tag", "name", "team"), [("VBP", "Chile", True), ("VBD", "Chile", False), ("VBP", "Laos", False)]
)
def test_the_name_of_one_country_with_a_verb_in_the_plural_is_a_team(tag: str, name: str, *, team: bool) -> None:
    table = BEAT.replace("Chile chile", f"{name} {name}").replace("VERB VBD", f"VERB {tag}").format("meet meet", "")
    doc = spaced(f"{name} meet Peru", table)
    at(doc, name).ent_type_ = "GPE"
    assert is_played(mention("Meeting", at=at(doc, "meet").idx), at(doc, "meet"), analysed(doc)) is team
