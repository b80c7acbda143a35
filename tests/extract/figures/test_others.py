"""Whose dead those are whom a clause counts, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.figures.others import is_by_another, suffers_other
from kg.records import Term
from tests.extract.analysed import analysed
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

KILLED = Term("Killed")
WOUNDED = """
Wounded wound VERB VBN 0 ROOT
a a DET DT 3 det
nurse nurse NOUN NN 1 obj
"""


def test_whom_a_verb_counts_as_wounded_is_not_killed() -> None:
    doc = tree(WOUNDED)
    assert suffers_other(at(doc, "nurse"), at(doc, "Wounded"), KILLED, analysed(doc))
    assert not suffers_other(at(doc, "nurse"), at(doc, "Wounded"), Term("Injured"), analysed(doc))


DISPLACED = """
Strikes strike NOUN NNS 2 nsubj
displaced displace VERB VBD 0 ROOT
900 900 NUM CD 4 nummod
people people NOUN NNS 2 obj
"""


@pytest.mark.parametrize(("verb", "lemma", "other"), [("displaced", "displace", True), ("killed", "kill", False)])
def test_those_to_whom_something_else_is_done_are_not_counted(verb: str, lemma: str, *, other: bool) -> None:
    doc = tree(DISPLACED.replace("displaced displace", f"{verb} {lemma}"))
    assert suffers_other(at(doc, "people"), at(doc, "Strikes"), KILLED, analysed(doc)) is other


def test_those_to_whom_the_trigger_itself_happens_are_counted() -> None:
    doc = tree(DISPLACED)
    assert not suffers_other(at(doc, "people"), at(doc, "displaced"), KILLED, analysed(doc))


@pytest.mark.parametrize(("subject", "another"), [("another DET DT", True), ("bomb NOUN NN", False)])
def test_what_another_does_is_its_deed_alone(subject: str, *, another: bool) -> None:
    doc = tree(
        f"another {subject} 2 nsubj\nkilled kill VERB VBD 0 ROOT\nsix six NUM CD 2 obj".replace(
            "another bomb", "bomb bomb"
        )
    )
    assert is_by_another(at(doc, "killed"), KNOWLEDGE.words) is another


RAIDED = """
Troops troop NOUN NNS 2 nsubj
raided raid VERB VBD 0 ROOT
camps camp NOUN NNS 2 obj
after after SCONJ IN 6 mark
rebels rebel NOUN NNS 6 nsubj
struck strike VERB VBD 2 advcl
, , PUNCT , 8 punct
killing kill VERB VBG 6 advcl
soldiers soldier NOUN NNS 8 obj
"""


def test_what_came_of_a_nearer_attack_is_of_that_alone() -> None:
    doc = tree(RAIDED)
    assert suffers_other(at(doc, "soldiers"), at(doc, "raided"), KILLED, analysed(doc))
    assert not suffers_other(at(doc, "soldiers"), at(doc, "struck"), KILLED, analysed(doc))
