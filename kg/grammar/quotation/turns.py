"""Turns: which of two verbs of saying between two quotations speaks which."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.grammar.speech import speech_at
from kg.grammar.syntax import SUBJECTS
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.quotation.frames import Frame
    from kg.grammar.quotation.marks import Quotation
    from kg.grammar.speech import Speech
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

CARRIED_ON = frozenset(",?!…")
"""The marks with which a quotation ends where the writer's sentence goes on."""
NO_TURN = frozenset({Term("Responds"), Term("Thinks"), Term("Describes")})


def goes_on(quotation: Quotation, text: str) -> bool:
    """Say whether the writer's sentence goes on behind a quotation: “We will win,” she said."""
    return text[quotation.parts[-1].end - 1] in CARRIED_ON


def speech_in_turn(quotation: Quotation, frame: Frame, text: str, words: Words) -> Speech | None:
    """Return the verb that speaks a quotation where two clauses of saying stand between it and a neighbour.

    In “We will win,” Ann said, before Bob added: “We will help.” the first belongs to the words that end in a comma,
    the last to those that it introduces, whatever a parser makes of the whole.
    """
    number = bisect_left(frame.quotations, quotation.start, key=lambda one: one.start)
    if number + 1 < len(frame.quotations) and goes_on(quotation, text):
        spoken = _between(frame, quotation, frame.quotations[number + 1], words)
        if len(spoken) > 1:
            return spoken[0]
    if number and goes_on(frame.quotations[number - 1], text):
        spoken = _between(frame, frame.quotations[number - 1], quotation, words)
        if len(spoken) > 1:
            return spoken[-1]
    return None


def is_split(before: Quotation, after: Quotation, frame: Frame, text: str, words: Words) -> bool:
    """Say whether two quotations are one sentence that the writer breaks off by a comma to say whose it is."""
    outside = frame.between(before, after)
    broken = text[before.parts[-1].end - 1] == "," and bool(outside) and outside[-1].text == ","
    return broken and any(speech_at(token, words) is not None for token in outside)


def _between(frame: Frame, before: Quotation, after: Quotation, words: Words) -> list[Speech]:
    """The verbs of saying with a subject of their own between two quotations, in order of the text."""
    spoken = (speech for token in frame.between(before, after) if (speech := speech_at(token, words)) is not None)
    return [speech for speech in spoken if speech.stance not in NO_TURN and _has_subject(speech.token)]


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)
