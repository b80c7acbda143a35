"""Articles and the words that join two parties: "and", "versus", "the two leaders"."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class JoiningWords:
    """One field for each word class of the ontology, named like it; forms are folded."""

    determiner: frozenset[str]
    indefinite_determiner: frozenset[str]
    definite_determiner: frozenset[str]
    conjunction: frozenset[str]
    versus: frozenset[str]
    apart: frozenset[str]
    in_turn: frozenset[str]
    additive: frozenset[str]
    sequel: frozenset[str]
    other_happening: frozenset[str]
    pair_word: frozenset[str]
    pair_people: frozenset[str]
    pair_states: frozenset[str]
    opposing_verb: frozenset[str]
