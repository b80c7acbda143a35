"""How often a kind of thing happens tells none that did."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.habits import free_choice, habit
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

RAIDS = """
{0}    {0}   DET  DT  2 {1}
raids  raid  NOUN NNS 4 nsubj
{2}    be    AUX  {3} 4 cop
{4}    {4}   ADJ  JJ  0 ROOT
"""


@pytest.mark.parametrize(
    ("determiner", "label", "copula", "tag", "said", "often"),
    [
        ("big", "amod", "are", "VBP", "common", "common"),
        ("big", "amod", "were", "VBD", "common", ""),
        ("the", "det", "are", "VBP", "common", ""),
        ("big", "amod", "are", "VBP", "wrong", ""),
    ],
)
def test_bare_nouns_are_said_to_be_common(
    determiner: str, label: str, copula: str, tag: str, said: str, often: str
) -> None:
    doc = tree(RAIDS.format(determiner, label, copula, tag, said))
    assert habit(at(doc, "raids"), KNOWLEDGE.words) == often


BECAME = """
raids  raid   NOUN NNS 2 nsubj
became become VERB VBD 0 ROOT
common common ADJ  JJ  2 xcomp
"""


def test_what_becomes_common_is_none_that_happened() -> None:
    assert habit(at(tree(BECAME), "raids"), KNOWLEDGE.words) == "common"


ARREST = """
the    the    DET  DT 2 det
arrest arrest NOUN NN 0 ROOT
of     of     ADP  IN 5 case
{0}    {0}    DET  DT 5 det
judge  judge  NOUN NN 2 nmod
"""


@pytest.mark.parametrize(("determiner", "free"), [("any", "any"), ("a", "")])
def test_what_is_done_to_anybody_is_no_single_case(determiner: str, free: str) -> None:
    assert free_choice(at(tree(ARREST.format(determiner)), "arrest"), KNOWLEDGE.words) == free
