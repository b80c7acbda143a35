"""Class numbers as a vocabulary's symbols: what spaCy writes into a Doc."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kg.language.lemmas import apply_script

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from kg.language.analysis import Table
    from kg.language.labels import Labels
    from kg.language.lexicon import Lexicon

#: Columns of a Doc's analysis, one row per token: hashes, the head's offset from the token, and the BIES class.
TAG, POS, MORPH, LEMMA, HEAD, DEP, NAME = range(7)
Symbols = NDArray[np.uint64]

_CACHE_SIZE = 8192


class Translator:
    """Translates tables of class numbers for one vocabulary; the hash of a string is the same in all of them."""

    def __init__(self, labels: Labels, lexicon: Lexicon, vocab: Vocab) -> None:
        """Add the labels to the vocabulary's strings."""
        self.vocab = vocab
        add = vocab.strings.add
        self._tag = np.array([add(tag) for tag in labels.tag], dtype=np.uint64)
        self._pos = np.array([add(pos) for pos in labels.pos], dtype=np.uint64)
        self._morph = np.array([vocab.morphology.add("" if m == "_" else m) for m in labels.morph], dtype=np.uint64)
        self._dep = np.array([add("ROOT" if dep == "root" else dep) for dep in labels.dep], dtype=np.uint64)
        self._labels, self._lexicon = labels, lexicon
        self._lemmas: dict[tuple[int, ...], str] = {}
        self._space = (add("_SP"), add("SPACE"), vocab.morphology.add(""), add("dep"))

    def translate(self, doc: Doc, tokens: NDArray[np.int64], table: Table) -> Symbols:
        """Return the analysis of a Doc, given the token index and the class numbers of each of its words."""
        out = np.zeros((len(doc), 7), dtype=np.uint64)
        out[:, TAG], out[:, POS], out[:, MORPH], out[:, DEP] = self._space
        orths = doc.to_array("ORTH")
        out[:, LEMMA] = orths
        out[:, HEAD] = _space_heads(len(doc), tokens).astype(np.uint64)
        out[tokens, TAG], out[tokens, POS] = self._tag[table[:, 0]], self._pos[table[:, 1]]
        out[tokens, MORPH], out[tokens, DEP] = self._morph[table[:, 2]], self._dep[table[:, 5]]
        keys = zip(orths[tokens].tolist(), *table[:, [0, 1, 3]].T.tolist(), strict=True)
        out[tokens, LEMMA] = np.array([self._lemma(key) for key in keys], dtype=np.uint64)
        out[tokens, HEAD] = (tokens[table[:, 4]] - tokens).astype(np.uint64)
        out[tokens, NAME] = table[:, 7]
        return out

    def _lemma(self, key: tuple[int, ...]) -> int:
        """Return the hash of the lemma of (word hash, tag class, part-of-speech class, script class)."""
        known = self._lemmas.get(key)
        if known is None:
            if len(self._lemmas) >= _CACHE_SIZE:
                self._lemmas.clear()
            orth, tag, pos, script = key
            word = self.vocab.strings[orth]
            guess = apply_script(self._labels.lemma[script], word)
            lemma = self._lexicon.lemma(word, self._labels.tag[tag], self._labels.pos[pos], guess)
            known = self._lemmas[key] = lemma
        # What the vocabulary had of it may be gone by now: see kg.grammar.parses.
        return self.vocab.strings.add(known)


def _space_heads(length: int, tokens: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return head offsets that hang white space on the token before it, or at the start on the one behind it."""
    heads = np.full(length, -1, dtype=np.int64)
    lead = int(tokens[0]) if len(tokens) else 0
    heads[:lead] = 1
    if length and not len(tokens):
        heads[0] = 0
    return heads
