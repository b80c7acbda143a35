"""Particles of verbs, and adverbs that bound a number."""

from __future__ import annotations

import pytest

from kg.grammar.particles import restore_particles
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

SENT = """
Chad Chad PROPN NNP 2 nsubj
{verb} VERB VBD 0 ROOT
over over ADV RB {head} advmod
30 30 NUM CD 5 nummod
tanks tank NOUN NNS 2 obj
"""


@pytest.mark.parametrize("head", [2, 4])
@pytest.mark.parametrize(
    ("verb", "label"), [("handed hand", "compound:prt"), ("turned turn", "compound:prt"), ("sent send", "advmod")]
)
def test_over_is_the_particle_of_a_verb_that_the_lexicon_has_with_it(verb: str, label: str, head: int) -> None:
    doc = restore_particles(tree(SENT.format(verb=verb, head=head)), KNOWLEDGE.words)
    over = at(doc, "over")
    assert over.dep_ == label
    assert over.head.text == (verb.split()[0] if label == "compound:prt" or head == 2 else "30")
