"""What the form of a verb says of its coming about: "would have met", "were to meet", "is said to have met"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.operators import GRANTED, HEARSAY, PURPOSE, UNFULFILLED
from kg.grammar.syntax import marker_of, marks_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Factuality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.factuality.operators import Effect
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON"})
PASSIVE = frozenset({"aux:pass", "nsubj:pass"})
SUPERLATIVE = frozenset({"JJS", "RBS"})


def effects_of_form(verb: Token, words: Words) -> Iterator[Effect]:
    """Yield what a verb's auxiliaries, or the passive that it depends on, say of its coming about."""
    if is_unfulfilled(verb, words):
        yield UNFULFILLED
    elif is_looked_back_on(verb, words):
        yield GRANTED
    elif _is_destined(verb, words):
        yield PURPOSE
    if _is_hearsay(verb, words):
        yield HEARSAY


def is_unfulfilled(verb: Token, words: Words) -> bool:
    """Say whether a perfect behind a modal or a plan of the past tells what did not come about.

    So "would have met", "was to have met" and "was supposed to have met" (Huddleston and Pullum 2002, chapter 3, 9.8).
    """
    if not _is_perfect(verb, words):
        return False
    if any(child.dep_ == "aux" and child.lower_ in words.factuality.unfulfilled_auxiliary for child in verb.children):
        return True
    if not _has_infinitive_mark(verb):
        return False
    if any(child.dep_ == "aux" and child.tag_ == "VBD" for child in verb.children):
        return True
    plan = verb.head
    past = any(child.dep_ in {"aux:pass", "cop"} and child.tag_ == "VBD" for child in plan.children)
    planned = (entry.gives for entry in entries(words, plan, EntryKind.OPERATOR))
    return verb.dep_ == "xcomp" and past and any(Factuality.PLANNED.value in gives for gives in planned)


def is_looked_back_on(verb: Token, words: Words) -> bool:
    """Say whether a relative clause tells what came after what its sentence tells: "who would later meet her".

    The future in the past of a narrative is told as done (Huddleston and Pullum 2002, chapter 3, 9.8); in what
    somebody says it is to come.
    """
    if verb.dep_ != "acl:relcl":
        return False
    would = any(
        child.dep_ == "aux" and child.lower_ in words.factuality.unfulfilled_auxiliary for child in verb.children
    )
    return would and any(
        child.dep_ == "advmod" and child.lower_ in words.factuality.subsequent_adverb for child in verb.children
    )


def _is_destined(verb: Token, words: Words) -> bool:
    """Say whether a form of "be" before an infinitive tells what is arranged: "before they [were to] meet"."""
    being = words.function.progressive_auxiliary
    if "mark" not in verb.labels or "aux" not in verb.labels:
        return False
    if not any(child.dep_ == "aux" and child.lemma_ in being for child in verb.children):
        return False
    passive = any(child.dep_ == "aux:pass" and child.tag_ == "VB" for child in verb.children)
    return (verb.tag_ == "VB" or passive) and _has_infinitive_mark(verb)


def _is_hearsay(verb: Token, words: Words) -> bool:
    """Say whether an infinitive is what is said of somebody, and not by whom: "is said to have bombed"."""
    head = verb.head
    if verb.dep_ != "xcomp" or not _has_infinitive_mark(verb) or head.tag_ != "VBN":
        return False
    passive = head.dep_ == "acl" or not head.labels.isdisjoint(PASSIVE)
    return passive and head.lemma_.lower() in words.factuality.hearsay_verb


def is_singled_out(infinitive: Token, words: Words) -> bool:
    """Say whether an infinitive tells what somebody was the first, only or highest one to do, and so did.

    Huddleston and Pullum (2002), chapter 14, 5.1: such infinitival relative clauses are not modal.
    """
    head = infinitive.head
    if infinitive.dep_ not in {"acl", "advcl", "xcomp"} or head.i > infinitive.i or head.pos_ not in NOMINAL:
        return False
    passive = any(child.dep_ == "aux:pass" and child.tag_ == "VB" for child in infinitive.children)
    if infinitive.tag_ != "VB" and not passive:
        return False
    before = [child for child in head.children if child.dep_ == "amod" and child.i < head.i]
    beside = {head.lower_, *(child.lower_ for child in before)}
    if not beside.isdisjoint((*words.factuality.singling_word, *words.numbers.ordinals)):
        return True
    return any(tag in SUPERLATIVE for word in before for tag in (word.tag_, *(child.tag_ for child in word.children)))


def _is_perfect(verb: Token, words: Words) -> bool:
    having = words.function.perfect_auxiliary
    return verb.tag_ == "VBN" and any(
        child.dep_ == "aux" and child.lemma_ in having and child.tag_ == "VB" for child in verb.children
    )


def _has_infinitive_mark(verb: Token) -> bool:
    return "mark" in verb.labels and any(child.dep_ == "mark" and child.tag_ == "TO" for child in verb.children)


def is_missed(gerund: Token, words: Words) -> bool:
    """Say whether a gerund tells how near somebody came to doing something: "came within hours of bombing".

    Or how far he is from it: "is far from bombing", "was a long way from bombing".
    """
    first, forms = gerund.left_edge.i, words.factuality
    if gerund.dep_ not in {"acl", "advcl"}:
        return False
    if gerund.head.lower_ in forms.remote_word and "cop" in gerund.head.labels:
        return bool(marks_of(gerund))
    measure = gerund.doc[first - 1] if gerund.dep_ == "advcl" and first else gerund.head
    near = marker_of(measure) in forms.near_preposition
    came = measure.head.i < measure.i and measure.head.lemma_.lower() in forms.approaching_verb
    return near and (came or "cop" in measure.labels)
