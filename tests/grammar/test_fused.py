"""What somebody calls something stands where "what" does, under a verb or a preposition."""

from __future__ import annotations

from kg.grammar.fused import restore_fused
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

HELD = """
Ann Ann PROPN NNP 2 nsubj
held hold VERB VBD 0 ROOT
what what PRON WP 2 obj
she she PRON PRP 5 nsubj
{verb} VERB VBZ 3 acl:relcl
as as ADP IN 8 case
useful useful ADJ JJ 8 amod
talks talk NOUN NNS 5 obl
"""


def test_what_is_called_so_is_held() -> None:
    doc = restore_fused(tree(HELD.format(verb="describes describe")), KNOWLEDGE.words)
    assert [(word, at(doc, word).head.text, at(doc, word).dep_) for word in ("talks", "what", "describes")] == [
        ("talks", "held", "obj"),
        ("what", "describes", "obj"),
        ("describes", "talks", "acl:relcl"),
    ]


def test_another_verb_leaves_it() -> None:
    doc = restore_fused(tree(HELD.format(verb="meets meet")), KNOWLEDGE.words)
    assert at(doc, "talks").head.text == "meets"


QUOTED = """
Ann Ann PROPN NNP 2 nsubj
held hold VERB VBD 0 ROOT
what what PRON WP 2 obj
she she PRON PRP 5 nsubj
describes describe VERB VBZ 3 acl:relcl
as as SCONJ IN 7 mark
encouraging encourage VERB VBG 2 advcl
talks talk NOUN NNS 7 obj
"""


def test_a_quality_in_quotation_marks_may_pass_for_a_verb() -> None:
    doc = restore_fused(tree(QUOTED), KNOWLEDGE.words)
    assert (at(doc, "talks").head.text, at(doc, "encouraging").dep_) == ("held", "amod")
