"""Participles of hearsay that parsers take for finite verbs."""

from __future__ import annotations

import pytest

from kg.grammar.reduced import restore_reduced
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

FLED = """
Men man NOUN NNS 2 nsubj
{verb} VERB VBD 0 ROOT
to to PART TO 5 mark
have have AUX VB 5 aux
shot shoot VERB VBN 2 xcomp
Vieira Vieira PROPN NNP 5 obj
{cc}fled flee VERB VBD 5 {label}
"""


@pytest.mark.parametrize("verb", ["believed believe", "said say", "alleged allege"])
def test_a_finite_verb_behind_what_is_said_is_the_predicate(verb: str) -> None:
    doc = restore_reduced(tree(FLED.format(verb=verb, cc="", label="xcomp")), KNOWLEDGE.words)
    fled, said = at(doc, "fled"), at(doc, verb.split()[0])
    assert (fled.head, [(child.text, child.dep_) for child in fled.lefts]) == (fled, [("Men", "nsubj")])
    assert (said.head.text, said.dep_, said.tag_) == ("Men", "acl", "VBN")


def test_behind_and_it_is_what_they_did_too_and_other_verbs_are_left() -> None:
    joined = restore_reduced(
        tree(FLED.format(verb="claimed claim", cc="and and CCONJ CC 8 cc\n", label="conj")), KNOWLEDGE.words
    )
    assert at(joined, "claimed").dep_ == "ROOT"
    tried = restore_reduced(tree(FLED.format(verb="tried try", cc="", label="xcomp")), KNOWLEDGE.words)
    assert at(tried, "tried").dep_ == "ROOT"


AIRED = """
Oman Oman PROPN NNP 2 nsubj
aired air VERB VBD 0 ROOT
footage footage NOUN NN 2 obj
said say VERB VBD 2 ccomp
to to PART TO 6 mark
show show VERB VB 4 advcl
Tyre Tyre PROPN NNP 6 obj
"""


def test_so_behind_an_object_and_what_is_said_is_no_aim() -> None:
    doc = restore_reduced(tree(AIRED), KNOWLEDGE.words)
    assert [(at(doc, word).head.text, at(doc, word).dep_) for word in ("said", "show")] == [
        ("footage", "acl"),
        ("said", "xcomp"),
    ]
