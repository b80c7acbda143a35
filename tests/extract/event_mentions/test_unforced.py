"""Force by itself is no attack where it may only be used, nor is what is done in peace."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.unforced import without_force
from kg.records import Factuality
from tests.extract.analysed import analysed
from tests.extract.mentions import mention
from tests.grammar.trees import at, tree

USE = """
vowed vow VERB VBD 0 ROOT
to to PART TO 3 mark
use use VERB VB 1 xcomp
{} 3 obj
"""
PEACEFUL = """
a a DET DT 3 det
{} 3 amod
revolution revolution NOUN NN 0 ROOT
"""


@pytest.mark.parametrize(
    ("thing", "told", "why"),
    [
        ("force force NOUN NN", Factuality.PLANNED, "force"),
        ("force force NOUN NN", Factuality.ASSERTED, ""),
        ("rockets rocket NOUN NNS", Factuality.PLANNED, ""),
    ],
)
def test_force_by_itself_is_an_attack_only_where_it_was_used(thing: str, told: Factuality, why: str) -> None:
    doc = tree(USE.format(thing))
    because = without_force(mention("Attack", factuality=told), at(doc, "use"), analysed(doc))
    assert (bool(because), why in because) == (bool(why), True)


def test_what_is_done_in_peace_is_no_attack() -> None:
    doc = tree(PEACEFUL.format("peaceful peaceful ADJ JJ"))
    assert without_force(mention("Attack"), at(doc, "revolution"), analysed(doc))
