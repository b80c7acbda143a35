"""Pronouns that grammar itself binds to a subject: "it" for a country or organization, "they" for a pair."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.records import MentionKind
from kg.resolve.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from kg.resolve.context import Context

BODIES = frozenset({"Country", "Organization"})
AGENTS = BODIES | {"Person"}
CLAUSES = frozenset(
    {"ccomp", "advcl", "conj", "xcomp", "acl:relcl", "ROOT", "parataxis", "advcl:relcl", "acl", "csubj"}
)
INSIDE = frozenset({"xcomp", "conj", "advcl"})
DEPTH = 8


def find_bound(context: Context, found: Iterable[Found]) -> Iterator[Found]:
    """Yield the pronouns that mean the subject over them, as grammar has it.

    A possessive means the subject of its own clause ("Russia stepped up its attacks"), a subject that of the verb whose
    content its clause is ("the Pentagon said it was pausing"). Others are left alone.
    """
    subjects = _by_head(context, found)
    for token in context.doc:
        if token.tag_ not in {"PRP", "PRP$"} or (subject := _binder(token)) is None:
            continue
        if token.lower_ in context.words.pronouns.neuter_pronoun:
            meant = [item for item in subjects.get(subject.i, ()) if item.identity.kind in BODIES][:1]
        elif token.lower_ in context.words.pronouns.pair_pronoun:
            meant = _pair(subject, subjects)
        else:
            continue
        for item in meant:
            bound = Found(
                token.idx, token.idx + len(token), item.identity, MentionKind.PRONOUN, "subject over a pronoun"
            )
            subjects.setdefault(token.i, []).append(bound)
            yield bound


def _by_head(context: Context, found: Iterable[Found]) -> dict[int, list[Found]]:
    heads: defaultdict[int, list[Found]] = defaultdict(list)
    for item in found:
        span = context.doc.char_span(item.start, item.end, alignment_mode="expand")
        if span is not None and item.identity.kind in AGENTS:
            heads[span.root.i].append(item)
    return dict(heads)


def _pair(subject: Token, subjects: Mapping[int, Sequence[Found]]) -> list[Found]:
    """Return two or more of one kind: "Trump and Putin", "both leaders"; a single one is no pair."""
    tokens = [subject, *(child for child in subject.children if child.dep_ == "conj")]
    items = {item.identity.key: item for token in tokens for item in subjects.get(token.i, ())}
    kinds = {item.identity.kind for item in items.values()}
    return list(items.values()) if len(items) > 1 and len(kinds) == 1 else []


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
