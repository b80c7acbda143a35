"""What parsers coordinate that does not go together, mended on trees made by hand."""

from __future__ import annotations

import pytest

from kg.grammar.repairs import repaired
from tests.grammar.trees import at, tree

KILLED = """
Rebels rebel NOUN NNS 2 nsubj
killed kill VERB {verb} 0 ROOT
five five NUM CD 4 nummod
guards guard NOUN NNS 2 obj
and and CCONJ CC 7 cc
wounded wound VERB VBN 7 amod
scores score NOUN NNS 4 conj
of of ADP IN 9 case
others other NOUN NNS 7 nmod
"""


@pytest.mark.parametrize(("verb", "head"), [("VBD", "killed"), ("VBZ", "scores")])
def test_a_participle_before_a_number_goes_on_with_the_verb_of_its_form(verb: str, head: str) -> None:
    doc = repaired(tree(KILLED.format(verb=verb)))
    assert at(doc, "wounded").head.text == head
    assert at(doc, "scores").dep_ == ("obj" if head == "killed" else "conj")
