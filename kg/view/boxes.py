"""The room that a node and its label take, and how boxes that overlap are pushed apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.view.sweep import overlapping

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from kg.view.sweep import Reals

    Point = tuple[float, float]

LINE = 16
"""Characters of a label's line; web/labels.js wraps alike."""

LETTER = 6.6
"""Mean width in pixels of a letter of the label font at 13 pixels."""

LEADING = 15.0
"""Height in pixels of a label's line."""


@dataclass(frozen=True, slots=True)
class Box:
    """Half the width, and the pixels above and below the node's centre."""

    half: float
    above: float
    below: float


def box_of(label: str, size: float) -> Box:
    """Return the room for a circle of radius `size` with its label underneath."""
    lines = wrap(label)
    width = max(len(line) for line in lines) * LETTER
    return Box(half=max(size, width / 2) + 6, above=size + 5, below=size + 5 + LEADING * len(lines))


def wrap(label: str) -> list[str]:
    """Break a label of more than a line between words into two lines, as even as can be."""
    words = label.split()
    if len(label) <= LINE or len(words) < 2:
        return [" ".join(words)[: 2 * LINE]]
    splits = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    return [line[: 2 * LINE] for line in min(splits, key=lambda split: max(map(len, split)))]


def separate(
    places: Mapping[str, Point], boxes: Mapping[str, Box], *, fixed: frozenset[str] = frozenset(), rounds: int = 60
) -> dict[str, Point]:
    """Return places at which boxes overlap no more, or less after `rounds`; fixed ones stay, others move little.

    Only additions, comparisons and products: the same on every machine.
    """
    order = sorted(places)
    room = [boxes[node] for node in order]
    extent = np.array([(box.half, box.above, box.below) for box in room]).reshape(-1, 3).T
    bound = np.array([node in fixed for node in order], dtype=bool)
    points = [places[node] for node in order]
    for _ in range(rounds):
        clashes = 0
        for left, right in _close(np.array(points).reshape(-1, 2), extent, bound):
            push = _push(points[left], room[left], points[right], room[right])
            if push is None:
                continue
            clashes += 1
            share = 1.0 if bound[right] else 0.0 if bound[left] else 0.5
            points[left] = (points[left][0] - push[0] * share, points[left][1] - push[1] * share)
            points[right] = (points[right][0] + push[0] * (1 - share), points[right][1] + push[1] * (1 - share))
        if not clashes:
            break
    return dict(places) | dict(zip(order, points, strict=True))


def _push(left: Point, box: Box, right: Point, other: Box) -> Point | None:
    """Return the shortest way along one axis that frees `right` from `left`, None where they do not touch."""
    across = box.half + other.half - abs(right[0] - left[0])
    if across <= 0:
        return None
    downward = left[1] + box.below - (right[1] - other.above)
    upward = right[1] + other.below - (left[1] - box.above)
    if downward <= 0 or upward <= 0:
        return None
    if across <= min(downward, upward):
        return (across + 0.5 if right[0] >= left[0] else -across - 0.5, 0.0)
    return (0.0, downward + 0.5) if downward <= upward else (0.0, -upward - 0.5)


def _close(points: Reals, extent: Reals, bound: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the numbers of each two boxes that touch and of which one may move."""
    (xs, ys), (half, above, below) = points.T, extent
    left, right = overlapping(xs - half, xs + half, ys - above, ys + below)
    free = ~(bound[left] & bound[right])
    return list(zip(left[free].tolist(), right[free].tolist(), strict=True))
