"""Whom a pronoun means that captors are to do something with: "asked the kidnappers of [Ann] to release her"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.control import controllers
from kg.grammar.syntax import ANY_SUBJECTS, CLAUSES_OF_NOUNS, RELATIVE_TAGS, marker_of

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words


def captive(pronoun: Token, words: Words) -> Token | None:
    """Return who is held by those who do what a verb says of its object, None where they hold nobody.

    Who asks captors for something speaks of their captive, and would say "me" or name himself otherwise.
    """
    verb = pronoun.head
    if pronoun.dep_ != "obj":
        return None
    acting = [child for child in verb.children if child.dep_ in ANY_SUBJECTS] or controllers(verb, words)
    held = (who for actor in acting if actor.i < pronoun.i for who in (_held_by(actor, words),) if who is not None)
    return next(held, None)


def _held_by(noun: Token, words: Words) -> Token | None:
    """Return whom the phrase of a noun tells to be in their power: "kidnappers of [Ann]", "men holding [Bo]"."""
    for child in noun.children:
        complement = child.dep_ == "nmod" and marker_of(child) in words.prepositions.genitive
        if complement and noun.lemma_.lower() in words.states.captor_noun:
            return child
        holding = child.dep_ in CLAUSES_OF_NOUNS and child.lemma_.lower() in words.states.holding_verb
        if holding and (child.tag_ == "VBG" or any(part.tag_ in RELATIVE_TAGS for part in child.lefts)):
            return next((part for part in child.rights if part.dep_ == "obj"), None)
    return None
