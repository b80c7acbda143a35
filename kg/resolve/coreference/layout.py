"""The paragraphs of a text and what of it stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.quotation.marks import find_quotations, paragraphs_of
from kg.grammar.remembered import remembered_of_text

if TYPE_CHECKING:
    from kg.grammar.tree import Doc
    from kg.knowledge.words import Words


@dataclass(frozen=True, slots=True)
class Layout:
    """Where paragraphs begin, where each stretch of a quotation begins and ends and of which quotation it is.

    `quotes` are whole quotations with their marks, over paragraphs too; `quoted` are the paragraphs of nothing else.
    """

    paragraphs: tuple[int, ...]
    quotes: tuple[tuple[int, int], ...]
    parts: tuple[tuple[int, int, int], ...]
    quoted: frozenset[int]

    def only_quotes(self, paragraph: int) -> bool:
        """Whether the paragraph is nothing but direct quotation."""
        return paragraph in self.quoted

    def paragraph(self, char: int) -> int:
        """Return the number of the paragraph that holds the character."""
        return max(bisect_right(self.paragraphs, char) - 1, 0)

    def quote(self, char: int) -> int:
        """Return the number of the quotation that holds the character; -1 outside quotations."""
        at = bisect_left(self.parts, (char + 1, 0, 0)) - 1
        return self.parts[at][2] if at >= 0 and char < self.parts[at][1] else -1


@remembered_of_text
def read_layout(doc: Doc, words: Words) -> Layout:
    """Return the paragraphs and the direct quotations of a text."""
    text = doc.text
    quotations = find_quotations(doc, words)
    parts = tuple((part.start, part.end, i) for i, quotation in enumerate(quotations) for part in quotation.parts)
    blocks = paragraphs_of(doc)
    quoted: set[int] = set()
    at = 0
    for number, block in enumerate(blocks):
        outside, position = "", block.start
        while at < len(parts) and parts[at][0] < block.end:
            outside += text[position : parts[at][0]]
            position = parts[at][1]
            at += 1
        outside += text[position : block.end]
        if position > block.start and not any(sign.isalnum() for sign in outside):
            quoted.add(number)
    spans = tuple((quotation.start, quotation.end) for quotation in quotations)
    return Layout(tuple(block.start for block in blocks), spans, parts, frozenset(quoted))
