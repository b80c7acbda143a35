"""The arithmetic of the layout: which boxes a sweep finds, and that no round depends on the machine."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

import kg.view
from kg.view.sweep import overlapping

BOXES = st.lists(
    st.tuples(st.integers(-30, 30), st.integers(1, 25), st.integers(-30, 30), st.integers(1, 25)), max_size=25
)

FIXED_BY_IEEE = frozenset(
    (
        *("array", "arange", "empty", "repeat", "concatenate", "where", "maximum", "minimum", "sqrt", "abs"),
        *("argsort", "searchsorted", "cumsum", "bincount", "add", "triu_indices", "intp", "float64", "bool_"),
    )
)
"""What gives the same bits on every processor; cumsum and bincount are of whole numbers only."""


@given(BOXES)
def test_sweep_finds_the_overlaps_and_nothing_else(boxes: list[tuple[int, int, int, int]]) -> None:
    rows = [(x, x + width, y, y + height) for x, width, y, height in boxes]
    left, right, top, bottom = np.array(rows, dtype=float).reshape(-1, 4).T
    one, other = overlapping(left, right, top, bottom)
    found = list(zip(one.tolist(), other.tolist(), strict=True))
    expected = {
        frozenset((here, there))
        for here, first in enumerate(rows)
        for there, second in enumerate(rows[:here])
        if first[0] < second[1] and second[0] < first[1] and first[2] < second[3] and second[2] < first[3]
    }
    assert {frozenset(pair) for pair in found} == expected
    assert len(found) == len(expected)
    assert all((left[here], here) < (left[there], there) for here, there in found)


def test_layout_uses_of_numpy_only_what_rounds_alike_everywhere() -> None:
    used = {
        node.attr
        for path in Path(kg.view.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "np"
    }
    assert used <= FIXED_BY_IEEE
    assert "sqrt" in used
