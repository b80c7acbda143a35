"""A noun in -ing that a tagger took for a verb has the tag and the lemma of a noun again."""

from __future__ import annotations

import pytest

from kg.grammar.deverbals import restore_deverbals
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

REPORTED = """
Peru Peru PROPN NNP 2 nsubj
reported report VERB VBD 0 ROOT
{first} 4 {relation}
bombing bomb VERB VBD 2 obj
{last} 4 {behind}
"""
ADJECTIVE, ADVERB, PLACE = "Chilean Chilean ADJ JJ", "then then ADV RB", "there there ADV RB"


@pytest.mark.parametrize(
    ("first", "relation", "last", "behind", "noun"),
    [
        (ADJECTIVE, "amod", PLACE, "advmod", True),
        (ADVERB, "advmod", PLACE, "advmod", False),
        (ADJECTIVE, "amod", "Lima Lima PROPN NNP", "obj", False),
    ],
)
def test_what_has_an_adjective_and_no_object_is_a_noun(
    first: str, relation: str, last: str, behind: str, *, noun: bool
) -> None:
    table = REPORTED.format(first=first, relation=relation, last=last, behind=behind)
    word = at(restore_deverbals(tree(table), KNOWLEDGE.words), "bombing")
    assert (word.pos_, word.tag_, word.lemma_) == (("NOUN", "NN", "bombing") if noun else ("VERB", "VBD", "bomb"))
