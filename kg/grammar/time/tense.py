"""Whether a clause looks ahead, told as to come rather than as past, and how far it lies from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.control import is_headline_future
from kg.grammar.speech import speech_at
from kg.grammar.syntax import SUBJECTS, marker_of, marks_of
from kg.grammar.words import entries, parts_of_speech
from kg.knowledge.lexicon import EntryKind, PartOfSpeech
from kg.records import Factuality

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

MODAL_TAG = "MD"
GOVERNED = frozenset({"xcomp", "acl"})  # "plans to meet", "is likely to hold", "a plan to send"
FIXING = frozenset({"VBN", "JJ"})
HEADLINE = frozenset({"ROOT", "parataxis"})
PRESENT = frozenset({"VBZ", "VBP"})
HELPERS = frozenset({"aux", "aux:pass", "cop"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "advcl:relcl", "ROOT"})


def clause_head(token: Token) -> Token:
    """Return the predicate of the clause that a token stands in, itself if it is one."""
    here = token
    while here.pos_ != "VERB" and here.dep_ not in CLAUSES and here.head.i != here.i:
        here = here.head
    return here


def looks_ahead(token: Token, words: Words) -> bool:
    """Say whether the clause around a token is of things to come: "will meet", "plans to meet", "is likely to hold"."""
    head = clause_head(token)
    if _is_put_off_to(token, head, words) or is_fixed(token, words):
        return True  # "postponed the talks until Friday", "have been pushed back to May", "elections due in May"
    if any(child.lemma_ in words.function.perfect_auxiliary and child.dep_ == "aux" for child in head.children):
        return False  # "may have met on Friday"
    if any(child.tag_ == MODAL_TAG and _planned(child, words, possible=True) for child in head.children):
        return True
    if any(
        child.tag_ == "JJ" and child.i < head.i and _planned(child, words, possible=False) for child in head.children
    ):
        return True  # "are due to meet", where the adjective is taken for part of the verb
    if (
        _is_to_be(head)
        or _is_timetable(head, token, words)
        or (_planned(head, words, possible=False) and head.tag_ in {"VBN", "JJ"})
    ):
        return True  # "leaves on Friday", "is scheduled for Friday", "is likely on Friday"
    if is_headline_future(head, words) or (
        head.tag_ == "VB" and head.dep_ in HEADLINE and any(child.tag_ == "TO" for child in head.children)
    ):
        return True  # "Macron to host Zelensky on Friday"
    while _is_of_time_above(head):
        beside = head.dep_ == "advcl" and head.tag_ == "VBG"  # who, "phoning her on Monday, promised help" did phone
        head = head.head
        if not beside and (_planned(head, words, possible=False) or (_is_arranged(head) and _is_day(token, words))):
            return True  # "plans to meet", "is flying to meet her on Monday"
        if any(child.tag_ == MODAL_TAG and _planned(child, words, possible=True) for child in head.children):
            return True
    return False


def is_fixed(time: Token, words: Words) -> bool:
    """Say whether a word right above a time says what is planned for it: "is set for [May]", "talks due in [May]"."""
    word = time.head
    return word.tag_ in FIXING and any(
        listed.partner is None and Factuality.PLANNED.value in listed.entry.gives
        for part in (PartOfSpeech.VERB, PartOfSpeech.ADJECTIVE)
        for lemma in (word.lemma_.lower(), word.lower_)
        for listed in words.lexicon.find(lemma, part)
        if listed.entry.kind is EntryKind.OPERATOR
    )


def _is_to_be(verb: Token) -> bool:
    """Say whether a passive infinitive stands behind a present tense: "is to be [sworn] in on Monday"."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "aux:pass"}]
    present = any(child.tag_ in PRESENT for child in helpers)
    return present and verb.tag_ == "VBN" and any(child.tag_ == "TO" for child in verb.children)


def _is_of_time_above(verb: Token) -> bool:
    """Say whether a verb without a tense of its own has that of the clause above.

    So are what somebody plans to do, what he does it for or before ("will stop in Cairo before [meeting] Modi") and a
    second verb behind one auxiliary ("will meet Modi and [speak]").
    """
    if verb.dep_ in GOVERNED and verb.tag_ == "VB":
        return True
    own = any(child.dep_ in SUBJECTS | {"aux", "aux:pass", "cop"} and child.tag_ != "TO" for child in verb.children)
    shared = verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VB"
    return not own and (shared or (verb.dep_ == "advcl" and verb.tag_ in {"VB", "VBG"}))


def _is_timetable(verb: Token, time: Token, words: Words) -> bool:
    """Say whether a verb in the present tense has a day of the week: "leaves on Monday" (and not "says Monday").

    So has what is arranged, in the progressive: "is leaving on Monday".
    """
    helped = any(child.dep_ in HELPERS for child in verb.children)
    present = verb.tag_ in PRESENT and not helped and speech_at(verb, words) is None
    return (_is_arranged(verb) or present) and _is_day(time, words)


def _is_arranged(verb: Token) -> bool:
    """Say whether a verb is a present progressive, which with a day to come tells what is arranged: "is leaving"."""
    helpers = {child.tag_ for child in verb.children if child.dep_ in HELPERS}
    return verb.tag_ == "VBG" and bool(helpers) and helpers <= PRESENT


def _is_day(time: Token, words: Words) -> bool:
    return time.text in words.time.weekdays


def may_be_either(time: Token, words: Words) -> bool:
    """Say whether a time may be ahead or behind: beside a verb in the present tense, or that of a plan told as past.

    So "opens on July 15", "attacks Kyiv on July 3", "was scheduled for May 3".
    """
    verb = clause_head(time)
    if is_fixed(time, words):
        return not any(
            child.tag_ in PRESENT for child in time.head.children if child.dep_ in {"aux", "aux:pass", "cop"}
        )
    near = time.head.i == verb.i or (time.head.head.i == verb.i and time.head.dep_ in {"obl", "obj"})
    helped = any(child.dep_ in {"aux", "aux:pass"} for child in verb.children)
    return near and verb.tag_ in PRESENT and not helped and speech_at(verb, words) is None


def is_imperative(token: Token) -> bool:
    """Say whether the clause around a token asks for something: a bare verb without subject and auxiliary."""
    head = clause_head(token)
    alone = not any(child.dep_.startswith(("nsubj", "aux")) for child in head.children)
    return head.tag_ == "VB" and head.dep_ in HEADLINE and alone


def _is_put_off_to(time: Token, verb: Token, words: Words) -> bool:
    until = words.negation.turning_conjunction | words.prepositions.dative
    looks_back = any(child.dep_ == "aux" and child.tag_ == "VBD" for child in verb.children)
    if not looks_back:  # "has been rescheduled for May" and not "had been planned for May"
        until |= words.prepositions.rescheduling | words.prepositions.ablative
    return verb.pos_ == "VERB" and marker_of(time) in until and _puts_off(verb, words)


def _puts_off(verb: Token, words: Words) -> bool:
    """Say whether a verb makes what it governs one to come, with its particle: "put off"."""
    return any(Factuality.PLANNED.value in entry.gives for entry in entries(words, verb, EntryKind.OPERATOR))


def _planned(token: Token, words: Words, *, possible: bool) -> bool:
    """Say whether the lexicon lists the word as one that makes an event planned (or, if asked, possible)."""
    parts = (PartOfSpeech.AUXILIARY,) if token.tag_ == MODAL_TAG else parts_of_speech(token)
    given = {Factuality.PLANNED.value, Factuality.POSSIBLE.value} if possible else {Factuality.PLANNED.value}
    lemmas = {token.lemma_.lower(), token.lower_.lstrip("'’")}
    return any(
        word.partner is None and word.entry.kind is EntryKind.OPERATOR and given & word.entry.gives
        for lemma in sorted(lemmas)
        for part_of_speech in parts
        for word in words.lexicon.find(lemma, part_of_speech)
    )


def is_measured(clause: Token, words: Words) -> bool:
    """Say whether the time between a clause and what it hangs on is told: "[two weeks] after bombers killed ten"."""
    order = not marks_of(clause).isdisjoint(words.prepositions.conjunctive)
    spans = (child for child in clause.children if child.dep_ in {"obl:unmarked", "obl:tmod", "obl:npmod", "advmod"})
    return order and any(span.lemma_.lower() in words.time.units for span in spans)
