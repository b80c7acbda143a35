"""Dependency trees from arc scores: the best tree with one root (Chu and Liu, 1965; Edmonds, 1967; Tarjan, 1977)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]
_Sums = NDArray[np.float64]

_NEVER: Final = -np.inf
_CANDIDATES: Final = 3
"""Words tried as the root where greedy heads name none."""


def best_tree(arcs: Scores) -> Heads:
    """Return for each of n words the column of its head in an n x (n + 1) matrix, column 0 being the root.

    Exactly one word has head 0 and there is no cycle. Where the greedy choice is no such tree, it is the best of all
    whose root is a word that this makes a root (or one of the likeliest roots, if there is none); among equals the
    first root wins. Takes time in the order of n squared.
    """
    scores = arcs.astype(np.float64)
    np.fill_diagonal(scores[:, 1:], _NEVER)
    heads: Heads = scores.argmax(axis=1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) == 1 and _reaches_the_root(heads):
        return heads
    if not len(roots):
        roots = np.sort(np.argsort(-scores[:, 0], kind="stable")[:_CANDIDATES])
    cycles = _cycles(scores[:, 1:].copy())
    return cycles.tree(int(roots[np.argmax(scores[roots, 0] + cycles.entry[roots])]))


def _reaches_the_root(heads: Heads) -> bool:
    """Say whether every word leads to column 0."""
    jump = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length()):
        jump = jump[jump]
    return not jump.any()


@dataclass(frozen=True, slots=True)
class _Cycles:
    """The cycles that the best arcs into words, and then into cycles, make, up to the one that holds all words.

    Nodes are the words and, behind them, the cycles as they were found. They are the same for every root: a tree
    leaves out, of each cycle that its root is on, the arc into the node by which it enters.
    """

    entry: _Sums
    """What a tree gains by each word as its root, less the score of the root: the arcs that it leaves out."""
    arcs: dict[int, tuple[int, int]]
    """The word and the head of the best arc into each node but the last."""
    members: list[list[int]]
    """The nodes on each cycle."""

    def tree(self, root: int) -> Heads:
        """Return the column of the head of every word in the best tree with this root."""
        size = len(self.entry)
        cycle_of = {node: size + number for number, nodes in enumerate(self.members) for node in nodes}
        heads: Heads = np.zeros(size, dtype=np.int64)
        entered = [(size + len(self.members) - 1, root, -1)]
        while entered:
            outer, node, head = entered.pop()
            heads[node] = head + 1
            while node != outer:
                cycle = cycle_of[node]
                entered += [(other, *self.arcs[other]) for other in self.members[cycle - size] if other != node]
                node = cycle
        return heads


@dataclass(frozen=True, slots=True)
class _Places:
    """The best arc between any two nodes that are on no cycle yet: its score, its word and its head.

    A cycle has the row (of arcs into it) and column (of arcs out of it) of one of its nodes, and nothing is in the
    others' any more.
    """

    scores: _Sums
    words: Heads
    heads: Heads

    def best_into(self, place: int) -> int:
        """Return the place of the best arc into a node."""
        return int(_first_best(self.scores[place], self.heads[place], axis=0))

    def join(self, cycle: Heads, best: _Sums, kept: int) -> None:
        """Make one node, in the place that is kept, of those on a cycle, whose best arcs have these scores."""
        into, out, everywhere = self.scores[cycle] - best[:, None], self.scores[:, cycle], np.arange(len(self.scores))
        entered = cycle[_first_best(into, self.words[cycle], axis=0)]
        left = cycle[_first_best(out, self.heads[:, cycle], axis=1)]
        for ends in (self.words, self.heads):
            ends[kept], ends[:, kept] = ends[entered, everywhere], ends[everywhere, left]
        self.scores[kept], self.scores[:, kept] = into.max(axis=0), out.max(axis=1)
        others = cycle[cycle != kept]
        self.scores[kept, cycle] = self.scores[others] = self.scores[:, others] = _NEVER


def _first_best(scores: _Sums, words: Heads, *, axis: int) -> Heads:
    """Return where along an axis the best score is; of equals, which a network of few bits gives, the first word's."""
    best: Heads = np.where(scores == scores.max(axis=axis, keepdims=True), words, words.max() + 1).argmin(axis=axis)
    return best


def _cycles(scores: _Sums) -> _Cycles:
    """Return the cycles of two or more words by the scores of their heads (columns), which are used up."""
    size = len(scores)
    words = np.repeat(np.arange(size)[:, None], size, axis=1)
    places, found = _Places(scores, words, words.T.copy()), _Cycles(np.zeros(size), {}, [])
    # Of each word, where the node is that it is in; of each place, which node that is and its best arc's score.
    place_of, node_at, best = np.arange(size), list(range(size)), np.zeros(size)
    path, on_path = [0], {0}
    while place_of.any():
        place = path[-1]
        head = places.best_into(place)
        best[place] = scores[place, head]
        found.arcs[node_at[place]] = int(places.words[place, head]), int(places.heads[place, head])
        if head not in on_path:
            path.append(head)
            on_path.add(head)
            continue
        others = path[path.index(head) + 1 :]
        del path[len(path) - len(others) :]
        on_path.difference_update(others)
        cycle = np.array([head, *others])
        found.members.append([node_at[each] for each in cycle])
        places.join(cycle, best[cycle], head)
        inside = np.isin(place_of, cycle)
        found.entry[inside] -= best[place_of[inside]]
        place_of[inside], node_at[head] = head, size + len(found.members) - 1
    return found
