from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from kg.language.trees import best_tree


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


@pytest.mark.parametrize("seed", range(40))
def test_the_tree_is_the_best_under_its_root(seed: int) -> None:
    size = 4
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    found = best_tree(scores).tolist()
    rivals = [list(h) for h in product(range(size + 1), repeat=size) if 0 in h and is_tree(list(h))]
    same_root = [h for h in rivals if h.index(0) == found.index(0)]

    def total(heads: list[int]) -> float:
        return float(sum(scores[i, h] for i, h in enumerate(heads)))

    assert total(found) == pytest.approx(max(map(total, same_root)))


def test_a_two_word_cycle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[0, -9, 5, 0], [0, 5, -9, 4], [9, 0, 0, -9]], dtype=np.float32)
    assert best_tree(scores).tolist() == [2, 3, 0]


def test_equal_scores_give_the_same_tree_every_time() -> None:
    scores = np.zeros((6, 7), dtype=np.float32)
    assert best_tree(scores).tolist() == best_tree(scores.copy()).tolist()
    assert is_tree(best_tree(scores).tolist())
