"""Deeds that a clause behind them judges as a whole: "sent arms to Mali, which Togo condemned"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.negation import included
from kg.grammar.remembered import remembered
from kg.grammar.speech import speech_at
from kg.grammar.syntax import SUBJECTS, is_behind, is_passive, marker_of, modified_by
from kg.knowledge.lexicon import EntryKind, PartOfSpeech

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

WHICH, PAST = "WDT", frozenset({"VBD", "VBN"})
NOMINAL = frozenset({"obj", "iobj", "obl", "nmod", "conj", "flat", "appos", "compound"})


@remembered
def doers_judged(verb: Token, words: Words) -> tuple[Token, ...] | None:
    """Return who did what a relative clause with this verb judges, none if that is not told; None where it judges less.

    What somebody did is judged once it is done: "sent arms to Mali, which Togo condemned". A parser hangs the clause on
    the last noun; that is judged by itself where it tells a deed, "made an attack, which", or where it is for
    something: "Mali, which Togo condemned for it".
    """
    if verb.dep_ != "acl:relcl" or verb.lemma_.lower() not in words.function.judging_verb or verb.tag_ not in PAST:
        return None
    which = any(child.tag_ == WHICH and child.dep_ == "obj" for child in verb.children)
    reason = any(marker_of(child) in words.prepositions.purpose for child in verb.children)
    noun = modified_by(verb)
    if not which or reason or not is_behind(",", verb.left_edge):
        return None
    if _tells_deed(noun, words):
        return None
    while noun.dep_ in NOMINAL and noun.head is not noun:
        if _tells_deed(noun, words) and (noun.dep_ != "obj" or _is_of_words(noun.head, words)):
            return ()
        noun = noun.head
    if noun.pos_ != "VERB" or is_passive(noun):
        return None
    subjects = [child for child in noun.children if child.dep_ in SUBJECTS]
    return tuple(part for subject in subjects for part in included(subject, words)) or None


def _is_of_words(verb: Token, words: Words) -> bool:
    """Say whether who has this verb for a deed does not do it: "condemned the raid, which Togo condemned too"."""
    return verb.lemma_.lower() in words.function.judging_verb or speech_at(verb, words) is not None


def _tells_deed(noun: Token, words: Words) -> bool:
    found = words.lexicon.find(noun.lemma_.lower(), PartOfSpeech.NOUN) if noun.pos_ == "NOUN" else ()
    return noun.lemma_.lower() in words.speech.nouns or any(word.entry.kind is EntryKind.EVENT for word in found)
