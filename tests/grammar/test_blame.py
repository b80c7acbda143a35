"""Who is blamed hangs on the verb, and not on what he is blamed for."""

from __future__ import annotations

from kg.grammar.blame import restore_blamed
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

LAID = """
Chad Chad PROPN NNP 2 nsubj
laid lay VERB VBD 0 ROOT
the the DET DT 4 det
{0} {0} NOUN NN 2 obj
for for ADP IN 6 case
raid raid NOUN NN 2 obl
on on ADP IN 8 case
Gao Gao PROPN NNP 6 nmod B-GPE
on on ADP IN 10 case
Mali Mali PROPN NNP 6 nmod B-GPE
"""


def test_the_last_name_behind_the_preposition_of_the_verb_is_blamed() -> None:
    doc = restore_blamed(tree(LAID.format("blame")), KNOWLEDGE.words)
    assert [(at(doc, name).head.text, at(doc, name).dep_) for name in ("Gao", "Mali")] == [
        ("raid", "nmod"),
        ("laid", "obl"),
    ]


def test_where_no_blame_is_laid_all_is_left() -> None:
    doc = restore_blamed(tree(LAID.format("mine")), KNOWLEDGE.words)
    assert at(doc, "Mali").head.text == "raid"
