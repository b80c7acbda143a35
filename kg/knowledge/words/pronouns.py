"""Pronouns, and the words by which a text speaks of itself and of its speakers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class PronounWords:
    """One field for each word class of the ontology, named like it; forms are folded."""

    male_pronoun: frozenset[str]
    female_pronoun: frozenset[str]
    neuter_pronoun: frozenset[str]
    addressed_pronoun: frozenset[str]
    speaker_pronoun: frozenset[str]
    speakers_pronoun: frozenset[str]
    pair_pronoun: frozenset[str]
    own_country: frozenset[str]
    statement_noun: frozenset[str]
    author_preposition: frozenset[str]
    issuing_verb: frozenset[str]
    press_noun: frozenset[str]
    press_person: frozenset[str]
    quoting_verb: frozenset[str]
    borrowing_verb: frozenset[str]
    speech_verb: frozenset[str]
