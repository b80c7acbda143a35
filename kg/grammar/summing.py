"""Clauses that sum up: what happens often, or happened over a long time, is no one happening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import OBLIQUES, PLURAL, is_definite, marker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

PATIENTS = frozenset({"obj", "nsubj:pass"})
PRESENT = frozenset({"VBP", "VBZ"})
HOURS, STEPS, YEAR = "PT", 4, 4
"""How lengths of hours begin, and how far above a noun its verb is sought: "died in a number of [attacks]".

Then the digits of a year.
"""


def sums_up(token: Token, words: Words) -> bool:
    """Say whether a clause tells of what a trigger names as of many: "often attack", "killed 90 in recent weeks".

    Who often thinks of that talk thinks of one; who is often blamed for such attacks, of many.
    """
    one = is_definite(token, words) and not any(c.lower_ in words.function.pointer_to_kind for c in token.children)
    times = [child for word in _places(token) for child in word.children if child.dep_ in OBLIQUES]
    if _is_of_the_whole(token, words) or any(_has_cost(word, words) for word in _places(token)):
        return True
    often = (c for word in _places(token) for c in word.children if c.dep_ == "advmod")
    return not one and (
        any(child.lower_ in words.time.frequencies for child in often)
        or any(_is_long(time, words) or _lasts(token, time, words) for time in [*times, *_time_behind(token)])
    )


def _is_of_the_whole(participle: Token, words: Words) -> bool:
    """Say whether a participle is of all of whom some were told of: "the latest of 90 guards [killed] there"."""
    many = participle.head
    if participle.dep_ != "acl" or many.tag_ not in PLURAL:
        return False
    latest = many.head.lower_ in words.factuality.singling_word and marker_of(many) in words.prepositions.genitive
    return latest or marker_of(many) in words.prepositions.member


def _has_cost(noun: Token, words: Words) -> bool:
    """Say whether a clause tells what a noun has cost since a day: "a [campaign] that has killed 180 since Monday"."""
    for clause in noun.children if noun.pos_ == "NOUN" else ():
        perfect = clause.dep_ == "acl:relcl" and any(c.dep_ == "aux" and c.tag_ in PRESENT for c in clause.children)
        several = any(child.dep_ in PATIENTS and child.tag_ in PLURAL for child in clause.children)
        since = (child for child in clause.children if child.dep_ in OBLIQUES)
        if perfect and several and any(marker_of(time) in words.function.durative_preposition for time in since):
            return True
    return False


def _time_behind(noun: Token) -> Iterator[Token]:
    """Yield what a preposition right behind a noun governs, whatever a parser does: "battles since [Friday]"."""
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    if noun.pos_ == "NOUN" and behind.dep_ == "case":
        yield behind.head


def _places(token: Token) -> Iterator[Token]:
    """Yield a word and those above it up to its verb."""
    for _ in range(STEPS):
        yield token
        if token.pos_ == "VERB" or token.head is token:
            return
        token = token.head


def _is_long(noun: Token, words: Words) -> bool:
    """Say whether a time is of several days, weeks or years that passed: "in recent months", "over the past year"."""
    if noun.lower_ in words.time.passed and any(child.dep_ == "case" for child in noun.children):
        return True  # "in the past"
    if words.time.units.get(noun.lemma_.lower(), HOURS).startswith(HOURS):
        return False
    passed = any(child.lower_ in words.time.passed for child in noun.children)
    return passed and (noun.tag_ in PLURAL or any(child.dep_ == "case" for child in noun.children))


def _lasts(token: Token, time: Token, words: Words) -> bool:
    """Say whether a time goes on from a month or year: what was done to many "since January 2004" was done many times.

    So are several that are told from a day on: "battles since Friday". Who is held since then is held once.
    """
    if marker_of(time) not in words.function.durative_preposition:
        return False
    several = token.tag_ in PLURAL or any(c.dep_ in PATIENTS and c.tag_ in PLURAL for c in token.children)
    year = len(time.text) == YEAR and time.text.isdigit()
    return several and (
        year or time.text in words.time.months or (token.pos_ == "NOUN" and time.text in words.time.weekdays)
    )
