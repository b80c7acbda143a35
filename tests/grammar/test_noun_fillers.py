"""Whose, of what kind and with whom an event noun is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.noun_fillers import noun_fillers
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.fillers import Filler


def told(fillers: list[Filler]) -> set[tuple[str, str, str]]:
    return {(filler.function.value, filler.token.text, filler.marker) for filler in fillers}


NOUN = """
Trump trump PROPN NNP 4 nmod:poss
's 's PART POS 1 case
phone phone NOUN NN 4 compound
call call NOUN NN 0 ROOT
with with ADP IN 6 case
Putin putin PROPN NNP 4 nmod
"""


def test_a_noun_predicate_has_possessor_modifier_and_oblique() -> None:
    doc = tree(NOUN)
    assert told(noun_fillers(doc[3], KNOWLEDGE.words)) == {
        ("Possessor", "Trump", ""),
        ("Modifier", "phone", ""),
        ("Oblique", "Putin", "with"),
    }


STATE = """
Kyiv Kyiv PROPN NNP 4 nsubj
is be AUX VBZ 4 cop
{marker} {marker} ADP IN 4 case
{noun} 0 ROOT
"""


def test_who_is_under_attack_suffers_it_and_who_is_in_talks_holds_them() -> None:
    attack = tree(STATE.format(marker="under", noun="attack attack NOUN NN"))
    assert ("Oblique", "Kyiv", "under") in told(noun_fillers(at(attack, "attack"), KNOWLEDGE.words))
    talks = tree(STATE.format(marker="in", noun="talks talk NOUN NNS"))
    assert ("Subject", "Kyiv", "in") in told(noun_fillers(at(talks, "talks"), KNOWLEDGE.words))


BEARER = """
Italy Italy PROPN NNP 2 nsubj
became become VERB VBD 0 ROOT
the the DET DT 4 det
supplier supplier NOUN NN 2 xcomp
"""


def test_who_is_said_to_be_something_bears_the_noun() -> None:
    assert told(noun_fillers(at(tree(BEARER), "supplier"), KNOWLEDGE.words)) == {("Bearer", "Italy", "")}
    beside = tree("Italy Italy PROPN NNP 0 ROOT\nsupplier supplier NOUN NN 1 appos")
    assert told(noun_fillers(at(beside, "supplier"), KNOWLEDGE.words)) == {("Bearer", "Italy", "")}


TALKS = """
talks talk NOUN NNS 0 ROOT
on on ADP IN 4 case
the the DET DT 4 det
war war NOUN NN 1 nmod
{marker} {marker} ADP IN 6 case
Iran Iran PROPN NNP 4 nmod
"""


def test_what_hangs_one_noun_too_low_is_the_trigger_s_unless_it_tells_whose_the_lower_one_is() -> None:
    between, at_home = (tree(TALKS.format(marker=marker)) for marker in ("between", "in"))
    assert ("Oblique", "Iran", "between") not in told(noun_fillers(between[0], KNOWLEDGE.words))
    assert ("Oblique", "Iran", "with") in told(noun_fillers(tree(TALKS.format(marker="with"))[0], KNOWLEDGE.words))
    assert ("Oblique", "Iran", "in") not in told(noun_fillers(at_home[0], KNOWLEDGE.words))


RAIDS = """
raids raid NOUN NNS 0 ROOT
{0} {0} ADP IN 3 case
militants militant NOUN NNS 1 nmod
from from ADP IN 5 case
Togo togo PROPN NNP 3 nmod
"""


def test_where_those_come_from_who_do_it_is_no_argument_of_the_deed() -> None:
    """Nobody says that "raids by militants from Togo" came from there; "a raid on militants from Togo" may have."""
    by, against = (told(noun_fillers(tree(RAIDS.format(marker))[0], KNOWLEDGE.words)) for marker in ("by", "on"))
    assert by == {("Oblique", "militants", "by")}
    assert against == {("Oblique", "militants", "on"), ("Oblique", "Togo", "from")}


DRONES = """
a a DET DT 6 det
Russian russian ADJ JJ 6 amod
drone drone NOUN NN 6 compound
and and CCONJ CC 5 cc
missile missile NOUN NN 3 conj
strike strike NOUN NN 0 ROOT
"""


def test_what_is_coordinated_with_a_modifier_modifies_alike() -> None:
    assert told(noun_fillers(at(tree(DRONES), "strike"), KNOWLEDGE.words)) == {
        ("Modifier", "Russian", ""),
        ("Modifier", "drone", ""),
        ("Modifier", "missile", ""),
    }
