"""The words of a piece of HTML that is an article by itself, as feeds and e-mails hold it."""

from __future__ import annotations

import re
from typing import Final

from kg.ingest.kinds.tags import without_surplus

_BLOCKS: Final = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    }
    | {"hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)
_BLANKS: Final = re.compile(r"\s+")
_SILENT: Final = frozenset({"head", "noscript", "script", "style", "template"})


def words_of(html: str) -> str:
    """Return the words of HTML, one block a paragraph, without scripts and styles."""
    from lxml.etree import ParserError, iterwalk
    from lxml.html import HTMLParser, document_fromstring

    if not html.strip():
        return ""
    try:
        root = document_fromstring(without_surplus(html).encode(), parser=HTMLParser(encoding="utf-8", no_network=True))
    except ParserError:  # of signs alone that are none of HTML's nothing is left
        return ""
    pieces: list[str] = []
    skipped = 0
    for event, element in iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            skipped += 1 if event == "start" else -1
        pieces.append("\n\n" if element.tag in _BLOCKS else "")
        words = element.text if event == "start" else element.tail
        if words and not skipped:
            pieces.append(_BLANKS.sub(" ", words))
    return "".join(pieces).strip()
