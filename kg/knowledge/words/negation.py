"""The words by which something is not so without standing beside its verb."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class NegationWords:
    """One field for each word class of the ontology, named like it; forms are folded."""

    negative_pronoun: frozenset[str]
    negative_determiner: frozenset[str]
    negative_correlative: frozenset[str]
    negative_conjunction: frozenset[str]
    contrastive_conjunction: frozenset[str]
    exceptive_preposition: frozenset[str]
    universal_word: frozenset[str]
    focus_adverb: frozenset[str]
    outstanding_adverb: frozenset[str]
    ability_auxiliary: frozenset[str]
    single_word: frozenset[str]
    scarce_word: frozenset[str]
    negative_adjunct: frozenset[str]
    scalar_adverb: frozenset[str]
    vain_adjective: frozenset[str]
    echoing_word: frozenset[str]
    turning_conjunction: frozenset[str]
