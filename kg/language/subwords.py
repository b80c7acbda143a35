"""Words to the network's input: word pieces, and the shape features that an uncased vocabulary forgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenizers import Tokenizer

#: Pieces of one word beyond this number say nothing new (URLs, base64) and would eat the window.
MAX_PIECES_PER_WORD = 12

SHAPES = ("continuation", "lower", "title", "upper", "mixed", "digit", "symbol", "initial")
GAPS = ("none", "space", "newline")

#: Number of distinct feature ids: 0 for [CLS], [SEP] and continuation pieces, then shape x gap.
FEATURE_COUNT = 1 + (len(SHAPES) - 1) * len(GAPS)

_DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "…": "."})


@dataclass(frozen=True, slots=True)
class Pieces:
    """Input ids and feature ids of equal length, and for every word the index of its first piece."""

    ids: list[int]
    features: list[int]
    first: list[int]


def shape(word: str) -> int:
    """Return the index in SHAPES of a word's case pattern; never 0, which continuation pieces have."""
    if any(c.isdigit() for c in word):
        return 5 if not any(c.isalpha() for c in word) else 4
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 6
    if word.islower():
        return 1
    if len(letters) == 1:
        return 7
    if word.isupper():
        return 3
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return 2
    return 4


def feature(word_shape: int, gap: int) -> int:
    """Return the feature id, in 1..FEATURE_COUNT-1, of a word shape and the gap (index in GAPS) before the word."""
    return 1 + (word_shape - 1) * len(GAPS) + gap


def normalise(word: str) -> str:
    """Return the word with typographic dashes and apostrophes in their ASCII form, as most of the treebank has them."""
    return word.translate(_DASHES)


def piece_id(tokenizer: Tokenizer, piece: str) -> int:
    """Return the id of a piece; raises ModelError where the vocabulary lacks it."""
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise ModelError(f"the language model's vocabulary lacks {piece}", remedy="reinstall newskg")
    return int(number)


def piece_lookup(tokenizer: Tokenizer) -> Callable[[str], tuple[int, ...]]:
    """Return a function from a word to 1..MAX_PIECES_PER_WORD piece ids."""
    unknown = piece_id(tokenizer, "[UNK]")

    def pieces(word: str) -> tuple[int, ...]:
        ids = tokenizer.encode(normalise(word), add_special_tokens=False).ids
        return tuple(ids[:MAX_PIECES_PER_WORD]) or (unknown,)

    return pieces


def assemble(pieces: Sequence[Sequence[int]], features: Sequence[int], *, start_id: int, end_id: int) -> Pieces:
    """Return one window's input from its words' pieces and features, between the start and the end symbol."""
    ids, feats, first = [start_id], [0], []
    for word_pieces, word_feature in zip(pieces, features, strict=True):
        first.append(len(ids))
        ids.extend(word_pieces)
        feats.append(word_feature)
        feats.extend([0] * (len(word_pieces) - 1))
    ids.append(end_id)
    feats.append(0)
    return Pieces(ids, feats, first)
