from __future__ import annotations

from kg.extract.arguments.stand_ins import speaks_for
from tests.extract.analysed import analysed
from tests.grammar.trees import at, tree

CLAIMED = """
Zeid      Zeid      PROPN NNP 7 nsubj
,         ,         PUNCT ,   4 punct
a         a         DET   DT  4 det
{noun}    {noun}    NOUN  NN  1 appos
for       for       ADP   IN  6 case
Hamas     Hamas     PROPN NNP 4 nmod
claimed   claim     VERB  VBD 0 ROOT
it        it        PRON  PRP 7 obj
"""


def _spoken_for(noun: str) -> list[str]:
    doc = tree(CLAIMED.format(noun=noun))
    analysis = analysed(doc, Zeid="Person", Hamas="Organization")
    return [reference.token.text for reference in speaks_for(at(doc, "Zeid"), analysis.index)]


def test_a_spokesman_speaks_for_a_group_and_a_lawyer_or_a_fighter_for_himself() -> None:
    assert _spoken_for("spokesman") == ["Hamas"]
    assert _spoken_for("lawyer") == []
    assert _spoken_for("fighter") == []
