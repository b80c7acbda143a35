"""Hand-built Docs with the spaces of a running text, which dates and quotations depend on."""

from __future__ import annotations

from spacy.tokens import Doc

from tests.extract.trees import BLANK


def spaced(text: str, table: str) -> Doc:
    """Return a Doc of the text from lines "word lemma pos tag head dep"; heads count tokens from 1, and 0 is a root."""
    rows = [line.split() for line in table.strip().splitlines()]
    words, lemmas, pos, tags, heads, deps = zip(*rows, strict=True)
    spaces, position = [], 0
    for word in words:
        position = text.index(word, position) + len(word)
        spaces.append(text[position : position + 1] == " ")
    targets = [int(head) - 1 if head != "0" else i for i, head in enumerate(heads)]
    doc = Doc(BLANK.vocab, words=words, spaces=spaces, lemmas=lemmas, pos=pos, tags=tags, heads=targets, deps=deps)
    assert doc.text == text
    return doc
