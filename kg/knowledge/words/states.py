"""The words that tell a state from a place: forces and governments, prepositions of place and way, motion and harm."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class StateWords:
    """One field for each word class of the ontology, named like it; forms are folded."""

    half_noun: frozenset[str]
    force_noun: frozenset[str]
    government_noun: frozenset[str]
    government_head: frozenset[str]
    place_preposition: frozenset[str]
    way_preposition: frozenset[str]
    motion_word: frozenset[str]
    plight_word: frozenset[str]
    festive_word: frozenset[str]
    harm_word: frozenset[str]
    siege_word: frozenset[str]
    site_noun: frozenset[str]
    backing_word: frozenset[str]
    breach_word: frozenset[str]
    urban_noun: frozenset[str]
    agent_leaning: frozenset[str]
    holding_verb: frozenset[str]
    captor_noun: frozenset[str]
    text_noun: frozenset[str]
    keeping_verb: frozenset[str]
    onslaught_word: frozenset[str]
    tirade_word: frozenset[str]
    wrecking_verb: frozenset[str]
    upheaval_noun: frozenset[str]
    peaceful_adjective: frozenset[str]
    force_itself: frozenset[str]
    posture_noun: frozenset[str]
    city_noun: frozenset[str]
    capital_noun: frozenset[str]
    trade_noun: frozenset[str]
    raid_word: frozenset[str]
    dissent_verb: frozenset[str]
    course_verb: frozenset[str]
    state_verb: frozenset[str]
