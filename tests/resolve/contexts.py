"""Contexts of hand-made trees and of plain words: what a rule of resolution asks, without a trained model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.records import Document
from kg.resolve.context import read_context
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.tree import Doc
    from kg.resolve.context import Context


def context_of(doc: Doc) -> Context:
    """Return the context of a document whose tree is given."""
    return read_context(doc, Document("case", doc.text), KNOWLEDGE)
