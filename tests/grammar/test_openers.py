"""Which sentences open with another happening than those told before."""

from __future__ import annotations

import pytest

from kg.grammar.openers import goes_on_besides, is_opened_apart, is_staged
from tests.grammar.trees import at, joined, tree
from tests.known import KNOWLEDGE

BEFORE = "Rebels rebel NOUN NNS 2 nsubj\nfired fire VERB VBD 0 ROOT"

ADVERB = """
{0} {0} ADV RB 4 advmod
, , PUNCT , 4 punct
police police NOUN NNS 4 nsubj
said say VERB VBD 0 ROOT
gunmen gunman NOUN NNS 6 nsubj
killed kill VERB VBD 4 ccomp
two two NUM CD 6 obj
"""

INCIDENT = """
In in ADP IN 3 case
{0} {0} {1} {2} 3 {3}
incident incident NOUN NN 5 obl
gunmen gunman NOUN NNS 5 nsubj
killed kill VERB VBD 0 ROOT
two two NUM CD 5 obj
"""

MOURNED = """
Meanwhile meanwhile ADV RB 3 advmod
Chile Chile PROPN NNP 3 nsubj
mourned mourn VERB VBD 0 ROOT
those those PRON DT 3 obj
who who PRON WP 7 nsubj:pass
were be AUX VBD 7 aux:pass
killed kill VERB VBN 4 acl:relcl
in in ADP IN 10 case
{0} {0} DET DT 10 det
attack attack NOUN NN 7 obl
"""


@pytest.mark.parametrize(("word", "apart"), [("Separately", True), ("Meanwhile", True), ("Yesterday", False)])
def test_an_adverb_opens_another_happening(word: str, *, apart: bool) -> None:
    doc = joined(BEFORE, ADVERB.format(word))
    assert is_opened_apart(doc[7], KNOWLEDGE.words) is apart
    assert not is_opened_apart(doc[1], KNOWLEDGE.words)


@pytest.mark.parametrize(
    ("modifier", "apart"),
    [
        (("another", "DET", "DT", "det"), True),
        (("similar", "ADJ", "JJ", "amod"), True),
        (("this", "DET", "DT", "det"), False),
    ],
)
def test_another_incident_opens_another_happening(modifier: tuple[str, ...], *, apart: bool) -> None:
    doc = joined(BEFORE, INCIDENT.format(*modifier))
    assert is_opened_apart(doc[6], KNOWLEDGE.words) is apart


def test_what_stands_first_opens_and_what_stands_later_does_not() -> None:
    late = INCIDENT.format("another", "DET", "DT", "det").strip().splitlines()
    moved = ["gunmen gunman NOUN NNS 2 nsubj", "killed kill VERB VBD 0 ROOT", "two two NUM CD 2 obj"]
    moved += ["in in ADP IN 6 case", "another another DET DT 6 det", "incident incident NOUN NN 2 obl"]
    assert is_opened_apart(joined(BEFORE, "\n".join(late))[6], KNOWLEDGE.words)
    assert not is_opened_apart(joined(BEFORE, "\n".join(moved))[3], KNOWLEDGE.words)


def test_clauses_of_nouns_and_words_that_point_back_recall_what_was_told() -> None:
    doc = joined(BEFORE, MOURNED.format("the"))
    assert [is_opened_apart(doc[i], KNOWLEDGE.words) for i in (4, 8, 11)] == [True, False, False]


BASRA = """
In in ADP IN 2 case
Basra Basra PROPN NNP 6 obl
, , PUNCT , 4 punct
meanwhile meanwhile ADV RB 6 advmod
gunmen gunman NOUN NNS 6 nsubj
fired fire VERB VBD 0 ROOT
"""


def test_an_adverb_behind_the_place_opens_it_too_and_one_behind_the_subject_does_not() -> None:
    assert is_opened_apart(joined(BEFORE, BASRA)[7], KNOWLEDGE.words)
    late = "gunmen gunman NOUN NNS 4 nsubj\n, , PUNCT , 3 punct\nmeanwhile meanwhile ADV RB 4 advmod"
    assert not is_opened_apart(joined(BEFORE, f"{late}\nfired fire VERB VBD 0 ROOT")[5], KNOWLEDGE.words)


LATER = """
Hours hour NOUN NNS 2 obl:unmarked
later later ADV RB 4 advmod
police police NOUN NNS 4 nsubj
{0} VERB VBD 0 ROOT
two two NUM CD 4 obj
"""


@pytest.mark.parametrize(("verb", "apart"), [("killed kill", True), ("said say", False)])
def test_what_happens_hours_later_is_another_happening_and_what_is_said_then_may_not_be(
    verb: str, *, apart: bool
) -> None:
    assert is_opened_apart(joined(BEFORE, LATER.format(verb))[5], KNOWLEDGE.words) is apart


ALSO = """
They they PRON PRP 3 nsubj
{0} {0} ADV RB 3 advmod
shelled shell VERB VBD 0 ROOT
Goma Goma PROPN NNP 3 obj
and and CCONJ CC 6 cc
fired fire VERB VBD 3 conj
rockets rocket NOUN NNS 6 obj
"""


def test_also_is_said_once_of_two_deeds() -> None:
    doc = joined(BEFORE, ALSO.format("also"))
    assert [goes_on_besides(doc[i], KNOWLEDGE.words) for i in (4, 7, 8)] == [False, True, False]
    assert not goes_on_besides(joined(BEFORE, ALSO.format("then"))[7], KNOWLEDGE.words)


STAGED = """
{0} {0} ADP IN 2 case
Basra basra PROPN NNP 4 {1}
gunmen gunman NOUN NNS 4 nsubj
killed kill VERB VBD 0 ROOT
two two NUM CD 4 obj
"""
ON_A_DAY = """
Friday friday PROPN NNP 5 obl:unmarked
in in ADP IN 3 case
Basra basra PROPN NNP 1 nmod
gunmen gunman NOUN NNS 5 nsubj
killed kill VERB VBD 0 ROOT
"""


def test_a_place_before_the_subject_sets_the_scene() -> None:
    for marker, function, staged in (("in", "obl", True), ("by", "obl", False), ("in", "vocative", False)):
        doc = tree(STAGED.format(marker, function))
        assert is_staged(at(doc, "killed"), KNOWLEDGE.words) is staged
    assert is_staged(at(tree(ON_A_DAY), "killed"), KNOWLEDGE.words)
