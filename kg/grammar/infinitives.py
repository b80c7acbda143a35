"""Infinitives that parsers coordinate with finite verbs, or put behind a preposition, which English does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.attachment import Attachment
from kg.grammar.syntax import ANY_SUBJECTS, AUXILIARIES, UNMISTAKABLE, is_finite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Token

BESIDE = frozenset({"conj", "advcl", "parataxis"})


def finite_verbs_beside_infinitives(doc: Doc) -> Iterator[Attachment]:
    """No finite verb is coordinated with an infinitive, but with the finite one above: "hopes to meet, but [left]"."""
    for verb in doc:
        beside = verb.head
        if verb.dep_ == "conj" and verb.tag_ in UNMISTAKABLE and _is_marked_infinitive(beside):
            finite = next((above for above in beside.ancestors if is_finite(above)), None)
            if finite is not None and finite.i < verb.i:
                yield Attachment(verb.i, finite.i, "conj")


def infinitives_beside_finite_verbs(doc: Doc) -> Iterator[Attachment]:
    """Nor is a bare infinitive coordinated with a finite verb, but with the one under it: "asks them to stop, [leave]".

    "To" before the first of several is that of all (Quirk et al. 1985, 13.80).
    """
    for verb in doc:
        bare = verb.tag_ == "VB" and verb.dep_ in BESIDE and verb.head.i < verb.i
        if not bare or any(child.dep_ in ANY_SUBJECTS | AUXILIARIES | {"mark"} for child in verb.children):
            continue
        before = doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
        joined = before.text == "," or any(child.dep_ == "cc" or child.text == "," for child in verb.lefts)
        first = _infinitive_under(verb)
        if joined and first is not None and verb not in first.ancestors:
            yield Attachment(verb.i, first.i, "conj")


def marks_of_infinitives(doc: Doc) -> Iterator[Attachment]:
    """No preposition stands before an infinitive: in "is due [to] meet" the last word is its mark, not part of one."""
    for mark in doc:
        verb = mark.head.head
        joined = mark.dep_ == "fixed" and (mark.tag_ == "TO" or mark.pos_ == "PART")
        if joined and verb.tag_ == "VB" and mark.head.dep_ in {"case", "mark"}:
            yield Attachment(mark.i, verb.i, "mark")


def _infinitive_under(verb: Token) -> Token | None:
    """Return the infinitive with "to" before a bare one that both may be said of, the one above it or under that."""
    above = verb.head
    if _is_marked_infinitive(above):
        return above if verb.dep_ != "conj" else None
    below = [child for child in above.rights if child.i < verb.i and _is_marked_infinitive(child)]
    return below[-1] if below and is_finite(above) else None


def _is_marked_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.dep_ == "mark" and child.tag_ == "TO" for child in verb.children)
