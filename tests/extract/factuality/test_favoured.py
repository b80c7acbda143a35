"""What somebody is for need not have been done; what is known, or is somebody's, has been."""

from __future__ import annotations

import pytest

from kg.extract.factuality.favoured import is_only_favoured
from kg.records import Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

BACKS = """
Togo Togo PROPN NNP 2 nsubj
{verb} 0 ROOT
{before}
sanctions sanction NOUN NNS 2 obj
"""
NEW, THE, OURS = "new new ADJ JJ 4 amod", "the the DET DT 4 det", "Malian Malian ADJ JJ 4 amod"
BACKING, BACKED, BROKE = "backs back VERB VBZ", "backed back VERB VBD", "breaks break VERB VBZ"


@pytest.mark.parametrize(
    ("verb", "before", "kind", "open_"),
    [
        (BACKING, NEW, "Sanction", True),
        (BACKING, THE, "Sanction", False),
        (BACKING, OURS, "Sanction", False),
        (BACKING, NEW, "Attack", False),
        (BACKED, NEW, "Sanction", False),
        (BROKE, NEW, "Sanction", False),
    ],
)
def test_who_is_for_a_course_leaves_open_whether_it_is_taken(verb: str, before: str, kind: str, *, open_: bool) -> None:
    noun = at(tree(BACKS.format(verb=verb, before=before)), "sanctions")
    assert is_only_favoured(noun, Term(kind), KNOWLEDGE.words, KNOWLEDGE.taxonomy) is open_
