"""Clauses turned round: the verb before its subject, behind the words that it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.attachment import Attachment
from kg.grammar.syntax import ANY_SUBJECTS, FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Token

CLOSING = frozenset("”\"'’,?!…")
"""The marks behind which a verb says what stands before it, and who says it follows."""


def subjects_behind_the_verb(doc: Doc) -> Iterator[Attachment]:
    """Behind what it says a finite verb has its subject, and no object: "“He never wrote,” added [his mother]"."""
    for phrase in doc:
        verb = phrase.head
        behind = phrase.dep_ == "obj" and phrase.left_edge.i == verb.i + 1 and verb.tag_ in FINITE and verb.i > 0
        if behind and doc[verb.i - 1].text in CLOSING and not _has_subject(verb) and _says_before(verb):
            yield Attachment(phrase.i, verb.i, "nsubj")


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ANY_SUBJECTS for child in verb.children)


def _says_before(verb: Token) -> bool:
    return any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children)
