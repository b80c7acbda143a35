"""The words of blasts and shots that are no attack: accidents, and tests of arms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class BlastWords:
    """One field for each word class of the ontology, named like it; forms are folded lemmas."""

    blast_word: frozenset[str]
    volatile_noun: frozenset[str]
    mishap_word: frozenset[str]
    mishap_verb: frozenset[str]
    open_water: frozenset[str]
    seaward_preposition: frozenset[str]
