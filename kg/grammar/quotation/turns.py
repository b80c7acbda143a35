"""Turns: which of two verbs of saying between two quotations speaks which."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.grammar.speech import speech_at
from kg.grammar.syntax import SUBJECTS, marks_of
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.grammar.quotation.frames import Frame
    from kg.grammar.quotation.marks import Quotation
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

CARRIED_ON = frozenset(",?!…")
"""The marks with which a quotation ends where the writer's sentence goes on."""
NO_TURN = frozenset({Term("Responds"), Term("Thinks"), Term("Describes")})
WHEN = "WRB"


def goes_on(quotation: Quotation, text: str) -> bool:
    """Say whether the writer's sentence goes on behind a quotation: “We will win,” she said."""
    return text[quotation.parts[-1].end - 1] in CARRIED_ON


def verb_in_turn(quotation: Quotation, frame: Frame, text: str, words: Words) -> Token | None:
    """Return the verb that speaks a quotation where two clauses of saying stand between it and a neighbour.

    In “We will win,” Ann said, before Bob added: “We will help.” the first belongs to the words that end in a comma,
    the last to those that it introduces, whatever a parser makes of the whole.
    """
    number = bisect_left(frame.quotations, quotation.start, key=lambda one: one.start)
    before, after = frame.quotations[:number], frame.quotations[number + 1 :]
    if after and goes_on(quotation, text):
        spoken = _between(frame, quotation, after[0], words)
        if len(spoken) > 1 or (spoken and _is_closed(quotation, after[0], frame, text, words)):
            return spoken[0]
    if before and goes_on(before[-1], text):
        spoken = _between(frame, before[-1], quotation, words)
        turns = len(spoken) > 1 or (spoken and _introducing(before[-1], frame, words) is not None)
        return spoken[-1] if turns else None
    return _introducing(quotation, frame, words)


def is_introduced(token: Token, frame: Frame) -> bool:
    """Say whether a colon of the writer stands before the quotation that a token stands in."""
    return [mark.text for mark in frame.ahead(token.idx, 1)] == [":"]


def is_split(before: Quotation, after: Quotation, frame: Frame, text: str, words: Words) -> bool:
    """Say whether two quotations are one sentence that the writer breaks off by a comma to say whose it is."""
    outside = frame.between(before, after)
    broken = text[before.parts[-1].end - 1] == "," and bool(outside) and outside[-1].text == ","
    return broken and any(speech_at(token, words) is not None for token in outside)


def _is_closed(quotation: Quotation, after: Quotation, frame: Frame, text: str, words: Words) -> bool:
    """Say whether another speaks the next quotation, and not by a comma: “We won,” Ann said; “we did,” Bob replied."""
    if frame.between(quotation, after)[-1].text == "," or not goes_on(after, text):
        return False
    number = frame.quotations.index(after)
    end = frame.quotations[number + 1].start if number + 1 < len(frame.quotations) else frame.end
    return bool(_spoken((token for token in frame.outside if after.end <= token.idx < end), words))


def _introducing(quotation: Quotation, frame: Frame, words: Words) -> Token | None:
    """Return the verb of a clause of time that a comma ends: After Ann [said], “It is shut,” Bob left."""
    before = frame.ahead(quotation.start, 2)
    if [token.text for token in before[1:]] != [","]:
        return None
    spoken = _spoken(before[:1], words)
    return spoken[0] if spoken and (marks_of(spoken[0]) or any(c.tag_ == WHEN for c in spoken[0].lefts)) else None


def _between(frame: Frame, before: Quotation, after: Quotation, words: Words) -> list[Token]:
    """The verbs with a subject of their own that speak between two quotations, in order of the text.

    Before a colon any verb speaks: “It was wrong,” Ann said, and Bob [agreed]: “Very.”
    """
    outside = frame.between(before, after)
    spoken = _spoken(outside, words)
    if len(spoken) > 1 or not outside or outside[-1].text != ":":
        return spoken
    behind = (token for token in outside if token.pos_ == "VERB" and (not spoken or token.i > spoken[0].i))
    verbs = (verb for verb in behind if _has_subject(verb) and not verb.dep_.startswith("acl"))
    return [*spoken, *[verb for verb in verbs if speech_at(verb, words) is None][:1]]


def _spoken(tokens: Iterable[Token], words: Words) -> list[Token]:
    spoken = (speech for token in tokens if (speech := speech_at(token, words)) is not None)
    return [speech.token for speech in spoken if speech.stance not in NO_TURN and _has_subject(speech.token)]


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)
