"""What the columns of other people's tables and exports mean: the field of an article behind each of their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.errors import InputError
from kg.ingest.metadata import metadata_from, text_field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.ingest.metadata import Metadata

FIELDS: Final = ("file", "id", "date", "outlet", "title", "url", "text")
"""What an article has, by the names of a manifest's columns."""

_KNOWN: Final[Mapping[str, tuple[str, ...]]] = {
    # Names as GDELT, Media Cloud, NewsAPI, Nexis, Factiva and common news corpora write them, the surest first.
    "file": ("file", "filename", "path"),
    "id": ("id", "guid", "articleid", "storiesid", "storyid", "docid", "documentid", "accessionno"),
    "date": (
        "date",
        "published",
        "publishdate",
        "publisheddate",
        "publicationdate",
        "pubdate",
        "publishedat",
        "datepublished",
        "seendate",
        "datetime",
        "timestamp",
        "day",
    ),
    "outlet": (
        "outlet",
        "source",
        "sourcename",
        "medianame",
        "publication",
        "publisher",
        "newspaper",
        "sitename",
        "domain",
    ),
    "title": ("title", "headline"),
    "url": ("url", "link", "sourceurl", "weburl", "permalink", "uri"),
    "text": (
        "text",
        "fulltext",
        "body",
        "content",
        "articletext",
        "articlebody",
        "bodytext",
        "maintext",
        "article",
        "story",
    ),
}
_SIGNS: Final = re.compile(r"[\W_]+")


def named(names: list[str], given: Mapping[str, str], *, place: str) -> dict[str, str]:
    """Return the name of the column behind each field that a table has: the one given, else the surest guess.

    Raises InputError for a given column that the table does not have.
    """
    for field, column in given.items():
        if column not in names:
            remedy = f"its columns are {', '.join(names[:12])}"
            raise InputError(f"has no column {column!r} for the {field}", place=place, remedy=remedy)
    plain = {_SIGNS.sub("", name.casefold()): name for name in reversed(names)}
    guessed = {field: next((plain[each] for each in known if each in plain), None) for field, known in _KNOWN.items()}
    return {field: column for field, column in guessed.items() if column is not None} | dict(given)


def fields_of(row: Mapping[str, object], given: Mapping[str, str], *, place: str) -> dict[str, object]:
    """Return the fields of an article that a row of names and values holds; an outlet may stand in an object."""
    columns = named([name for name in row if isinstance(name, str)], given, place=place)
    found = {field: row[column] for field, column in columns.items()}
    if isinstance(outlet := found.get("outlet"), dict):
        found["outlet"] = outlet.get("name") or outlet.get("title")
    return found


def article_of(fields: Mapping[str, object], *, place: str) -> tuple[str | None, str, Metadata]:
    """Return id, text and metadata of an article's fields; raise InputError where it has no text."""
    text = fields.get("text")
    if not isinstance(text, str):
        raise InputError('has no "text"', place=place, remedy='give the article as a string, "text"')
    return text_field(fields, "id", place=place), text, metadata_from(fields, place=place)
