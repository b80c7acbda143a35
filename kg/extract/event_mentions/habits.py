"""Habits: what is said of a kind of happening tells none that happened, "murders are common in its prisons"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import PLURAL, first_conjunct, marker_of

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

NOUNS, PRESENT = frozenset({"NOUN", "PROPN"}), frozenset({"VBZ", "VBP"})
DETERMINERS = frozenset({"det", "nmod:poss", "nummod"})


def habit(noun: Token, words: Words) -> str:
    """Return the adjective by which bare nouns tell of a kind of happening, "" where there is none (Carlson 1977).

    So "Riots and murders are [common] in its prisons", and not "the riots are common".
    """
    first = first_conjunct(noun)
    said = first.head
    bare = not any(child.dep_ in DETERMINERS for part in (noun, first) for child in part.children)
    general = first.dep_ == "nsubj" and noun.pos_ in NOUNS and bare and (first.tag_ in PLURAL or first.tag_ == "NN")
    habitual = words.function.habitual_adjective
    become = (child for child in said.children if child.dep_ == "xcomp" and child.lemma_.lower() in habitual)
    if not general or said.lemma_.lower() not in habitual:
        return next((child.text for child in become if general), "")  # "have become common"
    present = any(child.dep_ == "cop" and child.tag_ in PRESENT for child in said.children)
    return said.text if present else ""


def free_choice(noun: Token, words: Words) -> str:
    """Return the word by which it is done to whoever it may be, "" where there is none: "the detention of [any] judge".

    So laws and orders list what they punish; no single case is told (Vendler 1962).
    """
    free = words.function.free_choice_word
    for part in (noun, first_conjunct(noun)) if noun.pos_ in NOUNS else ():
        for whom in part.rights:
            if whom.dep_ == "nmod" and marker_of(whom) in words.prepositions.genitive:
                said = (word for word in (whom, *whom.lefts) if word.lower_ in free)
                if (word := next(said, None)) is not None:
                    return word.text
    return ""
