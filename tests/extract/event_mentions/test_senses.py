"""Which words mean an event: who can use force, what it is done to and with, what the lexicon excludes, and games."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.event_mentions.senses import in_proper_sense
from kg.records import Outcome
from tests.extract.analysed import analysed
from tests.extract.mentions import RUSSIA, mention, named, unnamed
from tests.grammar.spaced import spaced
from tests.grammar.trees import at

if TYPE_CHECKING:
    from kg.grammar.tree import Doc


def attack(subject: str, verb: str, thing: str, *, means: str = "", past: str = "") -> Doc:
    """Return the tree of "SUBJECT VERB THING with MEANS", each of one word."""
    rows = [f"{subject} {subject.lower()} NOUN NN 2 nsubj", f"{past or verb} {verb} VERB VBD 0 ROOT"]
    rows += [f"{thing} {thing.lower()} NOUN NN 2 obj"]
    rows += ["with with ADP IN 5 case", f"{means} {means} NOUN NN 2 obl"] if means else []
    return spaced(" ".join(row.split()[0] for row in rows), "\n".join(rows))


def reason(doc: Doc, word: str, *arguments: object, kind: str = "Attack", rule: str = "attack-v", **names: str) -> str:
    """Return why a mention at the word is left out, "" where it is kept."""
    token = at(doc, word)
    found = mention(kind, *arguments, at=token.idx, rule=rule)  # type: ignore[arg-type]
    kept, others = in_proper_sense([found], analysed(doc, **names))
    if kept:
        return ""
    assert others[0].fate is not None
    assert others[0].fate.outcome is Outcome.DROPPED
    return others[0].fate.because


@pytest.mark.parametrize(
    ("subject", "thing", "means", "literal"),
    [
        ("rebels", "sheep", "", True),
        ("wolf", "sheep", "", False),
        ("storm", "village", "", False),
        ("newspaper", "minister", "", False),
        ("army", "idea", "", False),
        ("army", "village", "", True),
        ("army", "village", "question", False),
        ("army", "village", "rocket", True),
    ],
)
def test_force_is_used_by_people_on_what_can_be_hurt(subject: str, thing: str, means: str, *, literal: bool) -> None:
    assert (reason(attack(subject, "bombard", thing, means=means), "bombard") == "") is literal


MARCHED = """
They they PRON PRP 2 nsubj
marched march VERB VBD 0 ROOT
VERBING VERB VERB VBG 2 advcl
Christmas Christmas PROPN NNP 3 obj
"""


@pytest.mark.parametrize(("verb", "protests"), [("celebrate", False), ("denounce", True)])
def test_who_marches_to_celebrate_protests_against_nobody(verb: str, *, protests: bool) -> None:
    doc = spaced(f"They marched {verb} Christmas", MARCHED.replace("VERBING VERB", f"{verb} {verb}"))
    assert (reason(doc, "marched", kind="Protest", rule="march-v") == "") is protests


def test_of_several_who_do_it_one_that_can_is_enough() -> None:
    both = spaced(
        "wolf and rebel attacked villages",
        """
wolf wolf NOUN NN 4 nsubj
and and CCONJ CC 3 cc
rebel rebel NOUN NN 1 conj
attacked attack VERB VBD 0 ROOT
villages village NOUN NNS 4 obj
""",
    )
    assert not reason(both, "attacked")


def test_a_company_uses_no_force_unless_arms_are_told() -> None:
    doc = attack("Boeing", "hit", "Airbus", past="hit")
    names = {"Boeing": "organization/boeing"}
    assert reason(doc, "hit", **names)
    assert not reason(doc, "hit", named("weapon", 0), **names)
    assert not reason(doc, "hit", Boeing="organization/hezbollah")


def test_what_the_lexicon_excludes_the_network_does_not_find() -> None:
    doc = spaced("verbal attack", "verbal verbal ADJ JJ 2 amod\nattack attack NOUN NN 0 ROOT")
    assert reason(doc, "attack", rule="learnt")
    plain = spaced("deadly attack", "deadly deadly ADJ JJ 2 amod\nattack attack NOUN NN 0 ROOT")
    assert not reason(plain, "attack", rule="learnt")


GAME = """
Chile chile PROPN NNP 2 nsubj
hit hit VERB VBD 0 ROOT
Peru peru PROPN NNP 2 obj
{}
"""
COUNTRIES = {"Chile": "country/chile", "Peru": "country/peru"}


@pytest.mark.parametrize(
    ("text", "rest", "played"),
    [
        ("2-1", "2 2 NUM CD 2 obj\n- - PUNCT HYPH 6 case\n1 1 NUM CD 4 nmod", True),
        ("in innings", "in in ADP IN 5 case\ninnings innings NOUN NNS 2 obl", True),
        ("past four tries", "past past ADP IN 6 case\nfour four NUM CD 6 nummod\ntries try NOUN NNS 2 obl", True),
        ("in runs", "in in ADP IN 5 case\nruns run NOUN NNS 2 obl", False),
        ("in autumn", "in in ADP IN 5 case\nautumn autumn NOUN NN 2 obl", False),
        ("in season", "in in ADP IN 5 case\nseason season NOUN NN 2 obl", False),
    ],
)
def test_teams_bear_the_names_of_countries(text: str, rest: str, *, played: bool) -> None:
    doc = spaced(f"Chile hit Peru {text}", GAME.format(rest))
    arguments = named("attacker", 0), named("target", 1)
    assert bool(reason(doc, "hit", *arguments, rule="strike-v", **COUNTRIES)) is played


def test_with_arms_or_dead_it_is_no_game() -> None:
    doc = spaced("Chile hit Peru in innings", GAME.format("in in ADP IN 5 case\ninnings innings NOUN NNS 2 obl"))
    assert not reason(doc, "hit", named("weapon", 0), **COUNTRIES)
    dead = "in in ADP IN 5 case\ninnings innings NOUN NNS 2 obl\nkilling kill VERB VBG 2 advcl"
    assert not reason(spaced("Chile hit Peru in innings killing", GAME.format(dead)), "hit", **COUNTRIES)


SOUGHT = """
Libya libya PROPN NNP 2 nsubj
sought seek VERB VBD 0 ROOT
missiles missile NOUN NNS 2 obj
"""


def _sought(*, by_network: bool, roles: int, rule: str = "request-v") -> str:
    doc = spaced("Libya sought missiles", SOUGHT)
    doc.events = () if by_network else None
    arguments = [named(role, 0) for role in ("recipient", "weapon", "supplier")[:roles]]
    return reason(doc, "sought", *arguments, kind="Transfer", rule=rule, Libya="country/libya")


def test_a_word_that_seldom_means_it_alone_is_not_believed_where_the_network_sees_nothing() -> None:
    assert "0.38" in _sought(by_network=True, roles=2)
    assert _sought(by_network=False, roles=2) == ""


def test_it_is_believed_with_more_than_it_needs_and_so_is_a_word_that_means_it_alone() -> None:
    assert _sought(by_network=True, roles=3) == ""
    assert _sought(by_network=True, roles=2, rule="kill-victim-v") == ""


@pytest.mark.parametrize("kind", ["company", "government"])
def test_a_noun_is_the_deed_of_no_one_who_does_no_such_thing(kind: str) -> None:
    doc = spaced("funding", "funding funding NOUN NN 0 ROOT")
    aid = mention("Aid", unnamed("actor", kind), is_noun=True)
    kept, others = in_proper_sense([aid], analysed(doc))
    assert (len(kept), len(others)) == ((0, 1) if kind == "company" else (1, 0))
    with_a_state = mention("Aid", unnamed("actor", kind), named("actor", RUSSIA, at=3), is_noun=True)
    assert in_proper_sense([with_a_state], analysed(doc))[0]


@pytest.mark.parametrize(
    ("arms", "kind", "by", "hit"),
    [
        ("howitzers", "weapon/howitzer", "attacker", True),
        ("frigates", "weapon/frigate", "attacker", True),
        ("bombers", "weapon/fighter-jet", "attacker", True),  # with people in them
        ("drones", "weapon/drone", "attacker", False),
        ("howitzers", "weapon/howitzer", "target", False),  # by nobody
    ],
)
def test_arms_on_the_ground_are_destroyed_and_those_in_flight_shot_down(
    arms: str, kind: str, by: str, *, hit: bool
) -> None:
    doc = attack("army", "destroy", arms, past="destroyed")
    assert (reason(doc, "destroyed", named(by, RUSSIA), rule="learnt", **{arms: kind}) == "") is hit
