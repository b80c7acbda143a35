"""PDF: the words of its pages in reading order, without what every page prints around them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.errors import InputError
from kg.ingest.kinds.article import Article
from kg.ingest.layout import own_title
from kg.ingest.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_MARGIN: Final = 3
"""Lines at either end of a page among which headers and footers are looked for."""
_NUMBERS: Final = re.compile(r"\d+")
_ADDRESS: Final = r"(?:https?://|www\.)\S+"
_PAGE_NUMBER: Final = re.compile(
    rf"(?:{_ADDRESS} )?(?:page )?\d{{1,4}}(?: ?(?:of|/) ?\d{{1,4}})?(?: {_ADDRESS})?|{_ADDRESS}", re.IGNORECASE
)
"""What is no text at the edge of a page: its number, its address, or both, as browsers print them."""
_PRINTED: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?(?: .*)?")
"""When a browser printed a page, and its title."""
_BROKEN: Final = re.compile(r"(\w)(?:-| ?[\u00ad\u2010])\n(?=[a-z])")
"""A word broken at the end of a line, by any of three hyphens, of which two are set apart by some browsers."""
_COMPOUND: Final = re.compile(r"(?<=[\w.])-\n(?=\w)")
"""A hyphen of its own at the end of a line: Russia-Ukraine, U.S.-made, F-16."""
_HYPHENS: Final = ("-", "\u00ad", "\u2010")
_ENDS: Final = (".", "!", "?", "”", '"', ":")
_SHORT: Final = 0.75
"""A line of less than this share of the usual width, which ends like a sentence, is the last of its paragraph."""


def articles_of_pdf(path: Path) -> Iterator[Article]:
    """Yield the one article of a PDF file; InputError where it is broken, locked, or has pictures of words only."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    place = str(path)
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("is locked by a password", place=place, remedy="save it without one")
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata is not None else None
    except (PyPdfError, ValueError, KeyError, RecursionError) as error:
        raise InputError(f"is a broken PDF: {error}", place=place, remedy="save it anew, or as .txt") from error
    text = words_of_pages([page.split("\n") for page in pages])
    if not text:
        raise InputError("holds pictures of pages, no words", place=place, remedy="recognise its text first (OCR)")
    yield Article(place, None, None, text, Metadata(title=own_title(title)))


def words_of_pages(pages: Sequence[Sequence[str]]) -> str:
    """Return the paragraphs of pages of lines, joined over line and page breaks, without headers and footers.

    A header or footer is a line near the edge that most pages share, but for its numbers; a word that is broken at the
    end of a line is joined again, without its hyphen where it goes on in lower case.
    """
    filled = [[" ".join(line.split()) for line in page if line.strip()] for page in pages]
    repeated = _repeated(filled)
    lines = [line for page in filled for line in _without_margins(page, repeated)]
    if not lines:
        return ""
    width = sorted(map(len, lines))[len(lines) * 9 // 10]
    text = "".join(line + ("\n\n" if _ends_paragraph(line, width) else "\n") for line in lines)
    text = _COMPOUND.sub("-", _BROKEN.sub(r"\1", text))
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n")).strip()


def _edges(page: Sequence[str]) -> set[str]:
    return {_NUMBERS.sub("#", line) for line in (*page[:_MARGIN], *page[-_MARGIN:])}


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines, numbers apart, that stand at the edge of more than half of the pages, of two at least."""
    counts = Counter(line for page in pages for line in _edges(page))
    return frozenset(line for line, count in counts.items() if count >= 2 and count * 2 > len(pages))


def _without_margins(page: Sequence[str], repeated: frozenset[str]) -> Iterator[str]:
    for number, line in enumerate(page):
        at_edge = number < _MARGIN or number >= len(page) - _MARGIN
        around = _NUMBERS.sub("#", line) in repeated or _PAGE_NUMBER.fullmatch(line) or _PRINTED.fullmatch(line)
        if not (at_edge and around):
            yield line


def _ends_paragraph(line: str, width: int) -> bool:
    if line.endswith(_HYPHENS):
        return False
    return len(line) < _SHORT * width and (line.endswith(_ENDS) or not line[-1:].isalnum() or len(line) < width / 2)
