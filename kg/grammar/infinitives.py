"""Infinitives that parsers coordinate with finite verbs, or put behind a preposition, which English does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.attachment import Attachment
from kg.grammar.syntax import ANY_SUBJECTS, AUXILIARIES, CLAUSES_OF_NOUNS, UNMISTAKABLE, is_finite, marker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

BESIDE = frozenset({"conj", "advcl", "parataxis"})
ASKED, ANSWERS = frozenset({"obj", "iobj", "obl"}), frozenset({"xcomp", "ccomp", "advcl"})


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


def restore_requests(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with infinitives of what somebody is asked for hung on the asking; once is enough.

    Parsers hang them on what is told of whom one asks: "urged the men who hold Ann in Gaza [to release] her". Behind
    such a clause with words of its own nobody else asks for anything.
    """
    for verb in doc:
        clause = verb.head
        if (
            verb.dep_ not in BESIDE | {"xcomp"}
            or clause.dep_ not in CLAUSES_OF_NOUNS
            or not _is_marked_infinitive(verb)
        ):
            continue
        asking = _asking(clause, words)
        if asking is not None and clause.i + 1 < verb.left_edge.i:
            doc.attach(verb, asking, "advcl" if marker_of(_below(clause, asking)) else "xcomp")
    return doc


def _asking(clause: Token, words: Words) -> Token | None:
    """Return the verb that asks those of whom a clause tells for something, and has not said yet for what."""
    for phrase in (clause.head, clause.head.head):
        verb = phrase.head
        if phrase.dep_ not in ASKED or phrase.i < verb.i or verb.pos_ != "VERB":
            continue
        lemma, marker = verb.lemma_.lower(), marker_of(phrase)
        asks = f"{lemma} {marker}" in words.prepositions.control or (
            not marker and lemma in words.function.directing_verb
        )
        told = any(child.dep_ in ANSWERS and child.i > phrase.i for child in verb.children)
        return verb if asks and not told else None
    return None


def _below(token: Token, verb: Token) -> Token:
    """Return the dependent of a verb that a token stands under."""
    while token.head is not verb and token.head is not token:
        token = token.head
    return token


def _infinitive_under(verb: Token) -> Token | None:
    """Return the infinitive with "to" before a bare one that both may be said of, the one above it or under that."""
    above = verb.head
    if _is_marked_infinitive(above):
        return above if verb.dep_ != "conj" else None
    below = [child for child in above.rights if child.i < verb.i and _is_marked_infinitive(child)]
    return below[-1] if below and is_finite(above) else None


def _is_marked_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.dep_ == "mark" and child.tag_ == "TO" for child in verb.children)
