"""Words and signs of a text, independent of any pipeline's tokens, so that names match in every tokenisation."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.knowledge.folding import fold

#: Dotted letters (U.S., J.D.) are one piece; runs of letters and digits are one; every other sign is its own.
PIECE = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+\.?(?!\w)|[^\W_]+|[^\w\s]|_")

#: The signs that a possessive and a name like "O'Brien" are written with.
APOSTROPHES = frozenset("'’")


class Piece(NamedTuple):
    """Characters start..end of the text; `key` is the folded form, a sign's own."""

    start: int
    end: int
    text: str
    key: str

    @property
    def is_word(self) -> bool:
        """Whether the piece is made of letters or digits."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether the piece begins with a capital letter."""
        return self.text[0].isupper()


def name_parts(piece: Piece) -> tuple[str, ...]:
    """Return the folded words that the piece adds to a name: each initial of "H.W.", nothing for a sign."""
    if not piece.is_word:
        return ()
    return tuple(piece.text.replace(".", "").casefold()) if "." in piece.text else (piece.key,)


def split_pieces(text: str) -> tuple[Piece, ...]:
    """Return the pieces of the text in order."""
    return tuple([Piece(*found.span(), (word := found[0]), fold(word) or word) for found in PIECE.finditer(text)])
