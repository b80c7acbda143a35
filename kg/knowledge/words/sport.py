"""The words of games, by which news of sport is told from news of force."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class SportWords:
    """One field for each word class of the ontology, named like it; forms are folded lemmas."""

    sport_noun: frozenset[str]
    sporting_noun: frozenset[str]
    attacked_in_play_noun: frozenset[str]
    half_of_play: frozenset[str]
    contest_noun: frozenset[str]
    final_noun: frozenset[str]
    scored_noun: frozenset[str]
    result_verb: frozenset[str]
    scoring_verb: frozenset[str]
    way_of_play: frozenset[str]
