"""Which event a number belongs to, whom it counts, and what is no count at all."""

from __future__ import annotations

import pytest

from kg.extract.figures.measures import counted, noun_figure, weapon_figure
from kg.records import Figure, Term
from tests.extract.analysed import analysed
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
KILLED = Term("Killed")


def figures(table: str, *events: str, **names: str) -> list[tuple[str, str, int | None]]:
    """Return the event, the measure and the least number of each figure."""
    doc = tree(table)
    found = counted(analysed(doc, **names), {at(doc, word).i for word in events})
    return [(doc[token].text, figure.measure, figure.minimum) for token, figure in found]


STRIKE = """
A a DET DT 2 det
strike strike NOUN NN 3 nsubj
killed kill VERB VBD 0 ROOT
20 20 NUM CD 5 nummod
people people NOUN NNS 3 obj
"""


def test_whom_the_subject_killed_counts_for_it() -> None:
    assert figures(STRIKE, "strike") == [("strike", "Killed", 20)]


def test_without_an_event_nothing_is_counted() -> None:
    assert figures(STRIKE) == []


@pytest.mark.parametrize("auxiliary", ["could could AUX MD 4 aux", "never never ADV RB 4 advmod"])
def test_whom_it_could_have_killed_or_did_not_kill_nobody_counts(auxiliary: str) -> None:
    table = f"""
    A a DET DT 2 det
    strike strike NOUN NN 4 nsubj
    {auxiliary}
    kill kill VERB VB 0 ROOT
    20 20 NUM CD 6 nummod
    people people NOUN NNS 4 obj
    """
    assert figures(table, "strike") == []


TWO = """
Russia russia PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
Kyiv kyiv PROPN NNP 2 obj
, , PUNCT , 2 punct
killing kill VERB VBG 2 advcl
five five NUM CD 5 obj
, , PUNCT , 2 punct
and and CCONJ CC 9 cc
raided raid VERB VBD 2 conj
Odesa odesa PROPN NNP 9 obj
"""


def test_a_number_belongs_to_the_word_above_it_before_one_beside_it() -> None:
    assert figures(TWO, "shelled", "raided") == [("shelled", "Killed", 5)]
    assert figures(TWO, "raided") == [("raided", "Killed", 5)]


BEFORE = """
Russia russia PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
Kyiv kyiv PROPN NNP 2 obj
. . PUNCT . 2 punct
Five five NUM CD 6 nummod
people people NOUN NNS 8 nsubj:pass
were be AUX VBD 8 aux:pass
killed kill VERB VBN 0 ROOT
{}
"""


def test_a_number_without_a_cause_belongs_to_the_only_event_of_the_sentence_before() -> None:
    assert figures(BEFORE.format(". . PUNCT . 8 punct"), "shelled") == [("shelled", "Killed", 5)]
    own = "in in ADP IN 11 case\na a DET DT 11 det\ncrash crash NOUN NN 8 obl"
    assert figures(BEFORE.format(own), "shelled") == []


def test_of_two_events_in_the_sentence_before_nobody_knows_which() -> None:
    both = BEFORE.format(". . PUNCT . 8 punct").replace("Kyiv kyiv PROPN NNP 2 obj", "raid raid NOUN NN 2 obj")
    assert figures(both, "shelled", "raid") == []


def test_who_dies_is_the_subject_and_who_kills_is_not_counted() -> None:
    died = "Five five NUM CD 2 nummod\npeople people NOUN NNS 3 nsubj\ndied die VERB VBD 0 ROOT\n"
    assert figures(died + "in in ADP IN 5 case\nraids raid NOUN NNS 3 obl", "raids") == [("raids", "Killed", 5)]
    killers = "Five five NUM CD 2 nummod\ngunmen gunman NOUN NNS 3 nsubj\nkilled kill VERB VBD 0 ROOT\n"
    victims = killers + "Ana ana PROPN NNP 3 obj\nin in ADP IN 6 case\nraids raid NOUN NNS 3 obl"
    assert ("raids", "Killed", 5) not in figures(victims, "raids", Ana="Person")


def test_who_is_left_dead_is_counted() -> None:
    table = """
    raids raid NOUN NNS 2 nsubj
    left leave VERB VBD 0 ROOT
    15 15 NUM CD 4 nummod
    people people NOUN NNS 2 obj
    dead dead ADJ JJ 2 xcomp
    """
    assert figures(table, "raids") == [("raids", "Killed", 15)]


TOLL = """
the the DET DT 2 det
toll toll NOUN NN 3 nsubj
rose rise VERB VBD 0 ROOT
{} ADP IN 5 case
21 21 NUM CD 3 obl
after after ADP IN 7 case
raids raid NOUN NNS 3 obl
"""


def test_a_toll_is_what_it_reached() -> None:
    assert figures(TOLL.format("to to"), "raids") == [("raids", "Killed", 21)]
    assert figures(TOLL.format("by by"), "raids") == []


def only(figure: Figure | None) -> tuple[int | None, int | None] | None:
    return None if figure is None else (figure.minimum, figure.maximum)


def test_a_weapon_has_a_figure_only_where_the_text_counts_it_by_a_measure() -> None:
    doc = tree("fired fire VERB VBD 0 ROOT\n12 12 NUM CD 3 nummod\nmissiles missile NOUN NNS 1 obj")
    analysis = analysed(doc, missiles="Weapon")
    (reference,) = analysis.index.phrase(at(doc, "missiles"))
    found = weapon_figure(reference, Term("Launched"), doc, (7,), WORDS)
    assert only(found) == (12, 12)
    assert found is not None
    assert (found.weapon, found.according_to) == (reference.entity, (7,))
    assert weapon_figure(reference, None, doc, (), WORDS) is None
    bare = tree("fired fire VERB VBD 0 ROOT\nmissiles missile NOUN NNS 1 obj")
    (uncounted,) = analysed(bare, missiles="Weapon").index.phrase(at(bare, "missiles"))
    assert weapon_figure(uncounted, Term("Launched"), bare, (), WORDS) is None


def test_a_noun_has_a_figure_only_where_it_is_counted() -> None:
    doc = tree("6 6 NUM CD 2 nummod\nhostages hostage NOUN NNS 0 ROOT")
    assert only(noun_figure(at(doc, "hostages"), KILLED, (), analysed(doc))) == (6, 6)
    bare = tree("the the DET DT 2 det\nhostages hostage NOUN NNS 0 ROOT")
    assert noun_figure(at(bare, "hostages"), KILLED, (), analysed(bare)) is None
