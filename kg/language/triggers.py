"""Events as the network scores them: which words evoke one, of which class, and which words have a role in it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.language.labels import ROLE_GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from kg.language.network import EventNetwork, Floats, Integers

#: Least probability of a trigger's class, and of a word's role, that is kept; who asks for events chooses above these.
LEAST_TRIGGER, LEAST_ROLE = 0.2, 0.3
#: Probabilities are rounded to this grid.
GRID = 1000

#: Where the columns of each group of roles begin, and where the last ends.
_BOUNDS = [0, *itertools.accumulate(len(group) + 1 for group in ROLE_GROUPS)]

#: Columns of a trigger: word, class, its score, factuality, its score, status of a transfer (0 for none), each a whole
#: number, scores in parts of GRID; of an argument: row of its trigger, word, role, score.
TRIGGER_COLUMNS, ARGUMENT_COLUMNS = 6, 4


@dataclass(frozen=True, slots=True)
class Candidates:
    """Rows of triggers and of arguments, as TRIGGER_COLUMNS and ARGUMENT_COLUMNS say, in the order of their words."""

    triggers: NDArray[np.int32]
    arguments: NDArray[np.int32]


def find_events(network: EventNetwork, lower: Floats, first: Integers, bounds: list[int]) -> Candidates:
    """Return what the sentences between the bounds tell, given the lower layers' states of their window's pieces.

    Words count from the window's first. Only words of its own sentence have a role in an event.
    """
    scores = network.scores(lower, first)
    kinds = _probabilities(scores.kind[: bounds[-1]])
    best = kinds[:, 1:].argmax(axis=1) + 1
    found = np.flatnonzero(kinds[np.arange(len(kinds)), best] >= LEAST_TRIGGER * GRID)
    triggers = np.zeros((len(found), TRIGGER_COLUMNS), dtype=np.int32)
    triggers[:, 0], triggers[:, 1], triggers[:, 2] = found, best[found], kinds[found, best[found]]
    factuality = _probabilities(scores.factuality[found])
    triggers[:, 3], triggers[:, 4] = factuality.argmax(axis=1), factuality.max(axis=1)
    triggers[:, 5] = scores.status[found].argmax(axis=1)
    sentence = np.searchsorted(bounds, found, side="right") - 1
    rows: list[tuple[int, int, int, int]] = []
    for number in range(len(bounds) - 1):
        own = np.flatnonzero(sentence == number)
        if len(own):
            start, end = bounds[number], bounds[number + 1]
            roles = network.roles(scores.trigger[found[own]], best[found[own]], scores.word[start:end])
            rows += _arguments(roles, own, found[own], start)
    return Candidates(triggers, np.array(rows, dtype=np.int32).reshape(-1, ARGUMENT_COLUMNS))


def joined(parts: list[tuple[int, Candidates]]) -> Candidates:
    """Return the candidates of windows that start at the given words as those of the document."""
    triggers, arguments, before = [], [], 0
    for start, part in parts:
        triggers.append(part.triggers + np.array([start, 0, 0, 0, 0, 0], dtype=np.int32))
        arguments.append(part.arguments + np.array([before, start, 0, 0], dtype=np.int32))
        before += len(part.triggers)
    return Candidates(
        np.concatenate([np.zeros((0, TRIGGER_COLUMNS), dtype=np.int32), *triggers]),
        np.concatenate([np.zeros((0, ARGUMENT_COLUMNS), dtype=np.int32), *arguments]),
    )


def _arguments(roles: Floats, rows: Integers, words: Integers, start: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield the arguments of triggers of one sentence, whose first word is `start`; no trigger is its own argument."""
    for row, word, scores in zip(rows.tolist(), words.tolist(), roles, strict=True):
        kept: list[tuple[int, int, int, int]] = []
        for first, end in itertools.pairwise(_BOUNDS):
            likely = _probabilities(scores[:, first:end])
            best = likely[:, 1:].argmax(axis=1) + 1
            sure = likely[np.arange(len(likely)), best]
            places = np.flatnonzero(sure >= LEAST_ROLE * GRID).tolist()
            kept += [(row, start + at, first + int(best[at]), int(sure[at])) for at in places if start + at != word]
        yield from sorted(kept)


def _probabilities(scores: Floats) -> Integers:
    """Return the probabilities of scores that lie on a grid, in parts of GRID, over the last axis."""
    powers = np.exp(scores.astype(np.float64) - scores.max(axis=-1, keepdims=True))
    parts: Integers = np.rint(powers / powers.sum(axis=-1, keepdims=True) * GRID).astype(np.int64)
    return parts
