"""Doubled words before a noun, which parsers take for a verb with an object."""

from __future__ import annotations

import pytest

from kg.grammar.doublings import doubled_words
from kg.grammar.repairs import repaired
from tests.grammar.trees import at, tree

TALKS = """
meet  meet  VERB VB  0 ROOT
for   for   ADP  IN  3 case
face  face  NOUN NN  1 obl
to    to    PART TO  5 mark
{0}   {0}   VERB VB  3 acl
talks talk  NOUN NNS 5 obj
"""


@pytest.mark.parametrize(("second", "head", "label"), [("face", "meet", "obl"), ("hold", "hold", "obj")])
def test_a_doubled_word_is_no_verb(second: str, head: str, label: str) -> None:
    doc = repaired(tree(TALKS.format(second)), [doubled_words])
    talks = at(doc, "talks")
    assert (talks.head.text, talks.dep_) == (head, label)
