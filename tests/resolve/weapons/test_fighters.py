"""Fighters are men where what stands before them is said of men alone."""

from __future__ import annotations

import pytest

from kg.resolve.weapons.fighters import are_men
from tests.grammar.trees import tree
from tests.resolve.contexts import context_of

BEFORE = """
{before} 2 {relation}
fighters fighter NOUN NNS 3 nsubj
flew fly VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("before", "relation", "men"),
    [
        ("Rebel rebel NOUN NN", "compound", True),
        ("Hamas Hamas PROPN NNP", "compound", True),
        ("Kachin Kachin PROPN NNP", "compound", True),
        ("His he PRON PRP$", "nmod:poss", True),
        ("Its it PRON PRP$", "nmod:poss", False),
        ("Chinese Chinese ADJ JJ", "amod", False),
        ("New new ADJ JJ", "amod", False),
    ],
)
def test_what_is_said_of_men_alone(before: str, relation: str, *, men: bool) -> None:
    context = context_of(tree(BEFORE.format(before=before, relation=relation)))
    match = next(match for match in context.matches if context.keys[match.first] == "fighters")
    assert are_men(context, match) is men


@pytest.mark.parametrize(
    ("fighters", "verb", "men"),
    [
        ("nsubj", "stormed storm", True),
        ("nsubj", "flew fly", False),
        ("nsubj", "killed kill", False),
        ("nsubj:pass", "killed kill", True),
        ("obj", "captured capture", True),
        ("obj", "ordered order", False),
    ],
)
def test_what_men_alone_do_and_suffer(fighters: str, verb: str, *, men: bool) -> None:
    table = f"New new ADJ JJ 2 amod\nfighters fighter NOUN NNS 3 {fighters}\n{verb} VERB VBD 0 ROOT"
    context = context_of(tree(table))
    match = next(match for match in context.matches if context.keys[match.first] == "fighters")
    assert are_men(context, match) is men
