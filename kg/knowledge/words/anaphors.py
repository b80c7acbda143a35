"""The nouns by which a text comes back to a country or an organization that it named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class AnaphorWords:
    """One field for each word class of the ontology, named like it; forms are folded."""

    state_description: frozenset[str]
    bare_description: frozenset[str]
    group_description: frozenset[str]
    mutual_verb: frozenset[str]
    alliance_description: frozenset[str]
    company_description: frozenset[str]
    people_of_group: frozenset[str]
    other_word: frozenset[str]
    side_noun: frozenset[str]
    talkers_verb: frozenset[str]
    body_noun: frozenset[str]
    group_noun: frozenset[str]
    led_participle: frozenset[str]
    coalition_noun: frozenset[str]
    stance_prefix: frozenset[str]
    backing_participle: frozenset[str]
