"""Lists: the items under a sentence that ends in a colon."""

from __future__ import annotations

import pytest

from kg.grammar.lists import list_items
from tests.grammar.spaced import spaced

TABLE = """
They they PRON PRP 2 nsubj
sent send VERB VBD 0 ROOT
{colon} : PUNCT : 2 punct
{bullet} - PUNCT : 5 punct
tanks tank NOUN NNS 0 ROOT
{bullet} - PUNCT : 8 punct
big big ADJ JJ 8 amod
guns gun NOUN NNS 0 ROOT
Peru Peru PROPN NNP 10 nsubj
left leave VERB VBD 0 ROOT
"""


def items(colon: str = ":", bullet: str = "-") -> dict[int, list[str]]:
    text = f"They sent{colon}\n{bullet} tanks\n{bullet} big guns\nPeru left"
    doc = spaced(text, TABLE.format(colon=colon, bullet=bullet))
    return {start: [token.text for token in heads] for start, heads in list_items(doc).items()}


@pytest.mark.parametrize("bullet", ["-", "–", "•", "*"])
def test_the_heads_of_items_belong_to_the_sentence_before_the_colon(bullet: str) -> None:
    assert items(bullet=bullet) == {0: ["tanks", "guns"]}


def test_without_a_colon_or_without_a_bullet_there_is_no_list() -> None:
    assert items(colon=";") == {}
    assert items(bullet="+") == {}
