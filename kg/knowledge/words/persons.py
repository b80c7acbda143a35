"""How persons are named and addressed in English: titles, words inside and beside names, given names by gender."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class PersonWords:
    """One field for each word class of the ontology, named like it; forms are folded."""

    honorific: frozenset[str]
    male_honorific: frozenset[str]
    female_honorific: frozenset[str]
    inner_name_word: frozenset[str]
    generation_word: frozenset[str]
    family_name_noun: frozenset[str]
    divine_name: frozenset[str]
    named_thing: frozenset[str]
    naming_verb: frozenset[str]
    exercise_noun: frozenset[str]
    running_verb: frozenset[str]
    name_link: frozenset[str]
    female_given_name: frozenset[str]
    male_given_name: frozenset[str]
    calendar_word: frozenset[str]
    not_a_name: frozenset[str]
    put_off_verb: frozenset[str]
    namesake_lead: frozenset[str]
    namesake_noun: frozenset[str]
