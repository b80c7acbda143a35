"""From files to documents: the article's own words, without what the page prints around them."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg.errors import InputError, KgError, LeftOut, unforeseen
from kg.ingest.apart import drafts_of_rows
from kg.ingest.boilerplate import headline, without_boilerplate
from kg.ingest.dateline import publication_date
from kg.ingest.formats import KNOWN_SUFFIXES, Draft, decoded, drafts_of_lines, drafts_of_text, name_of, unreadable
from kg.ingest.kinds.streams import suffix_of
from kg.ingest.layout import in_parts, normalised, paragraphs
from kg.ingest.manifest import Row
from kg.ingest.metadata import Metadata
from kg.ingest.sources import drafts_of_row, rows_of_path
from kg.records import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kg.knowledge.boilerplate import Boilerplate
    from kg.workers import Budget

__all__ = [
    "KNOWN_SUFFIXES",
    "Metadata",
    "Row",
    "articles_of",
    "name_of",
    "read",
    "read_text",
    "rows_of",
    "suffix_of",
    "taken",
]

LONGEST = 100_000
"""Characters of the longest text that is read as one document."""
_DASH, _STDIN = "-", "stdin"
_UNKNOWN = Metadata()
_GUESSED: Mapping[str, str] = {}


def read(
    sources: Sequence[Path | Literal["-"]],
    patterns: Boilerplate,
    *,
    on_problem: Callable[[KgError], None],
    about: Metadata = _UNKNOWN,
    columns: Mapping[str, str] = _GUESSED,
    follow: bool = False,
    budget: Budget | None = None,
) -> Iterator[Document]:
    """Yield the articles of files, folders, manifests and, for "-", standard input, in the order given.

    Raises InputError at once if a path does not exist. What can not be read, an id met before, and what a manifest or a
    link names outside its folder unless we `follow` it, goes to `on_problem` and the rest goes on. `Document.id` is the
    article's own, else its path below the folder given, without suffix. `Document.text` has one blank line between
    paragraphs and no boilerplate; its date and title are those of the metadata, else of `about`, else a date line's and
    the first line's, else None. `columns` says what tables and exports call the fields id, date, outlet, title, url and
    text; what it does not say is guessed. With a budget, pages, PDF and the like are read in another process, and one
    that takes more than it can not be read.
    """
    _check(sources)
    drafts = (
        _drafts(source, follow=follow, on_problem=on_problem, columns=columns, budget=budget) for source in sources
    )
    return _documents(chain.from_iterable(drafts), patterns, about, on_problem=on_problem)


def read_text(text: str, patterns: Boilerplate, *, id: str, about: Metadata = _UNKNOWN) -> Document:  # noqa: A002 (as of documents)
    """Return the article that a text is, read like that of a file; InputError if it is empty."""
    return _article(_with_metadata(Draft(id, Document(id, text)), about), patterns)


def rows_of(sources: Sequence[Path], *, on_problem: Callable[[KgError], None], follow: bool = False) -> Iterator[Row]:
    """Yield the files that `read` would read, in its order, for `articles_of`, which may do so on another machine."""
    _check(sources)
    yield from chain.from_iterable(rows_of_path(Path(path), follow=follow, on_problem=on_problem) for path in sources)


def articles_of(
    row: Row,
    patterns: Boilerplate,
    *,
    on_problem: Callable[[KgError], None],
    about: Metadata = _UNKNOWN,
    columns: Mapping[str, str] = _GUESSED,
) -> Iterator[tuple[str, tuple[Document, ...]]]:
    """Yield where each article of a file stands and what it is: one document, or several where it is too long.

    Nobody has looked yet whether its id is `taken`.
    """
    yield from _articles(drafts_of_row(row, on_problem=on_problem, columns=columns), patterns, about, on_problem)


def taken(id: str, first: str, *, place: str) -> InputError:  # noqa: A002 (as of documents)
    """Return the problem of an article whose id is that of another one, which came first."""
    return InputError(f'has the id "{id}" of {first}', place=place, remedy="rename one of the two")


def _check(sources: Sequence[Path | Literal["-"]]) -> None:
    for path in (Path(source) for source in sources if str(source) != _DASH):
        try:
            path.stat()
        except FileNotFoundError as error:
            raise InputError("no such file or folder", place=str(path), remedy="check the path") from error
        except OSError as error:
            raise unreadable(error, path) from error


def _drafts(
    source: Path | Literal["-"],
    *,
    follow: bool,
    on_problem: Callable[[KgError], None],
    columns: Mapping[str, str],
    budget: Budget | None,
) -> Iterator[Draft]:
    if str(source) == _DASH:
        return _drafts_of_stdin(on_problem=on_problem, columns=columns)
    rows = rows_of_path(Path(source), follow=follow, on_problem=on_problem)
    return drafts_of_rows(rows, on_problem=on_problem, columns=columns, budget=budget)


def _drafts_of_stdin(*, on_problem: Callable[[KgError], None], columns: Mapping[str, str]) -> Iterator[Draft]:
    """Yield the articles of JSONL, if the first line begins with a brace, else one article with the id "stdin"."""
    if sys.stdin is None:
        on_problem(InputError("is closed", place="standard input", remedy="send it a text, or name a file"))
        return
    stream = sys.stdin.buffer
    first = stream.readline()
    if first.lstrip().startswith(b"{"):
        lines = chain([first], stream)
        yield from drafts_of_lines(lines, place=_STDIN, name=_STDIN, on_problem=on_problem, columns=columns)
        return
    try:
        text = decoded(first + stream.read(), place=_STDIN)
    except InputError as error:
        on_problem(error)
        return
    yield from drafts_of_text(text, place=_STDIN, name=_STDIN, on_problem=on_problem)


def _documents(
    drafts: Iterator[Draft], patterns: Boilerplate, about: Metadata, *, on_problem: Callable[[KgError], None]
) -> Iterator[Document]:
    places: dict[str, str] = {}
    for place, documents in _articles(drafts, patterns, about, on_problem):
        if (other := next((one.id for one in documents if one.id in places), None)) is not None:
            on_problem(taken(other, places[other], place=place))
            continue
        places |= dict.fromkeys((document.id for document in documents), place)
        if len(documents) > 1:
            ids = f"{documents[0].id} to {documents[-1].id}"
            told = f"has more than {LONGEST:,} characters and is read in parts, {ids}"
            on_problem(LeftOut(told, place=place, remedy="split it yourself if it holds several articles"))
        yield from documents


def _articles(
    drafts: Iterator[Draft], patterns: Boilerplate, about: Metadata, on_problem: Callable[[KgError], None]
) -> Iterator[tuple[str, tuple[Document, ...]]]:
    for draft in drafts:
        try:
            yield draft.place, _parts(_article(_with_metadata(draft, about), patterns))
        except InputError as error:
            on_problem(error)
        except Exception as error:  # noqa: BLE001 (one article must not end the build of the others)
            on_problem(unforeseen(error, place=draft.place))


def _parts(document: Document) -> tuple[Document, ...]:
    """Return a document, in parts that are numbered like the lines of a file if it is longer than any article."""
    if len(document.text) <= LONGEST:
        return (document,)
    texts = ("\n\n".join(part) for part in in_parts(document.text.split("\n\n"), LONGEST))
    return tuple(
        replace(document, id=f"{document.id}-{number}", text=text) for number, text in enumerate(texts, start=1)
    )


def _with_metadata(draft: Draft, about: Metadata) -> Draft:
    """Return the draft with what is known of all articles where it says nothing of itself."""
    own = draft.document
    known = Metadata(own.date, own.title, own.outlet, own.url).or_else(about)
    return draft._replace(document=replace(own, date=known.date, title=known.title, outlet=known.outlet, url=known.url))


def _article(draft: Draft, patterns: Boilerplate) -> Document:
    """Return the document with the words of the article only; raise InputError if there are none."""
    page = paragraphs(normalised(draft.document.text))
    if not page:
        raise InputError("is empty", place=draft.place, remedy="give it a text or leave it out")
    article = without_boilerplate(page, patterns)
    if not article:
        raise InputError("holds no article, only what pages print around one", place=draft.place, remedy="leave it out")
    return replace(
        draft.document,
        text="\n\n".join(article),
        date=draft.document.date or publication_date(page, patterns, url=draft.document.url),
        title=draft.document.title or headline(article),
    )
