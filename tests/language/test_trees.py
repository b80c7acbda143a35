from __future__ import annotations

import time
from itertools import product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.language.trees import best_tree

WHOLE = arrays(np.float32, st.integers(1, 4).map(lambda n: (n, n + 1)), elements=st.integers(-3, 3))
FINE = arrays(np.float32, st.integers(2, 9).map(lambda n: (n, n + 1)), elements=st.floats(-9, 9, width=32))


def is_tree(heads: list[int]) -> bool:
    """Walk from every word to the root; column c > 0 stands for word c - 1."""
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at]:
            at, steps = heads[at] - 1, steps + 1
            if steps > len(heads):
                return False
    return heads.count(0) == 1


@pytest.mark.parametrize("size", [1, 2, 3, 7, 40])
@pytest.mark.parametrize("seed", range(5))
def test_any_scores_give_one_root_and_no_cycle(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    assert is_tree(best_tree(scores).tolist())


def total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


def roots_of(scores: np.ndarray) -> list[int]:
    """The words that the best head of each makes a root or, where there is none, the three likeliest."""
    apart = scores.copy()
    np.fill_diagonal(apart[:, 1:], -np.inf)
    roots = np.flatnonzero(apart.argmax(axis=1) == 0)
    return (roots if len(roots) else np.argsort(-scores[:, 0], kind="stable")[:3]).tolist()


@settings(max_examples=300, deadline=None)
@given(WHOLE)
def test_no_tree_under_one_of_the_roots_is_better(scores: np.ndarray) -> None:
    found, roots = best_tree(scores).tolist(), roots_of(scores)
    rivals = [list(heads) for heads in product(range(len(scores) + 1), repeat=len(scores)) if is_tree(list(heads))]
    assert is_tree(found)
    assert found.index(0) in roots
    assert total(scores, found) == max(total(scores, heads) for heads in rivals if heads.index(0) in roots)


def best_of_networkx(scores: np.ndarray, root: int) -> float:
    """The sum of scores of the best tree under a root, by the spanning arborescence of networkx."""
    size = len(scores)
    graph = nx.DiGraph()
    graph.add_edge("root", root, weight=float(scores[root, 0]))
    pairs = ((word, head) for word in range(size) for head in range(size) if word not in (head, root))
    graph.add_weighted_edges_from((head, word, float(scores[word, head + 1])) for word, head in pairs)
    tree = nx.maximum_spanning_arborescence(graph)
    return sum(weight for _, _, weight in tree.edges(data="weight"))


@settings(max_examples=100, deadline=None)
@given(FINE)
def test_the_tree_is_as_good_as_that_of_networkx(scores: np.ndarray) -> None:
    found = best_tree(scores).tolist()
    assert is_tree(found)
    best = max(best_of_networkx(scores, root) for root in roots_of(scores))
    assert total(scores, found) == pytest.approx(best, abs=1e-4)


@pytest.mark.parametrize("shift", [-9, 0, 9])
def test_a_window_of_words_that_fit_no_tree_takes_less_than_a_second(shift: int) -> None:
    scores = np.random.default_rng(1).normal(size=(480, 481)).astype(np.float32)
    scores[:, 0] += shift
    begun = time.process_time()
    assert is_tree(best_tree(scores).tolist())
    assert time.process_time() - begun < 1


def test_a_two_word_cycle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[0, -9, 5, 0], [0, 5, -9, 4], [9, 0, 0, -9]], dtype=np.float32)
    assert best_tree(scores).tolist() == [2, 3, 0]


def test_equal_scores_give_the_same_tree_every_time() -> None:
    scores = np.zeros((6, 7), dtype=np.float32)
    assert best_tree(scores).tolist() == best_tree(scores.copy()).tolist()
    assert is_tree(best_tree(scores).tolist())
