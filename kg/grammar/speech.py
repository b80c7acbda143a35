"""Words of saying in a text, with the stance that they give the speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.syntax import PARTICLES, marker_of
from kg.grammar.tree import Token
from kg.records import Term

if TYPE_CHECKING:
    from kg.knowledge.words import Words


@dataclass(frozen=True, slots=True)
class Speech:
    """A word of saying and its stance, an individual of kg:Stance."""

    token: Token
    stance: Term


def speech_at(token: Token, words: Words) -> Speech | None:
    """Return the stance of a verb of saying, None for any other token."""
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    verbs, lemma = words.speech.verbs, token.lemma_.lower()
    if lemma not in words.speech.heads:
        return None
    for child in token.children:
        particle = child.dep_ in PARTICLES or (child.dep_ == "obj" and child.pos_ == "PRON")  # "as Ann put it"
        result = child.dep_ == "xcomp" and child.pos_ == "ADJ"  # "held Mali responsible"
        if (particle or result) and (stance := verbs.get((lemma, child.lower_))):
            return Speech(token, stance)
    stance = verbs.get((lemma, ""))
    return None if stance is None else Speech(token, stance)


def has_words_for(verb: Token, words: Words) -> bool:
    """Say whether somebody has words for others, and from nobody: "had a message for the police"."""
    if verb.lemma_.lower() not in words.speech.uttering:
        return False
    said = [child for child in verb.children if child.dep_ == "obj" and child.lemma_.lower() in words.speech.uttered]
    below = [part for noun in said for part in (*noun.children, *verb.children)]
    received = any(marker_of(part) in words.prepositions.ablative for part in below)
    return bool(said) and not received
