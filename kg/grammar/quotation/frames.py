"""Sentences as quotation cuts them: a stretch of the writer's own words with the quotations that it holds.

Parsers lose sentence boundaries at quotation marks, typography does not: a sentence of the writer ends with the
writer's full stop, with the paragraph, or with a quotation that ends in a full stop before a capital.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.grammar.quotation.marks import Quotation
from kg.grammar.speech import speech_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words
    from kg.records import Span

STOPS = frozenset(".!?")
OPEN_STOPS = frozenset("!?…")  # “Why?” she asked.
CUE_DISTANCE = 6
MOST_QUOTATIONS = 50
"""In one frame, behind which another begins: who says one is looked for in all that the frame holds."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Characters start..end: the tokens that the writer speaks, the quotations between them, the paragraph's number."""

    start: int
    end: int
    outside: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    paragraph: int

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing but quotation."""
        return bool(self.quotations) and not any(token.is_alpha for token in self.outside)

    def between(self, before: Quotation, after: Quotation) -> tuple[Token, ...]:
        """Return the writer's tokens between two quotations."""
        first, last = (bisect_left(self.outside, at, key=attrgetter("idx")) for at in (before.end, after.start))
        return self.outside[first:last]

    def ahead(self, start: int, count: int) -> tuple[Token, ...]:
        """Return the last so many of the writer's tokens before a character."""
        last = bisect_left(self.outside, start, key=attrgetter("idx"))
        return self.outside[max(last - count, 0) : last]

    def around(self, token: Token, distance: int) -> tuple[Token, ...]:
        """Return the writer's tokens from so many before a token to so many behind it."""
        places = (token.i - distance, token.i + distance + 1)
        first, last = (bisect_left(self.outside, at, key=attrgetter("i")) for at in places)
        return self.outside[first:last]


def find_frames(doc: Doc, quotations: Sequence[Quotation], blocks: Sequence[Span], words: Words) -> tuple[Frame, ...]:
    """Cut a text into frames, in order; `blocks` are its paragraphs."""
    starts = [block.start for block in blocks]
    pieces = _pieces(doc, quotations)
    begun = [bisect_right(starts, piece.start if isinstance(piece, Quotation) else piece.idx) for piece in pieces]
    frames: list[Frame] = []
    first = held = 0
    for number, piece in enumerate(pieces):
        paragraph, may_end = begun[number], True
        if isinstance(piece, Quotation):
            paragraph, held = bisect_right(starts, piece.end - 1), held + 1
        else:
            may_end = piece.text in STOPS
        goes_on = number + 1 < len(pieces) and begun[number + 1] == paragraph and held < MOST_QUOTATIONS
        ahead = pieces[number + 1 : number + 1 + CUE_DISTANCE] if may_end else ()
        if not goes_on or (may_end and _ends(piece, ahead, doc.text, words)):
            frames.append(_frame(pieces[first : number + 1], paragraph))
            first, held = number + 1, 0
    return tuple(frames)


def _pieces(doc: Doc, quotations: Sequence[Quotation]) -> list[Token | Quotation]:
    """The quotations and the tokens outside them, in order."""
    pieces: list[Token | Quotation] = []
    waiting = list(reversed(quotations))
    end = 0
    for token in doc:
        while waiting and token.idx + len(token.text) > waiting[-1].start:
            quotation = waiting.pop()
            pieces.append(quotation)
            end = quotation.end
        if token.idx >= end and not token.is_space:
            pieces.append(token)
    return pieces


def _frame(pieces: Sequence[Token | Quotation], paragraph: int) -> Frame:
    first, last = pieces[0], pieces[-1]
    return Frame(
        start=first.start if isinstance(first, Quotation) else first.idx,
        end=last.end if isinstance(last, Quotation) else last.idx + len(last.text),
        outside=tuple([piece for piece in pieces if not isinstance(piece, Quotation)]),
        quotations=tuple([piece for piece in pieces if isinstance(piece, Quotation)]),
        paragraph=paragraph,
    )


def _ends(piece: Token | Quotation, ahead: Sequence[Token | Quotation], text: str, words: Words) -> bool:
    """Say whether a stop or quotation, `ahead` of which is more of its paragraph, ends a sentence of the writer."""
    following = ahead[0]
    if not isinstance(piece, Quotation):
        return isinstance(following, Quotation) or not following.is_right_punct
    last = text[piece.parts[-1].end - 1]
    begins = isinstance(following, Quotation) or following.text[0].isupper()
    if last in OPEN_STOPS:
        return begins and not any(not isinstance(part, Quotation) and speech_at(part, words) for part in ahead)
    return last in STOPS and begins
