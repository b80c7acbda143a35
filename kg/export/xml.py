"""Text in XML 1.0, which can not hold everything."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape

from kg.errors import GraphError

_ILLEGAL: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_TEXT: Final = {"\r": "&#13;"}
_IN_QUOTES: Final = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def text(words: str) -> str:
    """Return words as the content of an element; raise GraphError for a character that XML does not have."""
    return escape(_legal(words), _IN_TEXT)


def quoted(words: str) -> str:
    """Return words as the value of an attribute, with its quotation marks; raise GraphError as `text` does."""
    return f'"{escape(_legal(words), _IN_QUOTES)}"'


def _legal(words: str) -> str:
    if found := _ILLEGAL.search(words):
        problem = f"XML has no character U+{ord(found[0]):04X}"
        raise GraphError(problem, place=repr(words[:60]), remedy="export as turtle, jsonld or csv")
    return words
