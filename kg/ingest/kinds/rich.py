"""Rich text (.rtf), which news databases export and word processors save."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.errors import InputError
from kg.ingest.kinds.article import Article
from kg.ingest.layout import own_title
from kg.ingest.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CELL: Final = re.compile(r"(?<!\\)\\(?:nest)?cell(?![a-z])")
_TITLE: Final = re.compile(r"\{\\title ([^{}\\]*)\}")


def articles_of_rtf(path: Path) -> Iterator[Article]:
    """Yield the one article of an .rtf file, a line for each paragraph and for each row of a table.

    Raises InputError where it is none, or is not written as one.
    """
    from striprtf.striprtf import rtf_to_text

    place, data = str(path), path.read_bytes()
    if not data.lstrip().startswith(b"{\\rtf"):
        raise InputError("is no rich text", place=place, remedy="save it as .rtf or .txt")
    source = data.decode("cp1252", errors="replace")
    try:
        # The library parts cells by a sign that texts have, too.
        text = rtf_to_text(_CELL.sub(r"\\tab", source), errors="replace")
    except Exception as error:  # as many as there are ways to break a file
        raise InputError(f"is broken rich text: {error}", place=place, remedy="save it anew, or as .txt") from error
    if not text.strip():
        raise InputError("holds no words", place=place, remedy="save its text as .txt")
    title = _TITLE.search(source)
    yield Article(place, None, None, text, Metadata(title=own_title(title[1] if title else None)))
