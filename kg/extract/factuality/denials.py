"""How far a denial reaches: what a denied deed was for is denied with it, what nobody is accused of is left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.granted import NOUNS
from kg.grammar.negation import empties, is_scarce
from kg.grammar.speech import speech_at
from kg.grammar.syntax import NOMINAL_SUBJECTS, is_definite, is_indefinite, is_passive, marker_of
from kg.grammar.words import entries, evokes
from kg.knowledge.lexicon import EntryKind
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.extract.factuality.operators import Effect, Operators
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

DENIES, ACCUSATION = Term("Denies"), Term("Accusation")


def is_left_undone(deed: Token, operators: Operators) -> bool:
    """Say whether a verb tells what was not done, and so not what it was for: "instead of [flying] to meet him".

    So what somebody denies to have been done: "denied that planes had [taken] off to bomb it".
    """
    marks = (child for child in deed.children if child.dep_ == "mark" and deed.tag_ == "VBG")
    if any(effect.negates for mark in marks for effect in operators.effects(mark)):
        return True
    return _is_denied(deed, operators)


def _is_denied(clause: Token, operators: Operators) -> bool:
    speech = speech_at(clause.head, operators.words) if clause.dep_ == "ccomp" else None
    return speech is not None and speech.stance == DENIES


def denied_with(noun: Token, operators: Operators) -> Token | None:
    """Return the verb above a clause in which an event that is new does what it is: "denied that [a raid] hit it".

    What is known may have happened in another way: "denied that the raid killed anybody".
    """
    verb = noun.head
    if noun.dep_ not in NOMINAL_SUBJECTS or not _is_denied(verb, operators):
        return None
    if not is_indefinite(noun, operators.words):
        return None
    return verb.head if evokes(verb, {operators.kind}, operators.words, operators.taxonomy) else None


def is_unspoken_charge(content: Token, operators: Operators) -> bool:
    """Say whether a clause tells what nobody accuses another of, which may be so: "did not accuse it of [raiding]"."""
    verb = content.head
    charges = any(entry.evokes == ACCUSATION for entry in entries(operators.words, verb, EntryKind.EVENT))
    if verb is content or not charges or content.pos_ != "VERB" or content.dep_ in {"conj", "parataxis"}:
        return False
    beside = [child for child in verb.children if child is not content]  # "blamed it for failing to act"
    if any(empties(child, operators.words) for child in beside):
        return True
    return any(effect.negates for child in beside for effect in operators.effects(child))


def is_doubted_by_few(argument: Token, operators: Operators) -> bool:
    """Say whether a verb of doubt or denial has next to nobody for its subject: "[few] doubt that it struck".

    Of other verbs one learns that there were few, and not that there was nobody: "few countries condemned it".
    """
    return is_scarce(argument, operators.words) and is_doubt(argument.head, operators)


def is_hard_to_deny(verb: Token, operators: Operators) -> bool:
    """Say whether an infinitive of doubt or denial is told to be hard: "it is impossible [to deny] that it struck"."""
    hard = verb.tag_ == "VB" and verb.head.lower_ in operators.words.negation.vain_adjective
    return hard and is_doubt(verb, operators)


def is_doubt(verb: Token, operators: Operators) -> bool:
    """Say whether a verb is one of doubt or denial, so that its content is so where nobody does it."""
    effects = operators.effects(verb)
    return any(e.negated is Factuality.ASSERTED or Factuality.DENIED.value in e.gives for e in effects)


def is_denied_by_all(verb: Token, operators: Operators, effects: Collection[Effect]) -> bool:
    """Say whether a negated verb of doubt or denial is so for all: "it is not disputed", "nobody would deny"."""
    if not is_doubt(verb, operators):
        return False
    alone = is_passive(verb) and not any(child.dep_ == "obl:agent" for child in verb.children)
    return alone or any(effect.universal for effect in effects)


def deed_told_beside(way: Token, operators: Operators, words: Words) -> Token | None:
    """Return the verb for whose deed an adjunct has another word: "did not [kill] civilians in an air strike".

    What the text points back to happened, and so did what nobody in particular suffered from: "hurt nobody in a raid".
    """
    verb = way.head
    if "obj" not in verb.labels or verb.pos_ != "VERB" or marker_of(way) not in words.prepositions.inner:
        return None
    if is_passive(verb) or is_definite(way, words):
        return None
    suffers = any(child.dep_ == "obj" and child.pos_ in NOUNS for child in verb.children)
    evoked = (entry.evokes for entry in entries(words, verb, EntryKind.EVENT))
    same = any(kind is not None and operators.is_over(kind) for kind in evoked)
    return verb if suffers and same else None
