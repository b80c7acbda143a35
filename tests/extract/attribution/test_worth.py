from __future__ import annotations

import pytest

from kg.extract.attribution.worth import length
from kg.grammar.quotation.marks import Quotation
from kg.records import Span


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("We will not wait", 4),
        ("a well-known friend’s word", 4),
        ("see https://example.org/a-b?c=d now", 3),
        ("no – never …", 2),
        ("– …", 0),
    ],
)
def test_words_are_counted_by_the_white_space_between_them(words: str, number: int) -> None:
    text = f"“{words}”"
    assert length(Quotation(0, len(text), (Span(1, len(text) - 1),)), text) == number
