"""What happened though nobody answers for it, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.factuality.presupposed import disowning, is_disowned
from kg.extract.factuality.value import factuality_of
from kg.records import Factuality, Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS, TAXONOMY, ATTACK = KNOWLEDGE.words, KNOWLEDGE.taxonomy, Term("Attack")
NOBODY = """
no no DET DT 2 det
group group NOUN NN 3 nsubj
claimed claim VERB VBD 0 ROOT
{0} {0} NOUN NN 3 obj
for for ADP IN 7 case
the the DET DT 7 det
raid raid NOUN NN 4 nmod
"""


def test_a_raid_for_which_nobody_answers_was_made_and_by_none_of_these() -> None:
    raid = at(tree(NOBODY.format("responsibility")), "raid")
    assert factuality_of(raid, ATTACK, WORDS, TAXONOMY).factuality is Factuality.ASSERTED
    assert disowning(raid, ATTACK, WORDS, TAXONOMY) == {raid.doc[1].i}


@pytest.mark.parametrize(
    ("table", "disowned"),
    [
        (NOBODY.format("responsibility"), True),
        (NOBODY.format("credit").replace("4 nmod", "3 obl"), True),
        (NOBODY.format("funds"), False),
        (NOBODY.format("responsibility").replace("no no", "the the"), False),
        (NOBODY.format("responsibility").replace("for for", "after after"), False),
    ],
)
def test_only_what_somebody_does_not_answer_for_is_disowned(table: str, disowned: bool) -> None:
    raid = at(tree(table), "raid")
    assert is_disowned(raid, ATTACK, WORDS, TAXONOMY) == disowned
    assert bool(disowning(raid, ATTACK, WORDS, TAXONOMY)) == disowned
