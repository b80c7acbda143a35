"""Texts that Factiva exports: many articles one after another, each with its fields by code or in its display order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.errors import InputError, KgError
from kg.ingest.kinds.article import Article
from kg.ingest.metadata import metadata_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_END: Final = re.compile(
    r"^[ \t]*(?:AN\s+)?Document[ \t]+([A-Za-z][A-Za-z0-9]{3,9}(?:19|20)\d{6}\w{4,16})[ \t]*$", re.MULTILINE
)
"""What stands below each article: its accession number, which has the day in it."""
_BEFORE: Final = ("SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "CX")
_BODY: Final = ("LP", "TD")
_AFTER: Final = ("CT", "RF", "ART", "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "DE", "AN")
_ORDER: Final = {code: place for place, code in enumerate((*_BEFORE, *_BODY, *_AFTER))}
_FIELD: Final = re.compile(rf"^[ \t]*(?P<code>{'|'.join(_ORDER)})(?P<gap>[ \t]+|$)(?P<words>.*)$")
_LABELLED: Final = re.compile(r"[\w-]+ ?: ")
_WORDS: Final = re.compile(r"\d[\d,. ]* words")
_CLOCK: Final = re.compile(r"\d{1,2}:\d{2}(?: GMT)?")
_RIGHTS: Final = re.compile(r"(?:\(c\)|©|copyright\b)", re.IGNORECASE)
_BYLINE: Final = re.compile(r"By\b", re.IGNORECASE)
_PAGE: Final = re.compile(r"(?:Page \d+ of \d+\s*)?(?:©|\(c\)) \d{4} Factiva,.*")
_LONGEST_HEAD: Final = 20
"""Lines above an article's text: headline, byline, length, day, paper, its code, edition, page, language, rights."""


def is_factiva(text: str) -> bool:
    """Whether a text is of articles that end as those of Factiva do."""
    return _END.search(text) is not None


def articles_of_factiva(text: str, *, place: str, on_problem: Callable[[KgError], None]) -> Iterator[Article]:
    """Yield the articles of an export, with their accession numbers as ids; report those without a text.

    What stands below the last one, a summary of the search, is left out.
    """
    start = 0
    for number, end in enumerate(_END.finditer(text), start=1):
        lines = [line for line in text[start : end.start()].split("\n") if not _PAGE.fullmatch(line.strip())]
        start = end.end()
        here = f"{place}: article {number}"
        try:
            found = _coded(lines) or _displayed(lines)
            if found is None or not found.text.strip():
                raise InputError("has no text", place=here, remedy="export full articles, not headlines")
            about = metadata_from(found._asdict(), place=here)
            yield Article(here, end[1], number, found.text, about)
        except InputError as error:
            on_problem(error)


class _Found(NamedTuple):
    title: str
    date: str
    outlet: str
    text: str


def _coded(lines: list[str]) -> _Found | None:
    """Return what the codes at the beginnings of lines say; None where there is no body by its code."""
    fields: dict[str, list[str]] = {}
    current: list[str] = []
    last = -1
    for line in lines:
        match = _FIELD.match(line)
        if match and _begins(match, last):
            last = _ORDER[match["code"]]
            current = fields.setdefault(match["code"], [])
            line = match["words"]
        current.append(line)
    if not fields.keys() & set(_BODY):
        return None
    title, day, outlet = (" ".join(" ".join(fields.get(code, ())).split()) for code in ("HD", "PD", "SN"))
    return _Found(title, day, outlet, "\n\n".join("\n".join(fields[code]) for code in _BODY if code in fields))


def _begins(match: re.Match[str], last: int) -> bool:
    """Whether a code begins a field: each comes once, in one order, and below the text none is a word of a sentence."""
    code, gap, words = match["code"], match["gap"], match["words"]
    is_sure = not words or "\t" in gap or len(gap) > 1
    return _ORDER[code] > last and (is_sure or code not in _AFTER or _LABELLED.match(words) is not None)


def _displayed(lines: list[str]) -> _Found | None:
    """Return what an article without codes says of itself above its text, by its length and its rights."""
    told = [(index, line.strip()) for index, line in enumerate(lines) if line.strip()]
    size = next((at for at, (_, line) in enumerate(told) if _WORDS.fullmatch(line)), None)
    if size is None:
        return None
    head = told[size + 1 : size + 1 + _LONGEST_HEAD]
    rights = next((at for at, (_, line) in enumerate(head) if _RIGHTS.match(line)), None)
    if rights is None or not head[:rights]:
        return None
    names = [line for _, line in head[1:rights] if not _CLOCK.fullmatch(line)]
    body = lines[head[rights][0] + 1 :]
    return _Found(_headline(lines[: told[size][0]]), head[0][1], names[0] if names else "", "\n".join(body))


def _headline(lines: list[str]) -> str:
    """Return the last line of the first block that is no byline; above it the section of the paper may stand."""
    block: list[str] = []
    for line in (line.strip() for line in lines):
        if not line and block:
            break
        if line and not _BYLINE.match(line):
            block.append(line)
    return block[-1] if block else ""
