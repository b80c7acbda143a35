"""From a file to the articles that it holds: which reader reads it, and those of Markdown and pages."""

from __future__ import annotations

import codecs
import json
import os
import re
import stat
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.errors import InputError, KgError, LeftOut
from kg.ingest.columns import article_of, fields_of
from kg.ingest.kinds import Article
from kg.ingest.kinds.columnar import articles_of_parquet
from kg.ingest.kinds.crawls import articles_of_warc
from kg.ingest.kinds.documents import articles_of_docx
from kg.ingest.kinds.exports import articles_of_json
from kg.ingest.kinds.feeds import articles_of_feed
from kg.ingest.kinds.mail import articles_of_eml, articles_of_mbox
from kg.ingest.kinds.markdown import article_of_markdown
from kg.ingest.kinds.pages import articles_of_pdf
from kg.ingest.kinds.rich import articles_of_rtf
from kg.ingest.kinds.services import articles_in
from kg.ingest.kinds.streams import LARGEST, lines_of, suffix_of
from kg.ingest.kinds.tables import articles_of_csv, articles_of_xlsx
from kg.ingest.kinds.web import article_of_page
from kg.ingest.layout import one_line
from kg.ingest.metadata import Metadata
from kg.records import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path, PurePath


SURROGATE = re.compile("[\ud800-\udfff]")
_GUESSED: Final[Mapping[str, str]] = {}
WRITTEN_BY_KG = ('<meta name="generator" content="newskg">', "<!-- generator: newskg -->")
"""What the pages and reports that kg writes say of themselves, in HTML and in Markdown."""
_HEAD = 2_000


class Draft(NamedTuple):
    """A document whose text is still as its source has it, and where that is, for messages."""

    place: str
    document: Document


def decoded(data: bytes, *, place: str) -> str:
    """Return the text of bytes in UTF-8, or in UTF-16 with its mark; raise InputError for other encodings."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(data, place=place)
    if b"\0" in data:
        raise InputError("is binary, not text", place=place, remedy="give .txt, .md, .html or .jsonl files")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}"
        raise InputError(problem, place=place, remedy="convert it, e.g. iconv -f WINDOWS-1252 -t UTF-8") from error


def _utf16(data: bytes, *, place: str) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise InputError("is not UTF-16, as its mark says", place=place, remedy="save it as UTF-8") from error


def json_object(line: str, *, place: str) -> dict[str, object]:
    """Return the JSON object of one line; raise InputError if it is none."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"is not JSON: {error}", place=place, remedy="write one JSON object a line") from error
    except RecursionError as error:
        raise InputError("is nested too deep", place=place, remedy="write one JSON object a line") from error
    if not isinstance(row, dict):
        raise InputError("is not a JSON object", place=place, remedy="write one JSON object a line")
    return row


def drafts_of_file(
    path: Path,
    given: Metadata,
    *,
    name: str,
    on_problem: Callable[[KgError], None],
    columns: Mapping[str, str] = _GUESSED,
) -> Iterator[Draft]:
    """Yield the articles of one file; `given` metadata go before the file's own. Raises InputError if it is unreadable.

    `name` is the id of its article, or what the ids of several begin with; `columns` says what a table or export calls
    the fields of an article, the others are guessed. A suffix that is not known is read as plain text.
    """
    try:
        check_regular(path)
        if suffix_of(path) in _LINES:
            lines = lines_of(path, on_problem=on_problem)
            yield from drafts_of_lines(lines, place=str(path), name=name, on_problem=on_problem, columns=columns)
            return
        yield from _drafts(_articles(path, columns, on_problem), given, name, on_problem)
    except OSError as error:
        raise unreadable(error, path) from error


def drafts_of_text(text: str, *, place: str, name: str, on_problem: Callable[[KgError], None]) -> Iterator[Draft]:
    """Yield the article that a plain text is, or those of a news database's export; report what can not be read."""
    whole = Article(place, None, None, text, Metadata())
    return _drafts(articles_in([whole], on_problem=on_problem), Metadata(), name, on_problem)


def _drafts(
    articles: Iterable[Article], given: Metadata, name: str, on_problem: Callable[[KgError], None]
) -> Iterator[Draft]:
    for article in articles:
        own = article.id or (name if article.number is None else f"{name}-{article.number}")
        about = given.or_else(article.about)
        try:
            yield Draft(article.place, _document(own, article.text, about, place=article.place))
        except InputError as error:
            on_problem(error)


def _articles(path: Path, columns: Mapping[str, str], on_problem: Callable[[KgError], None]) -> Iterator[Article]:
    """Return the articles of a file as the reader of its kind finds them."""
    place, suffix = str(path), suffix_of(path)
    if suffix in _CRAWLS:
        return articles_of_warc(path, on_problem=on_problem)
    match suffix:
        case ".docx" | ".pdf" | ".rtf":
            return articles_in(_OF_TEXT[suffix](path), on_problem=on_problem)
        case ".eml":
            return articles_of_eml(path)
        case ".mbox":
            return articles_of_mbox(path, on_problem=on_problem)
        case ".rss" | ".atom" | ".xml":
            return articles_of_feed(path, on_problem=on_problem)
        case ".xlsx" | ".parquet":
            of_table = articles_of_xlsx if suffix == ".xlsx" else articles_of_parquet
            return of_table(path, columns=columns, on_problem=on_problem)
    text = decoded(path.read_bytes(), place=place)
    match suffix:
        case ".json":
            return articles_of_json(text, place=place, columns=columns, on_problem=on_problem)
        case ".csv" | ".tsv":
            return articles_of_csv(text, place=place, columns=columns, on_problem=on_problem)
    if suffix in _READERS:
        words, about = _READERS[suffix](text, place)
        return iter([Article(place, None, None, words, about)])
    return articles_in([Article(place, None, None, text, Metadata())], on_problem=on_problem)


def drafts_of_lines(
    lines: Iterable[bytes],
    *,
    place: str,
    name: str,
    on_problem: Callable[[KgError], None],
    columns: Mapping[str, str] = _GUESSED,
) -> Iterator[Draft]:
    """Yield the article of each JSONL line (fields id, date, title, outlet, url, text); report lines that hold none.

    A line without an id is named by `name` and the number of the line.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        here = f"{place}:{number}"
        try:
            row = json_object(decoded(line, place=here), place=here)
            own, text, about = article_of(fields_of(row, columns, place=here), place=here)
            yield Draft(here, _document(own or f"{name}-{number}", text, about, place=here))
        except InputError as error:
            on_problem(error)


def unreadable(error: OSError, path: Path) -> InputError:
    """Return the problem of a file or folder that the system does not let us read."""
    return InputError(f"can not be read: {error.strerror}", place=str(path), remedy="check its permissions")


def check_regular(path: Path) -> None:
    """Raise InputError for a pipe or a device, which may never end, and for what no article is as long as."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise InputError("is no regular file", place=str(path), remedy="save it as a file")
    if suffix_of(path) not in STREAMED and about.st_size > LARGEST:
        raise InputError(f"has more than {LARGEST:,} bytes", place=str(path), remedy="split it into articles")


def name_of(path: PurePath) -> str:
    """Return a path without suffix, its folders with slashes between; signs that are not UTF-8 are replaced."""
    packed = suffix_of(path) != path.suffix.lower()
    bare = path.with_suffix("").with_suffix("") if packed else path.with_suffix("")
    return one_line(os.fsencode(bare.as_posix()).decode(errors="replace"))


def _document(identifier: str, text: str, about: Metadata, *, place: str) -> Document:
    for words in (identifier, text, about.title, about.outlet, about.url):
        if words is not None and SURROGATE.search(words):
            raise InputError("holds half a character", place=place, remedy="write it as UTF-8, without lone surrogates")
    return Document(identifier, text, date=about.date, title=about.title, outlet=about.outlet, url=about.url)


def _check_foreign(text: str, *, place: str) -> None:
    """Raise LeftOut for a page that kg itself wrote: of its own words nothing is news."""
    if any(mark in text[:_HEAD] for mark in WRITTEN_BY_KG):
        raise LeftOut("is a page that kg wrote", place=place, remedy="give the articles that it was made from")


def _markdown(text: str, place: str) -> tuple[str, Metadata]:
    _check_foreign(text, place=place)
    return article_of_markdown(text, place=place)


def _html(text: str, place: str) -> tuple[str, Metadata]:
    _check_foreign(text, place=place)
    found = article_of_page(text, place=place)
    if found is None:
        raise InputError("holds no article", place=place, remedy="save the page with its text, or give it as .txt")
    return found


_READERS: dict[str, Callable[[str, str], tuple[str, Metadata]]] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
}
_OF_TEXT: dict[str, Callable[[Path], Iterator[Article]]] = {
    ".docx": articles_of_docx,
    ".pdf": articles_of_pdf,
    ".rtf": articles_of_rtf,
}
_LINES = frozenset({".jsonl", ".jsonl.gz", ".jsonl.zst"})
_CRAWLS = frozenset({".warc", ".warc.gz", ".wet.gz"})
STREAMED = _LINES | _CRAWLS | {".parquet"}
"""Files of many articles, which may be of any length: only a part of them is in memory."""
_WHOLE = frozenset({".json", ".csv", ".tsv", ".xlsx", ".rss", ".atom", ".xml", ".eml", ".mbox", *_OF_TEXT})
TAKEN_APART = (_WHOLE | _READERS.keys()) - {".csv", ".tsv"}
"""Files of which a library makes what it likes, in the time and the memory that it likes."""
KNOWN_SUFFIXES = STREAMED | _WHOLE | _READERS.keys() | {".txt"}
"""What a folder is searched for."""
