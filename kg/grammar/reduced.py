"""Reduced relative clauses that parsers take for the predicate: "footage [said] to show it was shared"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import ANY_SUBJECTS, AUXILIARIES, SUBJECTS, is_finite, marks_of
from kg.grammar.tree import ROOTS

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

PAST, PARTICIPLE, GERUND, INFINITIVE = "VBD", "VBN", "VBG", "VB"
TAGS = frozenset({PAST, PARTICIPLE, GERUND})
BEHIND = frozenset({"ccomp", "xcomp", "parataxis", "conj", "advcl"})
"""How parsers hang the true predicate below the participle before it."""
CUT_OFF = frozenset({"ccomp", "parataxis", "advcl"})
WHOLE = frozenset({"xcomp", "ccomp", "advcl"})


def restore_reduced(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the participles of hearsay that a parser took for finite verbs.

    Nobody whom the text names says anything before an infinitive of what is said, where a finite verb without a
    subject stands behind that: "a man [believed] to have shot her fled" (Bever 1970; Quirk et al. 1985, 17.28).
    """
    for verb in doc:
        if verb.pos_ != "VERB" or verb.tag_ not in TAGS or not _is_hearsay(verb, words):
            continue
        if verb.tag_ == GERUND:
            _own_infinitive(doc, verb)
            continue
        subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
        if subject is None:
            _restore_object(doc, verb)
        elif (predicate := _predicate_behind(verb)) is not None:
            _exchange(doc, subject, verb, predicate)
    return doc


def _is_hearsay(verb: Token, words: Words) -> bool:
    """Say whether a verb has nothing between it and the infinitive of what is said, and no auxiliary of its own."""
    behind = verb.i + 1
    opened = behind < len(verb.doc) and verb.doc[behind].tag_ == "TO"
    opened &= verb.lemma_.lower() in words.factuality.hearsay_verb
    return opened and not any(child.dep_ in AUXILIARIES for child in verb.children)


def _predicate_behind(verb: Token) -> Token | None:
    """Return the finite verb without a subject and a conjunction that stands behind what is said."""
    for below in verb.doc[verb.i + 2 : verb.right_edge.i + 1]:
        bare = not any(child.dep_ in {*ANY_SUBJECTS, "cc", "mark"} for child in below.children)
        if bare and is_finite(below) and below.pos_ == "VERB" and below.dep_ in BEHIND:
            return below
    return None


def _exchange(doc: Doc, subject: Token, verb: Token, predicate: Token) -> None:
    """Let the predicate stand where the participle stood, with its subject, which the participle only describes."""
    if verb.dep_ in ROOTS:
        doc.free(predicate)
    else:
        doc.attach(predicate, verb.head, verb.dep_)
    passive = any(child.dep_ == "aux:pass" for child in predicate.children)
    doc.attach(subject, predicate, "nsubj:pass" if passive else "nsubj")
    _describe(doc, verb, subject)
    for child in verb.children:
        if child.i > predicate.i or child.i < subject.left_edge.i:
            doc.attach(child, predicate, child.dep_)


def _restore_object(doc: Doc, verb: Token) -> None:
    """Hang a participle that begins right behind the object of the verb above it on that: "aired a clip [said] to"."""
    if verb.dep_ not in CUT_OFF or marks_of(verb) or verb.left_edge.i != verb.i:
        return
    noun = next((child for child in verb.head.rights if child.dep_ == "obj" and child.right_edge.i == verb.i - 1), None)
    if noun is not None:
        _describe(doc, verb, noun)


def _describe(doc: Doc, verb: Token, noun: Token) -> None:
    doc.attach(verb, noun, "acl")
    verb.tag_ = PARTICIPLE
    _own_infinitive(doc, verb)


def _own_infinitive(doc: Doc, verb: Token) -> None:
    """Let the infinitive behind a verb of hearsay be what is said, and no aim: "pictures purporting [to show] it"."""
    for child in verb.rights:
        if child.tag_ == INFINITIVE and child.dep_ in WHOLE:
            doc.attach(child, verb, "xcomp")
