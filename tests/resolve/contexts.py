"""Contexts of hand-made trees and of plain words: what a rule of resolution asks, without a trained model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.records import Document
from kg.resolve.context import read_context
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from datetime import date

    from kg.grammar.tree import Doc
    from kg.knowledge import Knowledge
    from kg.resolve.context import Context


def context_of(doc: Doc, day: date | None = None, knowledge: Knowledge = KNOWLEDGE, outlet: str = "") -> Context:
    """Return the context of a document whose tree is given."""
    return read_context(doc, Document("case", doc.text, day, outlet=outlet or None), knowledge)
