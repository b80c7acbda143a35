"""From words to a full analysis: windows read one after another, sentences parsed, names decoded."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kg.language.labels import ENTITY_TYPES, PREFIXES
from kg.language.names import best_names
from kg.language.trees import best_tree
from kg.language.triggers import Candidates, find_events, joined
from kg.language.windows import BUDGET, LONGEST, Window, Words, first_window, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.language.network import EventNetwork, Integers, Network, Reading
    from kg.language.subwords import Pieces

#: Columns of an analysis, one row per word: class numbers, the head as an index of words (the root's is itself),
#: 1 where a sentence starts, and the class of the BIES scheme.
COLUMNS = ("tag", "pos", "morph", "lemma", "head", "dep", "start", "name")
Table = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Ends:
    """Numbers that the analysis needs: the pieces around a window and the class of the dependency label "root"."""

    start_id: int
    end_id: int
    root: int


def analyse(words: Words, network: Network, ends: Ends) -> tuple[Table, Candidates | None]:
    """Return one row per word with the columns COLUMNS, and the events if the network reads any.

    Both depend on the document alone, not on what else is read.
    """
    table = np.zeros((len(words.pieces), len(COLUMNS)), dtype=np.int32)
    events = []
    for window, pieces, reading, bounds in _scan(words, network, ends):
        size = bounds[-1]
        rows = table[window.start : window.start + size]
        for column, values in enumerate((reading.tag, reading.pos, reading.morph, reading.lemma)):
            rows[:, column] = values[:size]
        heads = _heads(reading, bounds)
        rows[:, 4] = window.start + np.where(heads == 0, np.arange(size), heads - 1)
        rows[:, 5] = _labels(reading, heads, network, ends.root)
        rows[bounds[:-1], 6] = 1
        for start, end in itertools.pairwise(bounds):
            for first, last, kind in best_names(reading.names[start:end]):
                rows[start + first : start + last, 7] = _classes(last - first, kind)
        if network.events is not None:
            events.append((window.start, _events(pieces, reading, bounds, network.events)))
    return table, joined(events) if network.events is not None else None


def _scan(words: Words, network: Network, ends: Ends) -> Iterator[tuple[Window, Pieces, Reading, list[int]]]:
    """Yield windows with pieces, reading and the bounds of their sentences, which cover every word once, in order.

    A window that ends inside a paragraph gives up its last sentence, and the next one reads that from its start; where
    it has no other sentence, it grows to LONGEST pieces before it is cut.
    """
    start, budget = 0, BUDGET
    while start < len(words.pieces):
        window = first_window(words, start, budget)
        pieces = pieces_of(words, window, start_id=ends.start_id, end_id=ends.end_id)
        reading = network.read(pieces)
        begins = (reading.start > 0) | words.opens_paragraph[window.start : window.end]
        begins[0] = True
        bounds = np.flatnonzero(begins).tolist()
        if window.open_end and len(bounds) == 1 and budget < LONGEST:
            budget = LONGEST
            continue
        if not window.open_end or len(bounds) == 1:
            bounds.append(window.end - window.start)
        yield window, pieces, reading, bounds
        start, budget = window.start + bounds[-1], BUDGET


def _events(pieces: Pieces, reading: Reading, bounds: list[int], network: EventNetwork) -> Candidates:
    """Return the events of a window, of whose pieces those of a sentence that is read again are left out."""
    first = np.array(pieces.first, dtype=np.int64)
    cut = int(first[bounds[-1]]) if bounds[-1] < len(first) else len(pieces.ids) - 1
    kept = [*range(cut), len(pieces.ids) - 1]
    return find_events(network, reading.lower[:, kept], first[: bounds[-1]], bounds)


def _heads(reading: Reading, bounds: list[int]) -> Integers:
    """Return for each word before the last bound its head's column in the arc matrix, 0 for roots."""
    heads = np.zeros(bounds[-1], dtype=np.int64)
    for start, end in itertools.pairwise(bounds):
        block = reading.arcs[start:end, start : end + 1].copy()
        block[:, 0] = reading.arcs[start:end, 0]
        tree = best_tree(block)
        heads[start:end] = np.where(tree == 0, 0, tree + start)
    return heads


def _labels(reading: Reading, heads: Integers, network: Network, root: int) -> Integers:
    """Return the label class of every word's arc; roots, and only they, have the class `root`."""
    scores = network.labels(reading.label_dep[: len(heads)], reading.label_head[heads])
    scores[:, root] = -np.inf
    return np.where(heads == 0, root, scores.argmax(axis=1))


def _classes(length: int, kind: str) -> list[int]:
    """Return the BIES classes of a name of that many words."""
    prefixes = "S" if length == 1 else "B" + "I" * (length - 2) + "E"
    base = 1 + len(PREFIXES) * ENTITY_TYPES.index(kind)
    return [base + PREFIXES.index(p) for p in prefixes]
