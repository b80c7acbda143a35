"""Hand-built Docs with the spaces and lines of a running text, which dates and quotations depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc as Parsed

from kg.grammar.parses import tree_of
from tests.grammar.trees import BLANK

if TYPE_CHECKING:
    from kg.grammar.tree import Doc


def spaced(text: str, table: str) -> Doc:
    """Return a Doc of the text from lines "word lemma pos tag head dep"; heads count words from 1, and 0 is a root.

    Line breaks become tokens of their own, as spaCy's tokenizer makes them.
    """
    rows = [line.split() for line in table.strip().splitlines()]
    columns: list[tuple[str, ...]] = []
    places: list[int] = []
    spaces: list[bool] = []
    position = 0
    for word, lemma, pos, tag, _, dep in rows:
        position = text.index(word, position) + len(word)
        places.append(len(columns))
        columns.append((word, lemma, pos, tag, dep))
        spaces.append(text[position : position + 1] == " ")
        behind = text[position:]
        if breaks := behind[: len(behind) - len(behind.lstrip("\n"))]:
            columns.append((breaks, breaks, "SPACE", "_SP", "dep"))
            spaces.append(False)
    heads = list(range(-1, len(columns) - 1))  # a line break hangs on the token before it
    for place, row in zip(places, rows, strict=True):
        heads[place] = places[int(row[4]) - 1] if row[4] != "0" else place
    words, lemmas, parts, tags, deps = zip(*columns, strict=True)
    doc = Parsed(BLANK.vocab, words=words, spaces=spaces, lemmas=lemmas, pos=parts, tags=tags, heads=heads, deps=deps)
    assert doc.text == text
    return tree_of(doc)
