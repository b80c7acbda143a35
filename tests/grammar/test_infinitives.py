"""Bare infinitives that parsers coordinate with the finite verb above them."""

from __future__ import annotations

import pytest

from kg.grammar.infinitives import restore_requests
from kg.grammar.repairs import repaired
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

ASKS = """
Oman Oman PROPN NNP 2 nsubj
{finite} VERB VBZ 0 ROOT
Iran Iran PROPN NNP 2 iobj
to to PART TO 5 mark
stop stop VERB VB 2 xcomp
{joint} 7 {label}
{second} VERB {tag} 2 conj
"""


@pytest.mark.parametrize(
    ("joint", "label", "second", "tag", "head"),
    [
        (", , PUNCT ,", "punct", "leave leave", "VB", "stop"),
        ("and and CCONJ CC", "cc", "leave leave", "VB", "stop"),
        ("and and CCONJ CC", "cc", "leaves leave", "VBZ", "asks"),
    ],
)
def test_a_bare_infinitive_goes_with_the_one_before_it(
    joint: str, label: str, second: str, tag: str, head: str
) -> None:
    doc = repaired(tree(ASKS.format(finite="asks ask", joint=joint, label=label, second=second, tag=tag)))
    assert (at(doc, second.split()[0]).head.text, at(doc, second.split()[0]).dep_) == (head, "conj")


DUE = """
Peru Peru PROPN NNP 5 nsubj
is be AUX VBZ 5 cop
due due ADJ JJ 5 {label}
to to PART TO 3 fixed
{last} 0 ROOT
"""


@pytest.mark.parametrize("label", ["case", "mark"])
def test_what_stands_before_an_infinitive_is_its_mark_and_no_part_of_a_preposition(label: str) -> None:
    doc = repaired(tree(DUE.format(label=label, last="meet meet VERB VB")))
    assert (at(doc, "to").head.text, at(doc, "to").dep_) == ("meet", "mark")
    doc = repaired(tree(DUE.format(label=label, last="rain rain NOUN NN")))
    assert (at(doc, "to").head.text, at(doc, "to").dep_) == ("due", "fixed")


URGED = """
Ann Ann PROPN NNP 2 nsubj
{verb} VERB VBD 0 ROOT
men man NOUN NNS 2 obj
holding hold VERB VBG 3 acl
Bo Bo PROPN NNP 4 obj
to to PART TO 7 mark
free free VERB VB 4 advcl
him he PRON PRP 7 obj
"""


@pytest.mark.parametrize(("verb", "above"), [("urged urge", "urged"), ("met meet", "holding")])
def test_what_somebody_is_asked_for_hangs_on_the_asking(verb: str, above: str) -> None:
    doc = restore_requests(tree(URGED.format(verb=verb)), KNOWLEDGE.words)
    assert at(doc, "free").head.text == above
