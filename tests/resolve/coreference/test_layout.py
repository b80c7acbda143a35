"""Where paragraphs begin and quotations are."""

from __future__ import annotations

from kg.resolve.coreference.layout import read_layout
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE

TEXT = "He spoke. “One,” he said. “Two.”\n\n“Three, and ‘four’.”\n\nHe left."


def test_the_layout_counts_paragraphs_and_quotations() -> None:
    layout = read_layout(unparsed(TEXT), KNOWLEDGE.words)
    at = {word: TEXT.index(word) for word in ("He spoke", "One", "he said", "Two", "Three", "four", "He left")}
    assert [layout.paragraph(at[word]) for word in ("He spoke", "Two", "Three", "He left")] == [0, 0, 1, 2]
    assert [layout.quote(place) for place in at.values()] == [-1, 0, -1, 1, 2, 2, -1]
    assert [layout.only_quotes(number) for number in range(3)] == [False, True, False]
