"""Nouns and verbs for agreements that tell of none that was made: what a text calls itself, a course of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import marker_of
from kg.knowledge.taxonomy import PARTICIPANT
from kg.passed_over import Because
from kg.records import Factuality

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.records import EventMention

DETERMINING = frozenset({"det", "amod"})
PRESENT = frozenset({"VB", "VBP", "VBZ"})
NAME_PARTS = frozenset({"compound", "amod", "flat", "nmod:desc"})


def no_agreement(mention: EventMention, token: Token, analysis: Analysis) -> str:
    """Return why words that evoke an agreement tell of none that is made, "" where they do."""
    if _is_the_text(token, analysis):
        return Because.THE_TEXT.of()
    if _is_text_by_name(mention, token):
        return Because.BY_NAME.of()
    if mention.factuality is not Factuality.NEGATED and (word := _like_mindedness(token, analysis)):
        return Because.LIKE_MINDED.of(word)
    return Because.ALONE.of() if _is_of_one_side(mention, token, analysis) else ""


def _like_mindedness(verb: Token, analysis: Analysis) -> str:
    """Return the word for how much people are of one mind on, "" where they settle something: "agree on [most] things".

    What they "agreed on" they may have settled.
    """
    words = analysis.words
    for what in verb.rights if verb.tag_ in PRESENT else ():
        if what.dep_ == "obl" and marker_of(what) in words.prepositions.topic:
            said = (word for word in (what, *what.lefts) if word.lower_ in words.function.amount_pronoun)
            if (word := next(said, None)) is not None:
                return word.text
    return ""


def _is_of_one_side(mention: EventMention, verb: Token, analysis: Analysis) -> bool:
    """Say whether one side alone binds itself to a course: "[Italy] committed to lower emissions"."""
    parties = [argument for argument in mention.arguments if argument.role == PARTICIPANT]
    named = len(parties) == 1 and parties[0].entity is not None
    return named and verb.pos_ == "VERB" and verb.lemma_.lower() in analysis.words.states.course_verb


def _is_the_text(noun: Token, analysis: Analysis) -> bool:
    """Say whether a noun is what a text calls itself: "Either party may end [this Agreement]"."""
    written = noun.pos_ in {"NOUN", "PROPN"} and noun.text[0].isupper() and not noun.is_sent_start
    pointing = analysis.words.function.demonstrative
    return written and any(child.dep_ in DETERMINING and child.lower_ in pointing for child in noun.children)


def _is_text_by_name(mention: EventMention, noun: Token) -> bool:
    """Say whether a noun ends the name of a treaty that nobody is told to make: "the Non-Proliferation [Treaty]".

    It is older than what was agreed elsewhere in the text.
    """
    named = noun.tag_ == "NNP" and any(c.dep_ in NAME_PARTS and c.text[0].isupper() for c in noun.lefts)
    return named and not any(
        argument.role == PARTICIPANT and argument.entity is not None for argument in mention.arguments
    )
