from __future__ import annotations

import pytest

from kg.grammar.attachment import Attachment
from kg.grammar.inversions import subjects_behind_the_verb
from tests.grammar.trees import tree

ADDED = """
“ “ PUNCT `` 3 punct
He he PRON PRP 3 nsubj
wrote write VERB VBD 6 ccomp
, , PUNCT , 3 punct
{0} PUNCT '' 3 punct
added add VERB {1} 0 ROOT
his he PRON PRP$ 8 nmod:poss
mother mother NOUN NN 6 obj
"""


def test_who_says_it_stands_behind_the_verb_that_stands_behind_the_words() -> None:
    assert list(subjects_behind_the_verb(tree(ADDED.format("” ”", "VBD")))) == [Attachment(7, 5, "nsubj")]


@pytest.mark.parametrize(
    "table",
    [
        ADDED.format("– –", "VBD"),
        ADDED.format("” ”", "VBG"),
        ADDED.format("” ”", "VBD") + "Ann Ann PROPN NNP 6 nsubj",
        ADDED.format("” ”", "VBD").replace("ccomp", "advcl"),
    ],
)
def test_what_follows_any_other_verb_is_its_object(table: str) -> None:
    assert not list(subjects_behind_the_verb(tree(table)))
