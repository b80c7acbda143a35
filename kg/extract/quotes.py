"""Quotations (being written)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.records import Document, Event, Resolution


def statements(doc: Doc, document: Document, resolution: Resolution) -> tuple[Event, ...]:
    """Return nothing yet."""
    del doc, document, resolution
    return ()
