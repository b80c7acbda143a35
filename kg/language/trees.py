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

    A cycle has the row (of arcs into it) and column (of arcs out of it) of its first node, and nothing is in the
    others' any more.
    """

    scores: _Sums
    words: Heads
    heads: Heads

    def join(self, cycle: list[int], best: _Sums) -> None:
        """Make one node of a cycle whose nodes have best arcs of these scores."""
        first, nodes, all_places = cycle[0], np.array(cycle), np.arange(len(self.scores))
        into, out = self.scores[nodes] - best[:, None], self.scores[:, nodes]
        entered, left = nodes[into.argmax(axis=0)], nodes[out.argmax(axis=1)]
        for ends in (self.words, self.heads):
            ends[first], ends[:, first] = ends[entered, all_places], ends[all_places, left]
        self.scores[first], self.scores[:, first] = into.max(axis=0), out.max(axis=1)
        self.scores[first, nodes] = self.scores[nodes[1:]] = self.scores[:, nodes[1:]] = _NEVER


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
        head = int(scores[place].argmax())
        best[place] = scores[place, head]
        found.arcs[node_at[place]] = int(places.words[place, head]), int(places.heads[place, head])
        if head not in on_path:
            path.append(head)
            on_path.add(head)
            continue
        cycle = path[path.index(head) :]
        del path[len(path) - len(cycle) + 1 :]
        on_path.difference_update(cycle[1:])
        found.members.append([node_at[each] for each in cycle])
        places.join(cycle, best[cycle])
        inside = np.isin(place_of, cycle)
        found.entry[inside] -= best[place_of[inside]]
        place_of[inside], node_at[head] = head, size + len(found.members) - 1
    return found
