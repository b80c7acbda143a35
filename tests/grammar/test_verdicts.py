"""What somebody is declared is no part of his name or office."""

from __future__ import annotations

from kg.grammar.verdicts import restore_verdicts
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

DECLARED = """
Peru Peru PROPN NNP 2 nsubj
declared declare VERB VBD 0 ROOT
the the DET DT 6 det
Lao Lao ADJ JJ 6 amod
envoy envoy NOUN NN 6 compound
{} {} NOUN NN 2 obj
non non X FW 6 appos
grata grata PROPN NNP 6 flat
"""


def test_who_is_declared_persona_non_grata_is_the_object() -> None:
    doc = restore_verdicts(tree(DECLARED.format("persona", "persona")), KNOWLEDGE.words)
    assert [(at(doc, word).head.text, at(doc, word).dep_) for word in ("persona", "envoy", "Lao", "non")] == [
        ("declared", "xcomp"),
        ("declared", "obj"),
        ("envoy", "amod"),
        ("persona", "flat"),
    ]


def test_other_nouns_are_left() -> None:
    doc = restore_verdicts(tree(DECLARED.format("office", "office")), KNOWLEDGE.words)
    assert (at(doc, "envoy").dep_, at(doc, "office").dep_) == ("compound", "obj")
