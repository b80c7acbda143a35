"""Particles and results of verbs, and adverbs that bound a number."""

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


SHOT = """
Guards guard NOUN NNS 2 nsubj
shot shoot VERB VBD 0 ROOT
{words}
"""


@pytest.mark.parametrize(
    ("words", "result"),
    [
        ("dead dead ADJ JJ 5 amod\ntwo two NUM CD 5 nummod\nmen man NOUN NNS 2 obj", True),
        ("two two NUM CD 5 nummod\ndead dead ADJ JJ 5 amod\nmen man NOUN NNS 2 obj", False),
        ("young young ADJ JJ 5 amod\ntwo two NUM CD 5 nummod\nmen man NOUN NNS 2 obj", False),
    ],
)
def test_an_adjective_before_a_number_is_what_becomes_of_those_counted(words: str, *, result: bool) -> None:
    doc = restore_particles(tree(SHOT.format(words=words)), KNOWLEDGE.words)
    word = next(token for token in doc if token.pos_ == "ADJ")
    assert (word.dep_, word.head.text) == (("xcomp", "shot") if result else ("amod", "men"))
