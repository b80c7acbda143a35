"""A document as the network's input: words without white space, cut into windows that end where sentences do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.language.subwords import GAPS, Pieces, assemble, feature, shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from spacy.strings import StringStore
    from spacy.tokens import Doc

#: Pieces per window: the length the network was trained on; attention costs grow with its square.
BUDGET = 160
#: Limit for a single sentence, below the encoder's 512 positions; what is longer is cut between words.
LONGEST = 480
_CACHE_SIZE = 8192
"""An archive always has new words; these are more than the frequent ones."""
_SPACE, _NEWLINE = GAPS.index("space"), GAPS.index("newline")


@dataclass(frozen=True, slots=True)
class Form:
    """What the network needs to know of a word form; white space has no pieces and a gap instead."""

    pieces: tuple[int, ...]
    shape: int
    gap: int = 0
    ends_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document: index of each in the Doc, pieces, feature ids, and whether a paragraph starts there."""

    tokens: NDArray[np.int64]
    pieces: list[tuple[int, ...]]
    features: list[int]
    opens_paragraph: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words; `open_end` says that its last sentence may go on after it."""

    start: int
    end: int
    open_end: bool


class Forms:
    """Cached word forms by their hash in a string store."""

    def __init__(self, pieces: Callable[[str], tuple[int, ...]]) -> None:
        """Take the function from a word to its pieces."""
        self._pieces = pieces
        self._cache: dict[int, Form] = {}

    def form(self, orth: int, strings: StringStore) -> Form:
        """Return the form of a token; equal for equal strings, whatever was asked before."""
        known = self._cache.get(orth)
        if known is None:
            if len(self._cache) >= _CACHE_SIZE:
                self._cache.clear()
            known = self._cache[orth] = self._analyse(strings[orth])
        return known

    def _analyse(self, text: str) -> Form:
        if text.isspace():
            lines = text.replace("\r\n", "\n").replace("\r", "\n")
            return Form((), 0, _NEWLINE if "\n" in lines else _SPACE, lines.count("\n") > 1)
        return Form(self._pieces(text), shape(text))


def words_of(doc: Doc, forms: Forms) -> Words:
    """Return the words of a document, white-space tokens left out; the first word opens a paragraph.

    So does one that is set to start a sentence, as spaCy's own parsers heed it.
    """
    tokens, pieces, features, opens = [], [], [], []
    gap, opening = _NEWLINE, True
    strings, cached = doc.vocab.strings, forms.form
    for index, (orth, spaced, starts) in enumerate(doc.to_array(["ORTH", "SPACY", "SENT_START"]).tolist()):
        form = cached(orth, strings)
        if not form.pieces:
            gap = max(gap, form.gap)
            opening = opening or form.ends_paragraph
            continue
        if starts == 1:
            gap, opening = _NEWLINE, True
        tokens.append(index)
        pieces.append(form.pieces)
        features.append(feature(form.shape, gap))
        opens.append(opening)
        gap, opening = (_SPACE if spaced else 0), False
    return Words(np.array(tokens, dtype=np.int64), pieces, features, np.array(opens, dtype=bool))


def first_window(words: Words, start: int, budget: int) -> Window:
    """Return the longest window from `start` within the budget, ending at a paragraph where one ends inside."""
    end, size = start, 0
    while end < len(words.pieces) and (end == start or size + len(words.pieces[end]) <= budget):
        size += len(words.pieces[end])
        end += 1
    if end == len(words.pieces) or words.opens_paragraph[end]:
        return Window(start, end, open_end=False)
    openings = np.flatnonzero(words.opens_paragraph[start + 1 : end])
    if len(openings):
        return Window(start, start + 1 + int(openings[-1]), open_end=False)
    return Window(start, end, open_end=True)


def pieces_of(words: Words, window: Window, *, start_id: int, end_id: int) -> Pieces:
    """Return the network's input for a window."""
    return assemble(
        words.pieces[window.start : window.end],
        words.features[window.start : window.end],
        start_id=start_id,
        end_id=end_id,
    )
