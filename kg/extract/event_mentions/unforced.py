"""Words of force that tell no attack: what is done in peace, and force by itself, which somebody may come to use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.passed_over import Because
from kg.records import Factuality

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.records import EventMention

NAMED = frozenset({"NOUN", "PROPN"})
TOLD = frozenset({"det", "nummod", "nmod:poss"})


def without_force(mention: EventMention, token: Token, analysis: Analysis) -> str:
    """Return why a word of force tells no attack, "" where it may: "a peaceful revolution", "vowed to use [force]"."""
    if _is_peaceful(token, analysis):
        return Because.PEACEFUL.of()
    unused = mention.factuality is not Factuality.ASSERTED and (force := _force_itself(token, analysis))
    return Because.OTHER_USE.of(force) if unused and force else ""


def _is_peaceful(noun: Token, analysis: Analysis) -> bool:
    """Say whether a noun tells of a change of rule, or of what was done in peace: "the peaceful revolution"."""
    states = analysis.words.states
    peaceful = any(child.dep_ == "amod" and child.lower_ in states.peaceful_adjective for child in noun.children)
    return noun.pos_ == "NOUN" and (peaceful or noun.lemma_.lower() in states.upheaval_noun)


def _force_itself(token: Token, analysis: Analysis) -> str:
    """Return the noun of force that a word is, or has for its object, where it tells of no certain one, else ""."""
    nouns = (token, *(child for child in token.children if child.dep_ in {"obj", "nmod"}))
    for noun in nouns:
        bare = noun.pos_ in NAMED and noun.labels.isdisjoint(TOLD)
        if bare and noun.lower_ in analysis.words.states.force_itself:
            return noun.text
    return ""
