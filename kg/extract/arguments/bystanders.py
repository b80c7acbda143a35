"""Bystanders: who only reacts to an event, whatever a network takes them for: "[Iran] backed the attack on Israel"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.predicates import event_above, is_borne_by
from kg.grammar.fillers import verb_fillers
from kg.grammar.negation import included
from kg.grammar.speech import speech_at
from kg.grammar.syntax import marks_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind, Function
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

DOERS = frozenset({Term("attacker"), Term("actor")})
"""The roles of who did what happened."""
AGENTIVE = DOERS | {Term("supplier")}
"""The roles that who only reacts to an event does not have."""
SUFFERERS = frozenset({"obj", "nsubj:pass"})
INTERCEPTED = Term("Intercepted")


def bystanders(trigger: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> frozenset[int]:
    """Return the tokens of those who do something else about an event of the class that a noun tells: back it, say it.

    So where the noun is of what somebody means to do ("uncovered a plan to attack"), or of arms that he stops
    ("intercepted rockets fired from Gaza"). Whose it is by a word of its own ("defended [its] attack") is no bystander.
    """
    aim = trigger.head
    if trigger.dep_ == "acl" and aim.dep_ == "obj" and _reacts(aim.head, words):
        return _subjects(aim.head, words)
    if trigger.pos_ != "NOUN" or any(child.dep_ == "nmod:poss" and child.pos_ == "PRON" for child in trigger.children):
        return frozenset()
    found: set[int] = set()
    for verb, function, marker in event_above(trigger, words):
        if verb.pos_ != "VERB" or not _tells_other(verb, words):
            continue
        if not is_borne_by(verb, function, marker, kind, words, taxonomy):
            found |= _subjects(verb, words)
    return frozenset(found)


def stands_beside(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody only hears of what happened, suffers by it, or does what was before or after it."""
    return any(form(trigger, word, words) for form in (is_heard, is_bereaved, is_before_or_after))


def is_heard(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody is only spoken to, or cleared, about it: "summoned the [minister] over the killings"."""
    verb = word.head
    heard = word.dep_ in SUFFERERS and verb.lemma_.lower() in words.function.hearing_verb
    return heard and trigger.pos_ == "NOUN" and verb.i in {above.i for above in trigger.ancestors}


def is_bereaved(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody suffers by it: "[the army] lost 12 soldiers in the ambush"."""
    verb = word.head
    suffers = word.dep_ == "nsubj" and verb.lemma_.lower() in words.function.suffering_verb
    return suffers and trigger.dep_ == "obl" and trigger.head.i == verb.i and "obj" in verb.labels


def is_before_or_after(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody does what was before or after it: "[Mali] struck Gao a week after a raid left nine dead"."""
    clause = trigger.head
    told = trigger.dep_ == "nsubj" and clause.dep_ == "advcl"
    ordered = told and not marks_of(clause).isdisjoint(words.prepositions.conjunctive)
    return ordered and word.i not in range(clause.left_edge.i, clause.right_edge.i + 1)


def _reacts(verb: Token, words: Words) -> bool:
    stops = any(entry.counts == INTERCEPTED for entry in entries(words, verb, EntryKind.FIGURE))
    return stops or verb.lemma_.lower() in words.function.reacting_verb


def _subjects(verb: Token, words: Words) -> frozenset[int]:
    subjects = (filler.token for filler in verb_fillers(verb, words) if filler.function is Function.SUBJECT)
    return frozenset(part.i for subject in subjects for part in included(subject, words))


def _tells_other(verb: Token, words: Words) -> bool:
    """Say whether a verb tells an event of its own, says something, or bears events in other constructions only."""
    known = bool(entries(words, verb, EntryKind.EVENT, EntryKind.SUPPORT))
    return known or verb.lemma_.lower() in words.function.reacting_verb or speech_at(verb, words) is not None
