from __future__ import annotations

from kg.extract.arguments.stand_ins import speaks_for, stand_ins_of
from kg.records import Term
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


IN_A_PLACE = """
Kim      Kim      PROPN NNP 2 nsubj
praised  praise   VERB  VBD 0 ROOT
{0}      {0}      NOUN  NN  2 obj
in       in       ADP   IN  5 case
Gao      Gao      PROPN NNP 3 nmod
"""


def test_what_happened_somewhere_is_not_about_the_place_and_a_state_of_things_is() -> None:
    for noun, about in (("bombing", []), ("situation", ["Gao"])):
        doc = tree(IN_A_PLACE.format(noun))
        index = analysed(doc, Gao="Place").index
        assert [r.token.text for r in stand_ins_of(Term("topic"), at(doc, noun), index, reached=True)] == about


BESIDE = """
Kim      Kim      PROPN NNP 2 nsubj
praised  praise   VERB  VBD 0 ROOT
Gao      Gao      PROPN NNP 4 {1}
{0}      {0}      NOUN  NN  2 obj
"""


def test_what_is_violent_is_not_about_the_place_before_it_and_what_is_owned_is() -> None:
    for noun, relation, about in (
        ("bombing", "compound", []),
        ("support", "compound", ["Gao"]),
        ("bombing", "nmod:poss", ["Gao"]),
    ):
        doc = tree(BESIDE.format(noun, relation))
        index = analysed(doc, Gao="Place").index
        assert [r.token.text for r in stand_ins_of(Term("topic"), at(doc, noun), index, reached=True)] == about
