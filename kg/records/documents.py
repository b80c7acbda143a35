"""Documents and spans of their characters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

Term = NewType("Term", str)
"""The local name of a class, property or individual of ontology/kg.ttl, such as "Call", "attacker" or "Paused"."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters start..end (end exclusive) of a document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One article as stored: offsets everywhere refer to `text`; `date` is the day of publication, if known."""

    id: str
    text: str
    date: date | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
