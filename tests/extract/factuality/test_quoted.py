"""Predicates between quotation marks with nobody who says so."""

from __future__ import annotations

import pytest

from kg.extract.factuality.quoted import is_held_at_a_distance
from tests.grammar.spaced import spaced
from tests.grammar.trees import at
from tests.known import KNOWLEDGE

HEADLINE = """
Chad Chad PROPN NNP 3 nsubj
“ “ PUNCT `` 3 punct
bombed bomb VERB VBD {head}
Tine Tine PROPN NNP 3 obj
” ” PUNCT '' 3 punct
{more}
"""


@pytest.mark.parametrize(
    ("text", "head", "more", "open_"),
    [
        ("Chad “bombed Tine” overnight", "0 ROOT", "overnight overnight ADV RB 3 advmod", True),
        (
            "Chad “bombed Tine”, Togo says",
            "8 ccomp",
            ", , PUNCT , 3 punct\nTogo Togo PROPN NNP 8 nsubj\nsays say VERB VBZ 0 ROOT",
            False,
        ),
    ],
)
def test_what_a_headline_sets_between_marks_is_what_others_say(text: str, head: str, more: str, *, open_: bool) -> None:
    doc = spaced(text, HEADLINE.format(head=head, more=more))
    assert is_held_at_a_distance(at(doc, "bombed"), KNOWLEDGE.words) is open_


def test_a_whole_clause_between_marks_is_a_quotation_and_without_marks_it_is_told() -> None:
    plain = "Chad Chad PROPN NNP 2 nsubj\nbombed bomb VERB VBD 0 ROOT\nTine Tine PROPN NNP 2 obj"
    whole = (
        "“ “ PUNCT `` 3 punct\nChad Chad PROPN NNP 3 nsubj\nbombed bomb VERB VBD 0 ROOT\n"
        "Tine Tine PROPN NNP 3 obj\n” ” PUNCT '' 3 punct"
    )
    docs = (spaced("Chad bombed Tine", plain), spaced("“Chad bombed Tine”", whole))
    assert not any(is_held_at_a_distance(at(doc, "bombed"), KNOWLEDGE.words) for doc in docs)
