"""Where quotations are, and who "I" is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.records import Document
from kg.resolve import resolve
from kg.resolve.speakers import read_layout
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from tests.resolve.reading import Reading

TEXT = "He spoke. “One,” he said. “Two.”\n\n“Three, and ‘four’.”\n\nHe left."


def test_the_layout_counts_paragraphs_and_quotations() -> None:
    layout = read_layout(unparsed(TEXT), KNOWLEDGE.words)
    at = {word: TEXT.index(word) for word in ("He spoke", "One", "he said", "Two", "Three", "four", "He left")}
    assert [layout.paragraph(at[word]) for word in ("He spoke", "Two", "Three", "He left")] == [0, 0, 1, 2]
    assert [layout.quote(place) for place in at.values()] == [-1, 0, -1, 1, 2, 2, -1]
    assert [layout.only_quotes(number) for number in range(3)] == [False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "‘I spoke to him today,’ Keir Starmer said.",
        "'I told Vladimir Putin to stop,' Keir Starmer said on Friday.",
        "“Yes,” Keir Starmer said. “I called Putin on Monday.”",
        "“It was late.\n\n“I told him to stop,” Keir Starmer said.",
    ],
)
def test_i_is_who_speaks(text: str, nlp: Reading) -> None:
    resolution = resolve(nlp(text), Document(id="case", text=text), KNOWLEDGE)
    start = text.index("I ") if "I " in text else -1
    (speaker,) = {m.entity for m in resolution.mentions if m.span.start == start}
    assert resolution.entities[speaker].name == "Keir Starmer"
