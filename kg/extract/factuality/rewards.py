"""What a reward is offered for is still to come about: "a reward for information leading to his arrest"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.held import PAST
from kg.grammar.quantity.numbers import is_amount
from kg.grammar.syntax import marker_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

CAUGHT = (Term("Arrest"), Term("PrisonerRelease"))
"""Classes of what rewards are offered for."""
DESCRIBING = frozenset({"acl", "acl:relcl"})
PHRASES = frozenset({"nmod", "obl"})


def is_rewarded(noun: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether somebody is to be paid for bringing an event about, or for what brings it about.

    Who was paid for it has done it, and a clause in the past tense tells of what came about.
    """
    if not taxonomy.is_any_of(kind, CAUGHT) or noun.dep_ not in PHRASES:
        return False
    means = _means(noun, words)
    return (means is noun or means.dep_ in PHRASES) and _is_paid_for(means, words)


def _means(noun: Token, words: Words) -> Token:
    """Return what leads to an event, where it is told as that: "[information] that leads to his arrest"."""
    verb = noun.head
    leads = verb.dep_ in DESCRIBING and verb.lemma_.lower() in words.factuality.leading_verb
    return verb.head if leads and verb.tag_ not in PAST else noun


def _is_paid_for(noun: Token, words: Words) -> bool:
    """Say whether a phrase tells what a reward is for, be it hung on that or on the verb over it."""
    head, prizes = noun.head, words.factuality.prize_noun
    if marker_of(noun) not in words.prepositions.purpose:
        return False
    if head.lemma_.lower() in prizes:
        return not _is_paid(head.head, words)
    before = (child for child in head.children if child.i < noun.i)
    prize = any(child.lemma_.lower() in prizes or _is_sum(child, words) for child in before)
    return prize and head.pos_ == "VERB" and not _is_paid(head, words)


def offers_prize(verb: Token, words: Words) -> bool:
    """Say whether a sum is to be had for what leads to somebody, and helps nobody: "offered $2 million for hints"."""
    sums = any(_is_sum(child, words) for child in verb.children)
    purposes = (child for child in verb.rights if marker_of(child) in words.prepositions.purpose)
    return sums and any(entries(words, child, EntryKind.OPERATOR) for child in purposes if child.pos_ == "NOUN")


def _is_sum(token: Token, words: Words) -> bool:
    return token.dep_ == "obj" and is_amount(token, words)


def _is_paid(verb: Token, words: Words) -> bool:
    return verb.tag_ in PAST and verb.lemma_.lower() in words.factuality.paying_verb
