"""Whether those whom a clause counts are no dead or wounded of the event that is told, but another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.figures.counts import ATTACK, OF_PEOPLE, PATIENT
from kg.extract.figures.times import is_at_another_time
from kg.grammar.syntax import SUBJECTS
from kg.grammar.words import entries, evokes
from kg.knowledge.lexicon import EntryKind

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words
    from kg.records import Term

PARTICIPLE = "VBG"


def suffers_other(noun: Token, trigger: Token, measure: Term, analysis: Analysis) -> bool:
    """Say whether something else is done to those a noun counts than what is measured: "displaced [4,000 people]".

    So who is trapped, rescued or seized beside the dead of an attack is none of them, nor who is shot after a deed that
    has a clause and a subject of its own: "two were shot after they threw stones".
    """
    verb, words = noun.head, analysis.words
    if _is_counted_as_another(noun, measure, words) or is_at_another_time(noun, trigger, analysis):
        return True
    if noun.dep_ == "nmod" and verb.i == trigger.i and verb.lemma_.lower() in words.blasts.blast_word:
        return True  # what blows up is no man: "the explosion of hundreds of pagers"
    if measure not in OF_PEOPLE or noun.dep_ not in PATIENT or verb.pos_ != "VERB" or verb.i == trigger.i:
        return False
    if trigger.dep_ == "advcl" and trigger.head.i == verb.i and any(c.dep_ in SUBJECTS for c in trigger.children):
        return True
    if is_by_another(verb, words) or _is_outcome_of_other(verb, trigger, analysis):
        return True
    if _is_by_others(verb, trigger, analysis):
        return True
    if any(_is_other_attack(child, trigger, analysis) for child in verb.children):
        return True
    counts_or_carries = bool(entries(words, verb, EntryKind.FIGURE, EntryKind.SUPPORT))
    hits = evokes(verb, {ATTACK}, words, analysis.taxonomy)
    beside = (child for child in verb.children if child.dep_ in {"xcomp", "obj"} and child.i != noun.i)
    with_word = any(entries(words, child, EntryKind.FIGURE) for child in beside)
    return not (counts_or_carries or hits or with_word)


def is_by_another(verb: Token, words: Words) -> bool:
    """Say whether one more than was told of does it, whose deed it is alone: "a bomb killed two and [another] six"."""
    others = words.anaphors.other_word
    return any(child.dep_ == "nsubj" and child.lower_ in others for child in verb.children)


def _is_outcome_of_other(verb: Token, trigger: Token, analysis: Analysis) -> bool:
    """Say whether a participle tells what came of a nearer attack: "shelled it after rebels struck, [killing] six"."""
    nearer = verb.head
    outcome = verb.dep_ == "advcl" and verb.tag_ == PARTICIPLE and trigger in nearer.ancestors
    return outcome and nearer.pos_ == "VERB" and evokes(nearer, {ATTACK}, analysis.words, analysis.taxonomy)


def _is_by_others(verb: Token, trigger: Token, analysis: Analysis) -> bool:
    """Say whether a passive that the trigger has no part in names its own doers: "22 [were killed] by rioters"."""
    agents = [child for child in verb.children if child.dep_ == "obl:agent"]
    apart = verb not in trigger.ancestors and trigger not in verb.ancestors
    return apart and bool(agents) and evokes(verb, {ATTACK}, analysis.words, analysis.taxonomy)


def _is_other_attack(subject: Token, trigger: Token, analysis: Analysis) -> bool:
    """Say whether another attack is the subject of a verb: "struck a week after a raid left [20] dead"."""
    other = subject.dep_ in SUBJECTS and subject.pos_ == "NOUN" and subject.i != trigger.i
    return other and evokes(subject, {ATTACK}, analysis.words, analysis.taxonomy)


def _is_counted_as_another(noun: Token, measure: Term, words: Words) -> bool:
    """Say whether the verb over a noun counts those as something else: a nurse whom a blast "wounded" is not killed."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ not in {"VERB", "AUX"}:
        first = first.head
    verbs = [first.head, *(child for child in first.head.children if child.dep_ == "conj")]  # "killed and wounded 20"
    if first.dep_ not in PATIENT:
        return False
    told = {entry.counts for verb in verbs for entry in entries(words, verb, EntryKind.FIGURE)}
    return bool(told - {None}) and measure not in told
