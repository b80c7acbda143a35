"""Bare infinitives that parsers coordinate with the finite verb above them."""

from __future__ import annotations

import pytest

from kg.grammar.repairs import repaired
from tests.grammar.trees import at, tree

ASKS = """
Oman Oman PROPN NNP 2 nsubj
{finite} VERB VBZ 0 ROOT
Iran Iran PROPN NNP 2 iobj
to to PART TO 5 mark
stop stop VERB VB 2 xcomp
{joint} 7 {label}
{second} VERB {tag} 2 conj
"""


@pytest.mark.parametrize(
    ("joint", "label", "second", "tag", "head"),
    [
        (", , PUNCT ,", "punct", "leave leave", "VB", "stop"),
        ("and and CCONJ CC", "cc", "leave leave", "VB", "stop"),
        ("and and CCONJ CC", "cc", "leaves leave", "VBZ", "asks"),
    ],
)
def test_a_bare_infinitive_goes_with_the_one_before_it(
    joint: str, label: str, second: str, tag: str, head: str
) -> None:
    doc = repaired(tree(ASKS.format(finite="asks ask", joint=joint, label=label, second=second, tag=tag)))
    assert (at(doc, second.split()[0]).head.text, at(doc, second.split()[0]).dep_) == (head, "conj")
