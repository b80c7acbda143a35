"""Entity spans from per-word scores: the best well-formed BIES path, by Viterbi where a word may be in a name."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kg.language.labels import ENTITY_TYPES, PREFIXES

Scores = NDArray[np.float32]

#: A word whose O beats every other class by this much (a factor of 50) is outside without further search.
_CERTAIN = 4.0
_NEVER = np.float32(-1e9)


def best_names(scores: Scores) -> list[tuple[int, int, str]]:
    """Return (first word, end word, type) of the names in one sentence, in order, none overlapping."""
    names = []
    for start, end in _stretches(scores[:, 1:].max(axis=1) + _CERTAIN > scores[:, 0]):
        path = _best_path(scores[start:end])
        names += [(start + a, start + b, kind) for a, b, kind in _spans(path)]
    return names


def _stretches(possible: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the maximal runs of True as half-open ranges."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], possible, [False]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _best_path(scores: Scores) -> list[int]:
    """Return the best class sequence of a stretch that starts and ends outside names."""
    kinds = len(ENTITY_TYPES)
    emit = scores[:, 1:].reshape(len(scores), kinds, len(PREFIXES))
    # Two states per type suffice: what may follow is decided by being inside a name of that type or outside.
    outside, inside = np.float32(0), np.full(kinds, _NEVER, dtype=np.float32)
    from_outside: list[tuple[int, int]] = []
    entered: list[NDArray[np.bool_]] = []
    for o, e in zip(scores[:, 0], emit, strict=True):
        close, alone = inside + e[:, 2], outside + e[:, 3]
        enter, stay = outside + e[:, 0], inside + e[:, 1]
        options = np.concatenate([[outside + o], close, alone])
        best = int(options.argmax())
        from_outside.append(divmod(best - 1, kinds) if best else (-1, 0))
        entered.append(enter >= stay)
        outside, inside = options[best], np.maximum(enter, stay)
    return _trace(from_outside, entered)


def _trace(from_outside: list[tuple[int, int]], entered: list[NDArray[np.bool_]]) -> list[int]:
    """Return the classes along the best path, read from its end."""
    path, within = [], -1
    for (how, kind), began in zip(reversed(from_outside), reversed(entered), strict=True):
        if within >= 0:
            first = bool(began[within])
            path.append(1 + len(PREFIXES) * within + (0 if first else 1))
            within = -1 if first else within
        elif how < 0:
            path.append(0)
        else:
            path.append(1 + len(PREFIXES) * kind + (2 if how == 0 else 3))
            within = kind if how == 0 else -1
    return path[::-1]


def _spans(path: list[int]) -> list[tuple[int, int, str]]:
    """Return the spans of a well-formed class sequence."""
    spans, start = [], 0
    for place, number in enumerate(path):
        if not number:
            continue
        kind, prefix = divmod(number - 1, len(PREFIXES))
        if PREFIXES[prefix] in "BS":
            start = place
        if PREFIXES[prefix] in "ES":
            spans.append((start, place + 1, ENTITY_TYPES[kind]))
    return spans
