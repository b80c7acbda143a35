"""A ship that one state gives another is one of its navy."""

from __future__ import annotations

import pytest

from kg.resolve.weapons.handing import changes_hands
from tests.grammar.trees import tree
from tests.resolve.contexts import context_of

GAVE = """
{giver} PROPN NNP 2 nsubj
{verb} VERB VBD 0 ROOT
Ghana Ghana PROPN NNP 2 {relation}
a a DET DT 5 det
ship ship NOUN NN 2 obj
"""


@pytest.mark.parametrize(
    ("giver", "verb", "relation", "state"),
    [
        ("Norway Norway", "gave give", "iobj", True),
        ("Norway Norway", "gave give", "obl", False),
        ("Oxfam Oxfam", "donated donate", "iobj", False),
        ("Oxfam Oxfam", "gave give", "iobj", False),
        ("Norway Norway", "showed show", "iobj", False),
    ],
)
def test_what_a_country_gives_another_is_of_its_forces(giver: str, verb: str, relation: str, *, state: bool) -> None:
    context = context_of(tree(GAVE.format(giver=giver, verb=verb, relation=relation)))
    match = next(match for match in context.matches if context.keys[match.first] == "ship")
    assert changes_hands(context, match) is state
