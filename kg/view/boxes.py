"""The room that a node and its label take, and how boxes that overlap are pushed apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    moved = dict(places)
    order = sorted(moved)
    for _ in range(rounds):
        clashes = 0
        for left, right in _close(moved, boxes, order):
            if left in fixed and right in fixed:
                continue
            push = _push(moved[left], boxes[left], moved[right], boxes[right])
            if push is None:
                continue
            clashes += 1
            share = 1.0 if right in fixed else 0.0 if left in fixed else 0.5
            moved[left] = (moved[left][0] - push[0] * share, moved[left][1] - push[1] * share)
            moved[right] = (moved[right][0] + push[0] * (1 - share), moved[right][1] + push[1] * (1 - share))
        if not clashes:
            break
    return moved


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


def _close(places: Mapping[str, Point], boxes: Mapping[str, Box], order: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs whose boxes can touch, by a sweep from left to right."""
    by_left = sorted(order, key=lambda node: (places[node][0] - boxes[node].half, node))
    pairs: list[tuple[str, str]] = []
    active: list[str] = []
    for node in by_left:
        start = places[node][0] - boxes[node].half
        active = [other for other in active if places[other][0] + boxes[other].half > start]
        top, bottom = places[node][1] - boxes[node].above, places[node][1] + boxes[node].below
        pairs.extend(
            (other, node)
            for other in active
            if places[other][1] - boxes[other].above < bottom and places[other][1] + boxes[other].below > top
        )
        active.append(node)
    return pairs
