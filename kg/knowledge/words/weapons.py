"""The words around weapons: what makes a bare name one, and what a phrase for one is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class WeaponWords:
    """One field for each word class of the ontology, named like it; forms are folded."""

    vague_adjective: frozenset[str]
    weapon_cue: frozenset[str]
    weapon_head: frozenset[str]
    bare_device: frozenset[str]
    range_word: frozenset[str]
    defence_word: frozenset[str]
    device_plural: frozenset[str]
    arms_trade: frozenset[str]
    aircraft_cue: frozenset[str]
    fighting_side: frozenset[str]
    giving_verb: frozenset[str]
    ground_verb: frozenset[str]
    bodily_verb: frozenset[str]
    second_hand: frozenset[str]
    fired_noun: frozenset[str]
    hurting_verb: frozenset[str]
    harm_verb: frozenset[str]
    weapon_idiom: frozenset[str]
