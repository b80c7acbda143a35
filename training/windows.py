"""Windows of consecutive sentences, cut anew and disturbed in every pass, as padded tensors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch

from kg.language.labels import NER_CLASSES, Labels
from kg.language.subwords import assemble, feature, shape

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from training.examples import Sentence

IGNORE = -100


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Class numbers of every head's labels and the piece lookup."""

    tag: dict[str, int]
    pos: dict[str, int]
    morph: dict[str, int]
    lemma: dict[str, int]
    dep: dict[str, int]

    @classmethod
    def of(cls, labels: Labels) -> Vocabulary:
        """Return the inverse of the inventories."""
        return cls(*({name: i for i, name in enumerate(getattr(labels, head))} for head in cls.__slots__))


@dataclass(frozen=True, slots=True)
class Window:
    """One input with its targets per word; arcs point to window positions, -1 is the root."""

    ids: list[int]
    features: list[int]
    first: list[int]
    sentence: list[int]
    targets: dict[str, list[int]]
    allowed: np.ndarray | None
    weight: float


def disturb(sentence: Sentence, rng: random.Random, *, syntax: bool) -> Sentence:
    """Return the sentence, sometimes in another case or without its final stop, as headlines and captions are."""
    roll = rng.random()
    words = sentence.words
    if roll < 0.02:
        words = tuple(w.lower() for w in words)
    elif roll < 0.05:
        words = tuple(w if any(c.isupper() for c in w) else w.capitalize() for w in words)
    elif roll < 0.065:
        words = tuple(w.upper() for w in words)
    scripts = tuple(
        "l" + edit[1:] if new != old and old.islower() else edit
        for edit, new, old in zip(sentence.lemma, words, sentence.words, strict=False)
    )
    changed = replace(sentence, words=words, lemma=scripts)
    if not syntax or len(words) < 3 or words[-1] != "." or rng.random() > 0.06 or len(words) - 1 in sentence.head:
        return changed
    cut = {name: getattr(changed, name)[:-1] for name in _PER_WORD if getattr(changed, name)}
    return replace(changed, **cut, allowed=None if sentence.allowed is None else sentence.allowed[:-1])


_PER_WORD = ("words", "spaced", "offsets", "tag", "pos", "morph", "lemma", "head", "dep")


class Cutter:
    """Turns sentences of a document into windows; holds the vocabulary and the tokenizer's piece lookup."""

    def __init__(self, vocabulary: Vocabulary, pieces: object, start_id: int, end_id: int) -> None:
        """Take what a window is made with."""
        self.vocabulary, self.pieces, self.start_id, self.end_id = vocabulary, pieces, start_id, end_id

    def length(self, sentence: Sentence) -> int:
        """Return the number of word pieces of a sentence."""
        return sum(len(self.pieces(w)) for w in sentence.words)  # type: ignore[operator]

    def window(self, sentences: Sequence[Sentence], breaks: Sequence[bool], weight: float, *, wrap: int = 0) -> Window:
        """Return a window; breaks[i]: a new line starts sentence i; wrap: lines have that many words."""
        words, feats, owner = [], [], []
        targets: dict[str, list[int]] = {n: [] for n in ("tag", "pos", "morph", "lemma", "dep", "head", "start")}
        for number, sentence in enumerate(sentences):
            base = len(words)
            for i, word in enumerate(sentence.words):
                gap = (2 if breaks[number] else 1) if i == 0 else int(sentence.spaced[i])
                if wrap and gap == 1 and (base + i) % wrap == 0:
                    gap = 2
                feats.append(feature(shape(word), gap))
            words += sentence.words
            owner += [number] * len(sentence.words)
            self._targets(sentence, base, targets)
        pieces = assemble([self.pieces(w) for w in words], feats, start_id=self.start_id, end_id=self.end_id)  # type: ignore[operator]
        targets["start"][0] = IGNORE
        rows = [np.ones((len(s.words), NER_CLASSES), bool) if s.allowed is None else s.allowed for s in sentences]
        return Window(pieces.ids, pieces.features, pieces.first, owner, targets, np.concatenate(rows), weight)

    def _targets(self, sentence: Sentence, base: int, targets: dict[str, list[int]]) -> None:
        size = len(sentence.words)
        if not sentence.head:
            for values in targets.values():
                values += [IGNORE] * size
            # A corpus of single sentences still teaches where the next one starts.
            targets["start"][base:] = [1] + [0] * (size - 1)
            return
        for name in ("tag", "pos", "morph", "lemma", "dep"):
            numbers = getattr(self.vocabulary, name)
            targets[name] += [numbers.get(value, IGNORE) for value in getattr(sentence, name)]
        targets["head"] += [h if h < 0 else h + base for h in sentence.head]
        targets["start"] += [1] + [0] * (size - 1)

    def windows(self, doc: Sequence[Sentence], rng: random.Random, weight: float) -> Iterator[Window]:
        """Yield windows that cover a document, each up to a random number of pieces."""
        syntax = bool(doc[0].head)
        group: list[Sentence] = []
        size, limit = 0, rng.randint(20, 170)
        newline_rate = rng.choice([0.0, 0.0, 0.3, 1.0])
        wrap = rng.randint(8, 18) if newline_rate == 0 and rng.random() < 0.15 else 0
        for sentence in doc:
            sentence = disturb(sentence, rng, syntax=syntax)
            length = self.length(sentence)
            if group and size + length > limit:
                yield self.window(group, self._breaks(group, newline_rate, rng), weight, wrap=wrap)
                group, size, limit = [], 0, rng.randint(20, 170)
            group.append(sentence)
            size += length
        yield self.window(group, self._breaks(group, newline_rate, rng), weight, wrap=wrap)

    @staticmethod
    def _breaks(group: Sequence[Sentence], rate: float, rng: random.Random) -> list[bool]:
        return [rng.random() < rate for _ in group]


def batches(windows: list[Window], budget: int, rng: random.Random) -> Iterator[list[Window]]:
    """Yield groups of windows of similar length whose padded size is at most `budget` pieces, in random order."""
    ordered = sorted(windows, key=lambda w: (len(w.ids), rng.random()))
    groups: list[list[Window]] = [[]]
    for window in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * len(window.ids) > budget:
            groups.append([])
        groups[-1].append(window)
    rng.shuffle(groups)
    yield from groups


def tensors(batch: list[Window]) -> dict[str, torch.Tensor]:
    """Return padded tensors: ids, features (B x P), first, sentence and targets (B x N), allowed (B x N x C)."""
    pieces = max(len(w.ids) for w in batch)
    words = max(len(w.first) for w in batch)
    out = {
        "ids": torch.zeros(len(batch), pieces, dtype=torch.long),
        "features": torch.zeros(len(batch), pieces, dtype=torch.long),
        "first": torch.zeros(len(batch), words, dtype=torch.long),
        "sentence": torch.full((len(batch), words), -1, dtype=torch.long),
        "allowed": torch.ones(len(batch), words, NER_CLASSES, dtype=torch.bool),
        "weight": torch.tensor([w.weight for w in batch]),
        "mask": torch.zeros(len(batch), pieces, dtype=torch.bool),
    }
    for name in ("tag", "pos", "morph", "lemma", "dep", "head", "start"):
        out[name] = torch.full((len(batch), words), IGNORE, dtype=torch.long)
    for row, window in enumerate(batch):
        size, count = len(window.ids), len(window.first)
        out["ids"][row, :size] = torch.tensor(window.ids)
        out["features"][row, :size] = torch.tensor(window.features)
        out["mask"][row, :size] = True
        out["first"][row, :count] = torch.tensor(window.first)
        out["sentence"][row, :count] = torch.tensor(window.sentence)
        out["allowed"][row, :count] = torch.from_numpy(window.allowed)
        for name, values in window.targets.items():
            out[name][row, :count] = torch.tensor(values)
    return out
