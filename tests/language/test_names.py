from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from kg.language.labels import ENTITY_TYPES, NER_CLASSES, PREFIXES, ner_class
from kg.language.names import best_names


def scores(*rows: dict[int, float]) -> np.ndarray:
    out = np.full((len(rows), NER_CLASSES), -5, dtype=np.float32)
    for place, row in enumerate(rows):
        for number, value in row.items():
            out[place, number] = value
    return out


def test_a_plain_name() -> None:
    b, e = ner_class("B", "PERSON"), ner_class("E", "PERSON")
    assert best_names(scores({0: 9}, {b: 5}, {e: 5}, {0: 9})) == [(1, 3, "PERSON")]


def test_neighbours_of_one_type_stay_apart() -> None:
    s = ner_class("S", "GPE")
    assert best_names(scores({s: 5}, {s: 5})) == [(0, 1, "GPE"), (1, 2, "GPE")]


def test_a_beginning_without_an_end_is_mended() -> None:
    b, i = ner_class("B", "ORG"), ner_class("I", "ORG")
    e = ner_class("E", "ORG")
    assert best_names(scores({b: 5}, {i: 5, e: 4})) == [(0, 2, "ORG")]


def test_types_do_not_change_inside_a_name() -> None:
    row = best_names(scores({ner_class("B", "ORG"): 5}, {ner_class("E", "WEAPON"): 5, ner_class("E", "ORG"): 1}))
    assert row == [(0, 2, "ORG")]


@pytest.mark.parametrize("seed", range(20))
def test_the_path_is_the_best_well_formed_one(seed: int) -> None:
    """Against exhaustive search over four words and two types."""
    rng = np.random.default_rng(seed)
    kinds = ENTITY_TYPES[:2]
    table = np.full((4, NER_CLASSES), -50, dtype=np.float32)
    table[:, : 1 + 4 * len(kinds)] = rng.normal(size=(4, 1 + 4 * len(kinds)))
    found = best_names(table)
    paths = [p for p in product(range(1 + 4 * len(kinds)), repeat=4) if well_formed(p)]
    best = max(paths, key=lambda p: sum(table[i, c] for i, c in enumerate(p)))
    assert [(a, b) for a, b, _ in found] == bounds(best)


def well_formed(path: tuple[int, ...]) -> bool:
    within = -1
    for number in path:
        kind, prefix = divmod(number - 1, 4) if number else (-1, 0)
        inner = bool(number) and PREFIXES[prefix] in "IE"
        if inner != (within >= 0) or (inner and kind != within):
            return False
        within = kind if number and PREFIXES[prefix] in "BI" else -1
    return within < 0


def bounds(path: tuple[int, ...]) -> list[tuple[int, int]]:
    out, start = [], 0
    for place, number in enumerate(path):
        prefix = PREFIXES[(number - 1) % 4] if number else ""
        if prefix in ("B", "S"):
            start = place
        if prefix in ("E", "S"):
            out.append((start, place + 1))
    return out
