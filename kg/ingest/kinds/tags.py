"""Tags that hold more attributes than anybody writes: parsers of pages and feeds take time with the square of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST: Final = 500
"""Attributes of one tag that are kept."""
_TAG: Final = re.compile(r"<([A-Za-z][^\s/>]*)")
_ATTRIBUTE: Final = re.compile(r"""[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?""")
_END_OF_CODE: Final = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
"""What ends the elements in which a tag is none."""


def without_surplus(html: str) -> str:
    """Return a page or a feed without the attributes of a tag beyond the first 500."""
    return "".join(_kept(html))


def _kept(html: str) -> Iterator[str]:
    """Yield the page in pieces; each character is looked at once."""
    done = seen = 0
    while (tag := _TAG.search(html, seen)) is not None:
        kept = seen = tag.end()
        number = 0
        while (attribute := _ATTRIBUTE.match(html, seen)) is not None:
            seen, number = attribute.end(), number + 1
            kept = seen if number <= _MOST else kept
        if kept < seen:
            yield html[done:kept]
            done = seen
        if (code := _END_OF_CODE.get(tag[1].lower())) is not None:
            end = code.search(html, seen)
            seen = len(html) if end is None else end.end()
    yield html[done:]
