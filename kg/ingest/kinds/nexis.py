"""Texts that Nexis exports: many articles one after another, each with its labels, in the older or newer layout."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.errors import InputError, KgError
from kg.ingest.dateline import parse_date
from kg.ingest.kinds.article import Article
from kg.ingest.metadata import metadata_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_FIRST: Final = re.compile(r"^[ \t]*\d+ of \d+ DOCUMENTS[ \t]*$", re.MULTILINE)
"""What stands above each article in the older layout."""
_LAST: Final = re.compile(r"^[ \t]*End of Document[ \t]*$", re.MULTILINE)
"""What stands below each in the newer one."""
_HEAD: Final = ("HEADLINE", "BYLINE", "SECTION", "LENGTH", "DATELINE", "HIGHLIGHT", "SERIES", "SOURCE", "BODY")
_TAIL: Final = (
    "URL", "GRAPHIC", "LOAD-DATE", "LANGUAGE", "PUBLICATION-TYPE", "DOCUMENT-TYPE", "DOC-TYPE", "PUB-TYPE", "SUBJECT",
    "ORGANIZATION", "COMPANY", "PERSON", "CITY", "STATE", "COUNTRY", "GEOGRAPHIC", "TICKER", "INDUSTRY", "JOURNAL-CODE",
    "ACC-NO", "NOTES", "CORRECTION", "CORRECTION-DATE", "CLASSIFICATION",
)  # fmt: skip
_NAMES: Final = "|".join((*_HEAD, *_TAIL))
_LABEL: Final = re.compile(
    rf"^(?P<name>{_NAMES}|{_NAMES.title()}):(?P<words>.*)$|^(?P<alone>Body|BODY|Graphic|Notes|Classification)$"
)
_RIGHTS: Final = re.compile(r"(?:\(c\)|©|copyright\b|all rights reserved)", re.IGNORECASE)
"""Lines above the text that say whose it is."""
_DAY: Final = re.compile(r"(?:[A-Z]\w+day,? )?(?:[A-Z]\w+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z]\w+ \d{4})\b")


def is_nexis(text: str) -> bool:
    """Whether a text is of articles that are set apart as Nexis does, with one of its labels."""
    apart = _FIRST.search(text) or _LAST.search(text)
    return apart is not None and any(_label(line) for line in text.split("\n"))


def articles_of_nexis(text: str, *, place: str, on_problem: Callable[[KgError], None]) -> Iterator[Article]:
    """Yield the articles of an export; report those without a text, and leave out what stands around them."""
    pieces = _FIRST.split(text)[1:] if _FIRST.search(text) else _LAST.split(text)[:-1]
    for number, piece in enumerate(pieces, start=1):
        here = f"{place}: article {number}"
        try:
            found = _article(piece.split("\n"))
            if not found.text.strip():
                raise InputError("has no text", place=here, remedy="export full documents, not a list of results")
            yield Article(here, None, number, found.text, metadata_from(found._asdict(), place=here))
        except InputError as error:
            on_problem(error)


class _Found(NamedTuple):
    title: str
    date: str
    outlet: str
    url: str
    text: str


def _label(line: str) -> str:
    """Return the label that a line begins with, in capitals, or nothing."""
    match = _LABEL.match(line.strip())
    return (match["name"] or match["alone"]).upper() if match else ""


def _article(lines: Sequence[str]) -> _Found:
    first = next((at for at, line in enumerate(lines) if _label(line)), len(lines))
    body = _body_from(lines, first)
    end = next(
        (at for at in range(body, len(lines)) if _label(lines[at]) in _TAIL or _is_rights(lines, at)), len(lines)
    )
    outlet, day, title = _heading(lines[:first])
    title = _said(lines[first:body], "HEADLINE") or title
    return _Found(title, day, outlet, _said(lines[end:], "URL"), "\n".join(lines[body:end]))


def _body_from(lines: Sequence[str], first: int) -> int:
    """Return where the text begins: below its label, else below the last of those that stand above one.

    What a label says goes on up to a blank line.
    """
    at = first
    while at < len(lines) and _label(lines[at]) not in _TAIL:
        label = _label(lines[at])
        if label == "BODY":
            return at + 1
        if not label and lines[at].strip():
            return at
        at += 1
        while label and at < len(lines) and lines[at].strip() and not _label(lines[at]):
            at += 1
    return at


def _is_rights(lines: Sequence[str], at: int) -> bool:
    """Whether the lines from here to the end say nothing but whose the article is."""
    rest = [line.strip() for line in lines[at:] if line.strip()]
    return bool(lines[at].strip()) and bool(rest) and all(_RIGHTS.match(line) for line in rest)


def _said(lines: Sequence[str], label: str) -> str:
    """Return what stands after a label, up to a blank line or the next label."""
    words: list[str] = []
    for line in lines:
        if words and (not line.strip() or _label(line)):
            break
        if words:
            words.append(line.strip())
        elif _label(line) == label:
            words.append(line.partition(":")[2].strip())
    return " ".join(words).strip()


def _heading(lines: Sequence[str]) -> tuple[str, str, str]:
    """Return outlet, day and title of the lines above the first label: the outlet stands above the day.

    The title stands above the outlet in the newer layout, and last in the older one.
    """
    told = ["" if _RIGHTS.match(line.strip()) else line.strip() for line in lines]
    day = next((at for at, line in enumerate(told) if _DAY.match(line) and parse_date(line)), None)
    if day is None:
        return "", "", " ".join(_block(told, len(told)))
    above = max((at for at in range(day) if told[at]), default=None)
    if above is None:
        return "", told[day], " ".join(_block(told, len(told)))
    title = _block(told, above) or _block(told[day + 1 :], len(told))
    return told[above], told[day], " ".join(title)


def _block(lines: Sequence[str], end: int) -> list[str]:
    """Return the last lines before `end` that stand together."""
    found: list[str] = []
    for line in reversed(lines[:end]):
        if line:
            found.insert(0, line)
        elif found:
            break
    return found
