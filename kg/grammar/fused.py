"""Relatives without a noun before them: "held [what he calls useful talks]" tells of talks that were held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.speech import speech_at
from kg.grammar.syntax import CLAUSES_OF_NOUNS, marker_of, marks_of
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

DESCRIBES = Term("Describes")
PRONOUN, PRESENT, GERUND = "WP", "VBZ", "VBG"
NOUNS, CALLED = frozenset({"NN", "NNS", PRESENT}), frozenset({"xcomp", "obl", "advcl", "obj"})
PLACES, BELOW = frozenset({"obj", "obl", "nmod", "nsubj:pass", "nsubj"}), {"obl": "nmod", "advcl": "acl"}


def restore_fused(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with what somebody calls something in the place of that; once is enough.

    Such a clause says what its speaker thinks of a thing, and leaves that where "what" stands: parsers hang it under
    the verb of saying, as though it were only said.
    """
    for pronoun in doc:
        verb = _naming(pronoun, words)
        noun = None if verb is None else _called(verb, words)
        if verb is not None and noun is not None:
            _restore(doc, pronoun, verb, noun)
    return doc


def _restore(doc: Doc, pronoun: Token, verb: Token, noun: Token) -> None:
    place = pronoun.head if pronoun.dep_ == "det" else pronoun
    before, label, above = [child for child in place.children if child.dep_ == "case"], place.dep_, place.head
    if noun.tag_ == PRESENT:  # "called them useful [talks]"
        noun.pos_, noun.tag_ = "NOUN", "NNS"
    participle = noun.head
    doc.attach(noun, above, label)
    if participle.tag_ == GERUND and participle is not verb:  # "described as encouraging [talks]"
        for mark in (child for child in tuple(participle.children) if child.dep_ == "mark"):
            doc.attach(mark, verb, "mark")
        doc.attach(participle, noun, "amod")
    for child in tuple(noun.children):
        if child.dep_ == "case":
            doc.attach(child, verb, "mark")
        elif child.dep_ in BELOW:
            doc.attach(child, noun, BELOW[child.dep_])
    doc.attach(verb, noun, "acl:relcl")
    doc.attach(pronoun, verb, "obj")
    if place is not pronoun:
        doc.attach(place, verb, "nsubj")
    for child in before:
        doc.attach(child, noun, "case")


def _naming(pronoun: Token, words: Words) -> Token | None:
    """Return the verb by which somebody says what something is, whose object is a pronoun that stands for no noun."""
    place = pronoun.head if pronoun.dep_ == "det" else pronoun
    if pronoun.tag_ != PRONOUN or place.dep_ not in PLACES or place.head.i > place.i:
        return None
    for clause in place.rights:
        speech = speech_at(clause, words) if clause.dep_ in CLAUSES_OF_NOUNS else None
        if speech is not None and speech.stance == DESCRIBES:
            return clause
    return None


def _called(verb: Token, words: Words) -> Token | None:
    """Return the noun for what something is called, behind the verb or a participle that parsers have for another."""
    as_ = words.prepositions.capacity
    for child in (*verb.rights, *verb.head.head.rights):
        if child.i < verb.i:
            continue
        part = child.tag_ == GERUND and child.dep_ == "advcl"
        marked = part and (marks_of(child) & as_ or any(marker_of(noun) in as_ for noun in child.rights))
        noun = next((noun for noun in child.rights if noun.dep_ in CALLED), None) if marked else child
        if noun is None or noun.tag_ not in NOUNS or noun.dep_ not in CALLED:
            continue
        if marked or (noun.head is verb and not (marker_of(noun) and marker_of(noun) not in as_)):
            return noun
    return None
