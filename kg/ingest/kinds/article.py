"""What every reader of a file gives: an article as its source has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kg.ingest.metadata import Metadata


class Article(NamedTuple):
    """An article of a file; `id` is its own, None where it has none, `number` its place there, None of a lone one."""

    place: str
    id: str | None
    number: int | None
    text: str
    about: Metadata
