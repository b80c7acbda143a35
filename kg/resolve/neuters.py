"""Pronouns for countries and organizations, where grammar itself says whom they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.records import MentionKind
from kg.resolve.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from kg.resolve.context import Context

KINDS = frozenset({"Country", "Organization"})
CLAUSES = frozenset(
    {"ccomp", "advcl", "conj", "xcomp", "acl:relcl", "ROOT", "parataxis", "advcl:relcl", "acl", "csubj"}
)
INSIDE = frozenset({"xcomp", "conj", "advcl"})
DEPTH = 8


def find_neuters(context: Context, found: Iterable[Found]) -> Iterator[Found]:
    """Yield "it" and "its" for the country or organization that is the subject over them.

    A possessive means the subject of its own clause ("Russia stepped up its attacks"), a subject that of the verb whose
    content its clause is ("the Pentagon said it was pausing"). Others are left alone.
    """
    subjects: dict[int, Found] = {}
    for item in found:
        span = context.doc.char_span(item.start, item.end, alignment_mode="expand")
        if span is not None and item.identity.kind in KINDS:
            subjects.setdefault(span.root.i, item)
    for token in context.doc:
        if token.lower_ not in context.words.neuter_pronoun or token.tag_ not in {"PRP", "PRP$"}:
            continue
        subject = _binder(token)
        binder = subjects.get(subject.i) if subject is not None else None
        if binder is not None:
            end = token.idx + len(token)
            mention = Found(token.idx, end, binder.identity, MentionKind.PRONOUN, "subject over a pronoun")
            subjects.setdefault(token.i, mention)
            yield mention


def _binder(token: Token) -> Token | None:
    """Return the subject that binds the pronoun, None where grammar leaves it open."""
    clause = token.head
    for _ in range(DEPTH):
        if clause.dep_ in CLAUSES:
            break
        clause = clause.head
    if token.dep_ == "nmod:poss":
        while (own := _subject(clause)) is None and clause.dep_ in INSIDE:
            clause = clause.head
        return own if own is not None and own.i < token.i else None
    while clause.dep_ == "conj" and clause.head.i != clause.i:
        clause = clause.head
    if token.dep_ not in {"nsubj", "nsubj:pass"} or clause.dep_ != "ccomp":
        return None
    return _subject(clause.head)


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in {"nsubj", "nsubj:pass"}), None)
