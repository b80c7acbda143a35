"""Numbers and the nouns that they count."""

from __future__ import annotations

import pytest

from kg.grammar.counted import numbers_before_their_nouns
from kg.grammar.repairs import repaired
from tests.grammar.trees import at, tree

FREED = """
Chad Chad PROPN NNP 2 nsubj
freed free VERB VBD 0 ROOT
30 30 NUM CD 2 {label}
captured capture VERB VBD 5 amod
men man NOUN {tag} 2 obj
"""


@pytest.mark.parametrize(
    ("label", "tag", "head"), [("obj", "NNS", "men"), ("obj", "NN", "freed"), ("obl", "NNS", "freed")]
)
def test_a_number_right_before_a_plural_in_its_place_counts_it(label: str, tag: str, head: str) -> None:
    doc = repaired(tree(FREED.format(label=label, tag=tag)), (numbers_before_their_nouns,))
    number = at(doc, "30")
    assert (number.head.text, number.dep_) == (head, "nummod" if head == "men" else label)
