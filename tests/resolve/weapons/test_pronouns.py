"""A pronoun before a verb of what arms do means the only ones that the sentence before tells to be used."""

from __future__ import annotations

import pytest

from kg.resolve.weapons.mentions import find_weapons
from kg.resolve.weapons.pronouns import find_arms_meant
from tests.grammar.trees import joined
from tests.resolve.contexts import context_of

BEFORE = """
Peru Peru PROPN NNP 2 nsubj
{verb} VERB VBD 0 ROOT
{arms} 2 obj
"""
AFTER = """
{pronoun} PRON PRP 2 nsubj
{verb} VERB VBD 0 ROOT
Lima Lima PROPN NNP 2 obj
"""


@pytest.mark.parametrize(
    ("arms", "verb", "pronoun", "does", "meant"),
    [
        ("drones drone NOUN NNS", "launched launch", "They they", "struck strike", ["They"]),
        ("drone drone NOUN NN", "launched launch", "It it", "hit hit", ["It"]),
        ("drones drone NOUN NNS", "launched launch", "It it", "struck strike", []),
        ("drones drone NOUN NNS", "showed show", "They they", "struck strike", []),
        ("drones drone NOUN NNS", "launched launch", "They they", "praised praise", []),
    ],
)
def test_pronouns_mean_arms_that_were_used(arms: str, verb: str, pronoun: str, does: str, meant: list[str]) -> None:
    doc = joined(BEFORE.format(verb=verb, arms=arms), AFTER.format(pronoun=pronoun, verb=does))
    context = context_of(doc)
    found = find_arms_meant(context, list(find_weapons(context, frozenset())))
    assert [doc.text[item.start : item.end] for item in found] == meant
