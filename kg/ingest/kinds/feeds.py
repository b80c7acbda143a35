"""RSS and Atom feeds: an entry is an article, with the whole of it where the feed gives it."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from datetime import date
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final

from kg.errors import InputError, KgError, LeftOut, unforeseen
from kg.ingest.kinds.article import Article
from kg.ingest.kinds.fragments import words_of
from kg.ingest.kinds.tags import without_surplus
from kg.ingest.metadata import metadata_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d(?=T)")


def articles_of_feed(path: Path, *, on_problem: Callable[[KgError], None]) -> Iterator[Article]:
    """Yield the entries of a feed, title before text; report those without words. LeftOut where it is no feed."""
    import feedparser

    # Whatever its encoding is, tags are those of ASCII, and every byte is some letter of Latin-1.
    bounded = without_surplus(path.read_bytes().decode("latin-1")).encode("latin-1")
    # A stream, as the library takes a string for an address; links stay as they are written.
    feed = feedparser.parse(io.BytesIO(bounded), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version"):
        raise LeftOut("is XML, but no feed of articles", place=str(path), remedy="give RSS or Atom")
    outlet = _line(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, start=1):
        place = f"{path}: entry {number}"
        try:
            yield _article(entry, outlet, place=place, number=number)
        except InputError as error:
            on_problem(error)
        except Exception as error:  # noqa: BLE001 (one entry must not end the reading of the others)
            on_problem(unforeseen(error, place=place))


def _article(entry: Any, outlet: str | None, *, place: str, number: int) -> Article:
    title, text = _line(entry.get("title")), words_of(_longest(entry))
    if not text.strip():
        raise InputError("has no text", place=place, remedy="leave it out, or give the article itself")
    told = {"date": _day(entry, place=place), "title": title, "outlet": outlet, "url": _line(entry.get("link"))}
    return Article(place, None, number, f"{title}\n\n{text}" if title else text, metadata_from(told, place=place))


def _longest(entry: Any) -> str:
    """Return the longest of the texts that an entry has: a summary stands beside the whole."""
    texts: list[str] = [content.get("value", "") for content in entry.get("content", ())]
    return max([*texts, str(entry.get("summary", ""))], key=len)


def _line(words: object) -> str | None:
    return " ".join(words_of(words).split()) or None if isinstance(words, str) else None


def _day(entry: Any, *, place: str) -> date | None:
    """Return the day of publication where it was published: an early morning in Seoul is still yesterday in UTC."""
    raw = str(entry.get("published") or entry.get("updated") or "")
    if iso := _ISO.match(raw):
        raw = iso[0]
    with suppress(ValueError, OverflowError):
        return date.fromisoformat(raw) if iso else parsedate_to_datetime(raw).date()
    # Where the one is not there, the library's own `get` takes the other for it, with a warning.
    moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    try:
        return date(*moment[:3]) if moment else None
    except ValueError as error:
        raise InputError(f'"date" is no day: {error}', place=place, remedy="write it as YYYY-MM-DD") from error
