"""Dependency trees from arc scores: the best tree with one root (Chu and Liu, 1965; Edmonds, 1967)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]

#: Lower than any sum of scores.
_NEVER = -1e9
#: Words tried as the root where greedy heads name none.
_CANDIDATES = 3


def best_tree(arcs: Scores) -> Heads:
    """Return for each of n words the column of its head in an n x (n + 1) matrix, column 0 being the root.

    Exactly one word has head 0 and there is no cycle. Where the greedy choice is no such tree, the best tree under each
    word that it makes a root (or the likeliest roots, if none) is found, and the best of these is returned; among
    equals the first word wins.
    """
    scores = arcs.astype(np.float64)
    np.fill_diagonal(scores[:, 1:], _NEVER)
    heads: Heads = scores.argmax(axis=1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) == 1 and not _cycle(heads).any():
        return heads
    if not len(roots):
        roots = np.sort(np.argsort(-scores[:, 0], kind="stable")[:_CANDIDATES])
    trees = [_rooted(scores, int(root)) for root in roots]
    totals = [scores[np.arange(len(tree)), tree].sum() for tree in trees]
    return trees[int(np.argmax(totals))]


def _rooted(scores: NDArray[np.float64], root: int) -> Heads:
    """Return the best tree in which `root` alone hangs on column 0."""
    square = np.full((len(scores) + 1, len(scores) + 1), _NEVER)
    square[1:, 1:] = scores[:, 1:]
    square[root + 1, 0] = 0.0
    square[root + 1, 1:] = _NEVER
    return _edmonds(square)[1:]


def _cycle(heads: Heads) -> NDArray[np.bool_]:
    """Return which words lie on a cycle of the head function (all False for a tree)."""
    jump = np.concatenate([[0], heads])
    for _ in range(max(1, len(heads).bit_length())):
        jump = jump[jump]
    # After n steps only words on, or leading into, a cycle are away from the root; the images are those on one.
    on = np.zeros(len(heads) + 1, dtype=bool)
    on[jump] = True
    on[0] = False
    return on[1:]


def _edmonds(scores: NDArray[np.float64]) -> Heads:
    """Return the heads of the best arborescence from node 0; scores[d, h] is the arc from head h to dependent d."""
    heads: Heads = scores.argmax(axis=1)
    heads[0] = 0
    cyclic = _cycle(heads[1:])
    if not cyclic.any():
        return heads
    cycle = _one_cycle(heads, int(np.flatnonzero(cyclic)[0]) + 1)
    rest = np.setdiff1d(np.arange(len(heads)), cycle)
    smaller, entry, leave = _contract(scores, heads, cycle, rest)
    inner = _edmonds(smaller)
    new = len(rest)
    result: Heads = heads.copy()
    for place, node in enumerate(rest):
        if place:
            result[node] = leave[place] if inner[place] == new else rest[inner[place]]
    outside = int(inner[new])
    result[entry[outside]] = rest[outside]
    return result


def _one_cycle(heads: Heads, node: int) -> Heads:
    """Return the sorted nodes of the cycle that `node` is on."""
    members = [node]
    while (node := int(heads[node])) != members[0]:
        members.append(node)
    return np.array(sorted(members), dtype=np.int64)


def _contract(
    scores: NDArray[np.float64], heads: Heads, cycle: Heads, rest: Heads
) -> tuple[NDArray[np.float64], Heads, Heads]:
    """Return the graph with the cycle as its last node, and where arcs enter and leave the cycle, per other node."""
    size = len(rest)
    smaller = np.full((size + 1, size + 1), _NEVER)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    outgoing = scores[np.ix_(rest, cycle)]
    smaller[:size, size] = outgoing.max(axis=1)
    smaller[0, size] = _NEVER
    gain = scores[np.ix_(cycle, rest)] - scores[cycle, heads[cycle]][:, None]
    smaller[size, :size] = gain.max(axis=0)
    return smaller, cycle[gain.argmax(axis=0)], cycle[outgoing.argmax(axis=1)]
