"""Sentences of our own for what the corpora lack: calls, arms packages, lists of weapons, headlines."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import numpy as np

from kg.language.labels import NER_CLASSES
from training.examples import Sentence
from training.gazetteer import words
from training.names import _mark, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLOT = re.compile(r"\{(\+?)([A-Z]*)(=?):?([a-z]*)\}")


def _fill(slot: re.Match[str], rng: random.Random, lists: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Return (text, type or "") pieces for a slot; a `+` slot becomes a coordination of one to four items."""
    repeat, kind, _, name = slot.groups()
    count = rng.choice([1, 2, 2, 3, 4]) if repeat else 1
    pieces: list[tuple[str, str]] = []
    for number in range(count):
        if number:
            pieces.append((" and " if number == count - 1 else " , ", ""))
        if repeat and rng.random() < 0.4:
            pieces += [(rng.choice(lists["numbers"]), "CARDINAL"), (" ", "")]
        pieces.append((rng.choice(lists[name]), kind))
    return pieces


def _render(template: str, rng: random.Random, lists: dict[str, list[str]]) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text of one filled template and its spans."""
    text, spans, last = "", [], 0
    for slot in _SLOT.finditer(template):
        for piece, kind in [(template[last : slot.start()], ""), *_fill(slot, rng, lists)]:
            if kind:
                spans.append((len(text), len(text) + len(piece), kind))
            text += piece
        last = slot.end()
    return text + template[last:], spans


def generate(count: int, seed: int) -> Iterator[Sentence]:
    """Yield `count` filled templates; the same seed gives the same sentences."""
    rng = random.Random(seed)  # noqa: S311
    templates = words("templates")
    names = {m.group(4) for t in templates for m in _SLOT.finditer(t)} | {"numbers"}
    lists = {name: words(name) for name in sorted(names)}
    for number in range(count):
        text, spans = _render(rng.choice(templates), rng, lists)
        tokens, offsets = tokenise(text)
        rows = np.zeros((len(tokens), NER_CLASSES), dtype=bool)
        rows[:, 0] = True
        starts = {a: i for i, (a, _) in enumerate(offsets)}
        ends = {b: i for i, (_, b) in enumerate(offsets)}
        for a, b, kind in spans:
            if a in starts and b in ends:
                _mark(rows, starts[a], ends[b], {kind})
        glued = {",", ".", "'s", ")"}
        spaced = tuple(not (w in glued or (i and tokens[i - 1] in {"(", "$", "€", "£"})) for i, w in enumerate(tokens))
        yield Sentence(f"template:{number}", text, tokens, spaced, offsets, allowed=rows)
