"""The words by which an event is taken for granted or is still to come, beside the operators of the lexicon."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class FactualityWords:
    """One field for each word class of the ontology, named like it; forms are folded."""

    aiming_verb: frozenset[str]
    ending_verb: frozenset[str]
    ending_noun: frozenset[str]
    warding_verb: frozenset[str]
    beginning_verb: frozenset[str]
    hedging_verb: frozenset[str]
    chance_noun: frozenset[str]
    using_verb: frozenset[str]
    having_verb: frozenset[str]
    able_adjective: frozenset[str]
    gathering_verb: frozenset[str]
    gathering_place: frozenset[str]
    voting_verb: frozenset[str]
    qualifying_adjective: frozenset[str]
    planned_circumstance: frozenset[str]
    degree_adverb: frozenset[str]
    future_auxiliary: frozenset[str]
    predicative_adjective: frozenset[str]
    unfulfilled_auxiliary: frozenset[str]
    hearsay_verb: frozenset[str]
    upholding_verb: frozenset[str]
    concluding_verb: frozenset[str]
    singling_word: frozenset[str]
    yielding_verb: frozenset[str]
    abandoning_verb: frozenset[str]
    answering_verb: frozenset[str]
    failing_verb: frozenset[str]
    approaching_verb: frozenset[str]
    near_preposition: frozenset[str]
    answerable_noun: frozenset[str]
    preceding_conjunction: frozenset[str]
    showing_verb: frozenset[str]
    subsequent_adverb: frozenset[str]
    activity_noun: frozenset[str]
    focal_noun: frozenset[str]
    lasting_participle: frozenset[str]
    realizing_verb: frozenset[str]
    causing_verb: frozenset[str]
    mentioning_noun: frozenset[str]
    draft_noun: frozenset[str]
    owning_verb: frozenset[str]
    linking_verb: frozenset[str]
    prize_noun: frozenset[str]
    leading_verb: frozenset[str]
    paying_verb: frozenset[str]
    signing_verb: frozenset[str]
