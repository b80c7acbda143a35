"""Conjunctions of time that parsers take for prepositions, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.grammar.conjunctions import restore_conjunctions
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

KILLED = """
Chad chad PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
Gao gao PROPN NNP 2 obj
{marker} {marker} ADP IN 6 case
a a DET DT 6 det
raid raid NOUN NN 8 obl
{between} 8 {relation}
killed kill VERB VBD 2 conj
guards guard NOUN NNS 8 obj
"""


@pytest.mark.parametrize(
    ("marker", "between", "relation", "restored"),
    [
        ("after", "there there ADV RB", "advmod", True),
        ("after", ", , PUNCT ,", "punct", False),
        ("in", "there there ADV RB", "advmod", False),
    ],
)
def test_what_stands_right_before_a_verb_behind_a_conjunction_of_time_is_its_subject(
    marker: str, between: str, relation: str, *, restored: bool
) -> None:
    doc = tree(KILLED.format(marker=marker, between=between, relation=relation))
    killed = at(restore_conjunctions(doc, KNOWLEDGE.words), "killed")
    told = (killed.dep_, at(doc, "raid").dep_, at(doc, marker).dep_, at(doc, marker).head.text)
    assert told == (("advcl", "nsubj", "mark", "killed") if restored else ("conj", "obl", "case", "raid"))


ELSEWHERE = """
Congress congress NOUN NN 2 nsubj
voted vote VERB VBD 0 ROOT
to to PART TO 4 mark
leave leave VERB VB 2 xcomp
hours hour NOUN NNS 8 nmod:unmarked
after after ADP IN 8 case
a a DET DT 8 det
raid raid NOUN NN 4 obl
killed kill VERB VBD 2 advcl
guards guard NOUN NNS 9 obj
"""


def test_so_does_what_a_parser_hung_on_a_verb_further_left_and_how_long_after_it_was() -> None:
    doc = restore_conjunctions(tree(ELSEWHERE), KNOWLEDGE.words)
    told = {word: (at(doc, word).dep_, at(doc, word).head.text) for word in ("raid", "after", "hours", "killed")}
    assert told == {
        "raid": ("nsubj", "killed"),
        "after": ("mark", "killed"),
        "hours": ("obl:unmarked", "killed"),
        "killed": ("advcl", "leave"),
    }
