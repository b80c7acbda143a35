"""Lists: the items under a sentence that ends in a colon complete what the sentence says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.grammar.tree import Doc, Token

BULLET = re.compile(r"\s*(?:[-–—•·*▪◦]|\(?\d{1,2}[.)])\s")
_BULLETS = re.compile(f"^{BULLET.pattern}", re.MULTILINE)


def list_items(doc: Doc) -> Mapping[int, tuple[Token, ...]]:
    """Return the heads of the items of each list, by the first token of the sentence that introduces it."""
    found: dict[int, tuple[Token, ...]] = {}
    intro: Token | None = None
    before: Sequence[Token] = ()
    text = doc.text
    if _BULLETS.search(text) is None:
        return found
    for line in _lines(doc):
        if not BULLET.match(text, text.rfind("\n", 0, line[0].idx + 1) + 1):
            intro = None
        elif intro is None and before and before[-1].text == ":":
            intro = before[-1]
        if intro is not None:
            found[intro.sent.start] = (*found.get(intro.sent.start, ()), _head(line))
        before = line
    return found


def _lines(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of each line; parsers may take several lines for one sentence, and one for several."""
    line: list[Token] = []
    for token in doc:
        if not token.is_space:
            line.append(token)
        if line and "\n" in token.text:
            yield line
            line = []
    if line:
        yield line


def _head(line: Sequence[Token]) -> Token:
    """The word that the others of a line hang on."""
    inside = {token.i for token in line}
    tops = (token for token in line if token.is_alpha and (token.head.i not in inside or token.head.i == token.i))
    return next(tops, line[-1])
