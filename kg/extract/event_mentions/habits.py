"""Habits: what is said of a kind of happening tells none that happened, "murders are common in its prisons"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import PLURAL

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

NOUNS, PRESENT = frozenset({"NOUN", "PROPN"}), frozenset({"VBZ", "VBP"})
DETERMINERS = frozenset({"det", "nmod:poss", "nummod"})


def habit(noun: Token, words: Words) -> str:
    """Return the adjective by which bare nouns tell of a kind of happening, "" where there is none (Carlson 1977).

    So "Riots and murders are [common] in its prisons", and not "the riots are common".
    """
    first = noun
    while first.dep_ == "conj":
        first = first.head
    said = first.head
    bare = not any(child.dep_ in DETERMINERS for part in (noun, first) for child in part.children)
    general = first.dep_ == "nsubj" and noun.pos_ in NOUNS and bare and (first.tag_ in PLURAL or first.tag_ == "NN")
    if not general or said.lemma_.lower() not in words.function.habitual_adjective:
        return ""
    present = any(child.dep_ == "cop" and child.tag_ in PRESENT for child in said.children)
    return said.text if present else ""
