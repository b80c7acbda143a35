"""Stories that share nobody stand apart: the parts of a picture that nothing joins, packed beside one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.view.boxes import Box, Point

    Area = tuple[float, float, float, float]
    """Left, top, right and bottom in pixels."""

GAP = 70.0
"""Pixels between two stories."""

WIDER = 1.35
"""How much wider than high the whole should be."""

TRIED = 40
"""So many stories are fitted to one another; smaller ones follow in rows."""


def parts(nodes: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the nodes by what joins them, the largest part first, each sorted; links to other nodes do not count."""
    leader = {node: node for node in sorted(nodes)}

    def head(node: str) -> str:
        while leader[node] != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for one, other in sorted(links):
        if one in leader and other in leader:
            low, high = sorted((head(one), head(other)))
            leader[high] = low
    found: dict[str, list[str]] = {}
    for node in leader:
        found.setdefault(head(node), []).append(node)
    return sorted(found.values(), key=lambda part: (-len(part), part[0]))


def pack(stories: Sequence[Mapping[str, Point]], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Return the places of all, every story moved as a whole so that none covers another, the first in the middle."""
    if len(stories) == 1:
        return dict(stories[0])
    areas = [_area(story, boxes) for story in stories]
    shifts: list[Point] = []
    taken: list[Area] = []
    for area in areas[:TRIED]:
        shift = min(_spots(area, taken), key=lambda by: (_reach(_moved(area, by)), by))
        shifts.append(shift)
        taken.append(_moved(area, shift))
    shifts.extend(_rows(areas[TRIED:], taken))
    return {
        node: (x + across, y + down)
        for story, (across, down) in zip(stories, shifts, strict=True)
        for node, (x, y) in story.items()
    }


def _area(story: Mapping[str, Point], boxes: Mapping[str, Box]) -> Area:
    half = GAP / 2
    return (
        min(x - boxes[node].half for node, (x, _) in story.items()) - half,
        min(y - boxes[node].above for node, (_, y) in story.items()) - half,
        max(x + boxes[node].half for node, (x, _) in story.items()) + half,
        max(y + boxes[node].below for node, (_, y) in story.items()) + half,
    )


def _moved(area: Area, by: Point) -> Area:
    return (area[0] + by[0], area[1] + by[1], area[2] + by[0], area[3] + by[1])


def _reach(area: Area) -> float:
    """Return how far from the middle the area reaches, in the shape that the whole should have."""
    return max(-area[0], area[2], -area[1] * WIDER, area[3] * WIDER)


def _spots(area: Area, taken: Sequence[Area]) -> Iterator[Point]:
    """Yield the moves that put an area into the middle, or against a side of one that is there and on none."""
    middle = (-(area[0] + area[2]) / 2, -(area[1] + area[3]) / 2)
    if not taken:
        yield middle
        return
    across = _edges(area[0], area[2], [(left, right) for left, _, right, _ in taken])
    down = _edges(area[1], area[3], [(top, bottom) for _, top, _, bottom in taken])
    for x in (*across, middle[0]):
        for y in (*down, middle[1]):
            here = _moved(area, (x, y))
            if all(
                here[0] >= other[2] or here[2] <= other[0] or here[1] >= other[3] or here[3] <= other[1]
                for other in taken
            ):
                yield (x, y)


def _edges(low: float, high: float, taken: Sequence[tuple[float, float]]) -> list[float]:
    """Return the moves along one axis that lay either end of low to high at an end of one that is there."""
    return sorted({end - own for ends in taken for end in ends for own in (low, high)})


def _rows(areas: Sequence[Area], taken: Sequence[Area]) -> Iterator[Point]:
    left = min((area[0] for area in taken), default=0.0)
    width = max((area[2] for area in taken), default=0.0) - left
    x, y, height = 0.0, max((area[3] for area in taken), default=0.0), 0.0
    for area in areas:
        if x and x + area[2] - area[0] > width:
            x, y, height = 0.0, y + height, 0.0
        yield (left + x - area[0], y - area[1])
        x, height = x + area[2] - area[0], max(height, area[3] - area[1])
