from __future__ import annotations

import pytest

from kg.grammar.phrases import complement_of, phrase_span
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

GUARDS = """
the       the       DET   DT  3 det
two       two       NUM   CD  3 nummod
guards    guard     NOUN  NNS 0 ROOT
at        at        ADP   IN  6 case
the       the       DET   DT  6 det
gate      gate      NOUN  NN  3 nmod
"""
DOZENS = """
Dozens     dozen     NOUN  NNS 0 ROOT
of         of        ADP   IN  4 case
young      young     ADJ   JJ  4 amod
protesters protester NOUN  NNS 1 nmod
"""
OWNER = """
France     France    PROPN NNP 4 nmod:poss
's         's        PART  POS 1 case
foreign    foreign   ADJ   JJ  4 amod
minister   minister  NOUN  NN  0 ROOT
"""
CAPITAL = """
capital    capital   NOUN  NN  0 ROOT
of         of        ADP   IN  3 case
Peru       Peru      PROPN NNP 1 nmod
"""


@pytest.mark.parametrize(
    ("table", "head", "words"),
    [
        (GUARDS, "guards", "two guards"),
        (GUARDS, "gate", "gate"),
        (DOZENS, "Dozens", "Dozens of young protesters"),
        (OWNER, "minister", "foreign minister"),
        (CAPITAL, "capital", "capital of Peru"),
    ],
)
def test_a_phrase_has_its_modifiers_and_what_it_is_of_but_no_article_owner_or_place(
    table: str, head: str, words: str
) -> None:
    doc = tree(table)
    span = phrase_span(at(doc, head))
    assert doc.text[span.start : span.end] == words


def test_only_a_common_noun_says_what_another_is_of() -> None:
    assert complement_of(tree(DOZENS)[0], KNOWLEDGE.words).text == "protesters"  # type: ignore[union-attr]
    assert complement_of(tree(CAPITAL)[0], KNOWLEDGE.words) is None
    assert complement_of(at(tree(GUARDS), "guards"), KNOWLEDGE.words) is None
