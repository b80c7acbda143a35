"""What a manifest, front matter, a JSONL line or a page says about an article beside its text."""

from __future__ import annotations

import reprlib
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.dateline import parse_date
from kg.ingest.layout import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

_YEARS = range(1000, 3000)
"""Far enough from the ends of the calendar that what a text counts from its day of publication stays in it."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of `records.Document` that describe an article; None where unknown."""

    date: date | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        """Raise InputError for a day on which nothing was published, and from which no text could count."""
        if self.date is not None and self.date.year not in _YEARS:
            remedy = f"name a day of the years {_YEARS.start} to {_YEARS.stop - 1}"
            raise InputError(f"{self.date.isoformat()} is no day of publication", remedy=remedy)

    def or_else(self, other: Metadata) -> Metadata:
        """Return these fields, and those of `other` where these are None."""
        own, others = ([getattr(each, field.name) for field in fields(Metadata)] for each in (self, other))
        return Metadata(*(other if mine is None else mine for mine, other in zip(own, others, strict=True)))


def metadata_from(row: Mapping[str, object], *, place: str) -> Metadata:
    """Return the metadata of a row of names and values; raise InputError for a date that names no day."""
    return Metadata(
        date=_date(row.get("date"), place=place),
        title=text_field(row, "title", place=place),
        outlet=text_field(row, "outlet", place=place),
        url=text_field(row, "url", place=place),
    )


def text_field(row: Mapping[str, object], name: str, *, place: str) -> str | None:
    """Return a field on one line, None where it is absent or empty; raise InputError if it is no text or number."""
    value = row.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise InputError(f'"{name}" is not a text', place=place, remedy=f'give "{name}" as a string')
    return one_line(str(value)) or None


def _date(value: object, *, place: str) -> date | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, datetime):
        value = value.date()
    found = value if isinstance(value, date) else parse_date(value) if isinstance(value, str) else None
    if found is None or found.year not in _YEARS:
        raise InputError(f'"date" is no day: {reprlib.repr(value)}', place=place, remedy="write it as YYYY-MM-DD")
    return found
