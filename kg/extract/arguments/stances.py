"""Stances: who only speaks for or against a deed that others do: promises it, asks for it, is for it, accuses of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.elsewhere import BESIDE, OWNERS, RELATIVE
from kg.extract.arguments.reach import is_below
from kg.grammar.syntax import ANY_SUBJECTS, RELATIVE_TAGS, is_passive, marker_of, marks_of
from kg.grammar.words import climb_collectives, entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

ACCUSATION, DEMAND = Term("Accusation"), Term("Demand")


def is_promised_to(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether another promises somebody to do it: "our commitment to [Chad] to support them"."""
    binds = word.head.lemma_.lower() in words.function.committing_noun
    return binds and marker_of(word) in words.prepositions.dative and _is_what_it_is_for(trigger, word.head)


def only_calls_for_it(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody asks another to do it: "a call by [elders] to free two men"."""
    asks = word.head.lemma_.lower() in words.function.asking_noun
    return asks and word.dep_ in BESIDE | OWNERS and _is_what_it_is_for(trigger, word.head)


def _is_what_it_is_for(trigger: Token, noun: Token) -> bool:
    """Say whether a clause behind a noun tells it: "a call [to free two men]"."""
    return any(above.dep_ == "acl" and above.head.i == noun.i for above in (trigger, *trigger.ancestors))


def only_asks_for_it(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody asks for talks, and not for talks with him: "[Mali] called for dialogue"."""
    verb = trigger.head
    asks = word.dep_ == "nsubj" and word.head.i == verb.i and trigger.dep_ in {"obj", "obl"} and verb.pos_ == "VERB"
    if not asks or any(marker_of(child) in words.prepositions.comitative for child in (*verb.rights, *trigger.rights)):
        return False
    return any(entry.evokes == DEMAND for entry in entries(words, verb, EntryKind.EVENT))


def accuses(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody is the subject of a verb of accusing, and not whom it accuses: "claims [Togo]".

    So also who has made what a noun tells: "a complaint that [Togo] filed".
    """
    clause = word.head
    active = trigger.pos_ == "VERB" and not is_passive(trigger) and clause.i == trigger.i
    made = clause.dep_ == RELATIVE and clause.head.i == trigger.i and bool(entries(words, clause, EntryKind.SUPPORT))
    made = made and not any(child.dep_ == "obj" and child.tag_ not in RELATIVE_TAGS for child in clause.children)
    return (active or made) and word.dep_ == "nsubj" and word.tag_ not in RELATIVE_TAGS


def only_accuses(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody accuses another of it: "[Ann] accused him of plotting to oust her"."""
    verb = word.head
    over = next((above for above in (trigger, *trigger.ancestors) if above.head.i == verb.i), None)
    if over is None or word.dep_ != "nsubj" or over.dep_ != "advcl" or "obj" not in verb.labels:
        return False
    charged = not marks_of(over).isdisjoint(words.prepositions.charge | words.prepositions.genitive)
    return charged and any(entry.evokes == ACCUSATION for entry in entries(words, verb, EntryKind.EVENT))


def is_opposed(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether it is to whom somebody is opposed: "opposition to [Chad]"."""
    against = words.prepositions.dative | words.prepositions.opposed
    return trigger.pos_ == "NOUN" and word.head.i == trigger.i and marker_of(word) in against


def is_only_against(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody is against what others do, or is told so: "protested the interview to [Chad]".

    Talks that one condemns are those of others, unless their own words tell with whom they are.
    """
    verb = trigger.head
    if trigger.dep_ != "obj" or verb.pos_ != "VERB" or verb.lemma_.lower() not in words.function.condemning_verb:
        return False
    return trigger not in word.ancestors or marker_of(word) in words.prepositions.dative


def is_only_for_it(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody is only for or against what others do: "[Chad] backs a truce in Mali"."""
    verb = climb_collectives(trigger, words).head
    favours = verb.pos_ == "VERB" and verb.lemma_.lower() in words.factuality.favouring_verb
    return favours and word.head.i == verb.i and word.dep_ in ANY_SUBJECTS


def is_no_side(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether all sides are named, and this is none: "[Ann] hailed the accord between Togo and Mali"."""
    complete = words.prepositions.complete
    named = trigger.pos_ == "NOUN" and any(marker_of(child) in complete for child in trigger.children)
    return named and not is_below(word, trigger)
