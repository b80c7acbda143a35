"""The smallest words, of which each does a work of its own: articles, auxiliaries, particles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class FunctionWords:
    """One field for each word class of the ontology, named like it; forms are folded."""

    definite_article: frozenset[str]
    indefinite_article: frozenset[str]
    demonstrative: frozenset[str]
    pointer_to_kind: frozenset[str]
    additive_conjunction: frozenset[str]
    alone_for_two: frozenset[str]
    possessive_clitic: frozenset[str]
    negative_particle: frozenset[str]
    perfect_auxiliary: frozenset[str]
    progressive_auxiliary: frozenset[str]
    reflexive_pronoun: frozenset[str]
    agentive_adjective: frozenset[str]
    reciprocal_pronoun: frozenset[str]
    reciprocating_verb: frozenset[str]
    closing_qualifier: frozenset[str]
    backward_adverb: frozenset[str]
    aside_conjunction: frozenset[str]
    speaking_subject: frozenset[str]
    mediating_verb: frozenset[str]
    suffering_verb: frozenset[str]
    reacting_verb: frozenset[str]
    hearing_verb: frozenset[str]
    winning_verb: frozenset[str]
    answering_noun: frozenset[str]
    occasion_noun: frozenset[str]
    group_noun: frozenset[str]
    further_word: frozenset[str]
    way_noun: frozenset[str]
    requesting_verb: frozenset[str]
    licence_noun: frozenset[str]
    directing_verb: frozenset[str]
    sending_verb: frozenset[str]
    committing_verb: frozenset[str]
    verdict_noun: frozenset[str]
    locative_adverb: frozenset[str]
    hostile_noun: frozenset[str]
    relational_noun: frozenset[str]
    violence_noun: frozenset[str]
    durative_preposition: frozenset[str]
    condemning_verb: frozenset[str]
    judging_verb: frozenset[str]
    polling_noun: frozenset[str]
    habitual_adjective: frozenset[str]
    free_choice_word: frozenset[str]
    tenure_noun: frozenset[str]
    rank_adjective: frozenset[str]
    amount_pronoun: frozenset[str]
