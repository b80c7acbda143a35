"""Discs that pull at what they are joined to and push away what they touch, until they rest."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, sqrt  # fsum: sum() rounds otherwise from Python 3.12 on, and the page would differ
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.view.boxes import Point

TURN = (-0.7373688780783197, 0.6754902942615238)
"""Cosine and sine of the golden angle: steps by it never fall in rows (Vogel 1979)."""

FLATTEN = 1.5
"""Screens are wider than high: the pull to the middle is this much stronger up and down than across."""

CELL = 240.0
"""Nodes that would start within a square of so many pixels wind around its middle."""

WORK = 900_000
"""About how many pairs are looked at in all, so that large graphs take seconds and not minutes."""


@dataclass(frozen=True, slots=True)
class Body:
    """A disc with its radius in pixels; anchors (sides, people on no side) spread over the page first."""

    name: str
    radius: float
    weight: int
    anchor: bool


def settle(bodies: Sequence[Body], links: Sequence[tuple[str, str]]) -> dict[str, Point]:
    """Return the centre of every disc: first the anchors by what they share, then all, events between their anchors."""
    anchors = [body for body in bodies if body.anchor]
    shared = _shared(links, frozenset(body.name for body in anchors))
    places = _spiral(anchors)
    gaps = {pair: 90.0 + 34.0 * sqrt(number) for pair, number in shared.items()}
    places = _relax(places, anchors, gaps, rounds=_rounds(len(anchors), 260), push=26000.0)
    places |= _between(bodies, links, places)
    near = dict.fromkeys(links, 26.0)
    return _relax(places, bodies, near, rounds=_rounds(len(bodies), 220), push=9000.0)


def _rounds(number: int, most: int) -> int:
    return max(24, min(most, WORK // (number * 16 + 1)))


def _shared(links: Iterable[tuple[str, str]], anchors: frozenset[str]) -> dict[tuple[str, str], int]:
    """Count, for each two anchors, the nodes that both are joined to, and their direct links."""
    around: dict[str, set[str]] = {}
    counts: dict[tuple[str, str], int] = {}
    for left, right in links:
        if left in anchors and right in anchors:
            counts[left, right] = counts.get((left, right), 0) + 1
        for anchor, other in ((left, right), (right, left)):
            if anchor in anchors and other not in anchors:
                around.setdefault(other, set()).add(anchor)
    for joined in around.values():
        ends = sorted(joined)
        for place, left in enumerate(ends[:12]):
            for right in ends[place + 1 : 12]:
                counts[left, right] = counts.get((left, right), 0) + 1
    return dict(sorted(counts.items()))


def _spiral(bodies: Sequence[Body]) -> dict[str, Point]:
    """Start with the weightiest in the middle and the others winding outwards."""
    places = {}
    x, y, area = 1.0, 0.0, 0.0
    for body in sorted(bodies, key=lambda body: (-body.weight, body.name)):
        reach = sqrt(area) * 1.2
        places[body.name] = (x * reach * 1.25, y * reach)
        area += body.radius * body.radius
        x, y = x * TURN[0] - y * TURN[1], x * TURN[1] + y * TURN[0]
    return places


def _between(bodies: Sequence[Body], links: Sequence[tuple[str, str]], places: Mapping[str, Point]) -> dict[str, Point]:
    """Start every other node in the middle of what it is joined to, a little aside of the ones before it."""
    around: dict[str, list[str]] = {}
    for left, right in links:
        around.setdefault(left, []).append(right)
        around.setdefault(right, []).append(left)
    found: dict[str, Point] = {}
    crowd: dict[tuple[float, float], int] = {}
    x, y = 1.0, 0.0
    late = [body.name for body in bodies if not body.anchor]
    # Events touch anchors, weapons often touch only events: two passes reach both.
    for name in sorted(late, key=lambda name: (not any(other in places for other in around.get(name, ())), name)):
        points = [places.get(other) or found.get(other) for other in around.get(name, ())]
        known = [point for point in points if point is not None] or [(0.0, 0.0)]
        middle = (fsum(p[0] for p in known) / len(known), fsum(p[1] for p in known) / len(known))
        here = (middle[0] // CELL, middle[1] // CELL)
        crowd[here] = crowd.get(here, 0) + 1
        reach = 34 * sqrt(crowd[here])
        found[name] = (middle[0] + x * reach * 1.2, middle[1] + y * reach)
        x, y = x * TURN[0] - y * TURN[1], x * TURN[1] + y * TURN[0]
    return found


def _relax(
    places: Mapping[str, Point],
    bodies: Sequence[Body],
    gaps: Mapping[tuple[str, str], float],
    *,
    rounds: int,
    push: float,
) -> dict[str, Point]:
    """Move the discs by springs along `gaps` (pixels between rims), pushes and a pull to the middle."""
    number = {body.name: index for index, body in enumerate(bodies)}
    radius = [body.radius for body in bodies]
    heavy = [1.0 / (1.0 + body.weight * 0.25) if body.anchor else 1.0 for body in bodies]
    xs, ys = [places[body.name][0] for body in bodies], [places[body.name][1] for body in bodies]
    springs = [(number[left], number[right], gap) for (left, right), gap in gaps.items()]
    degree = [1.0] * len(bodies)
    for left, right, _ in springs:
        degree[left] += 1
        degree[right] += 1
    for step in range(rounds):
        heat = 60.0 * (1.0 - step / rounds) + 2.0
        fx, fy = [-0.006 * x for x in xs], [-0.006 * FLATTEN * y for y in ys]
        _pull(springs, degree, radius, xs, ys, fx, fy)
        _push_apart(push, radius, xs, ys, fx, fy)
        for index, ease in enumerate(heavy):
            mx, my = fx[index] * ease, fy[index] * ease
            length = sqrt(mx * mx + my * my) + 1e-9
            scale = min(length, heat) / length
            xs[index] += mx * scale
            ys[index] += my * scale
    return {body.name: (xs[index], ys[index]) for index, body in enumerate(bodies)}


def _pull(
    springs: Sequence[tuple[int, int, float]],
    degree: Sequence[float],
    radius: Sequence[float],
    xs: Sequence[float],
    ys: Sequence[float],
    fx: list[float],
    fy: list[float],
) -> None:
    """Add to the forces what brings the rims at both ends of a spring to its gap; the much joined move less."""
    for left, right, gap in springs:
        dx, dy = xs[right] - xs[left], ys[right] - ys[left]
        far = sqrt(dx * dx + dy * dy) + 0.01
        pull = 0.22 * (far - radius[left] - radius[right] - gap) / far
        for one, sign in ((left, 1.0), (right, -1.0)):
            share = sign * pull / sqrt(degree[one])
            fx[one] += dx * share
            fy[one] += dy * share


def _push_apart(
    push: float, radius: Sequence[float], xs: Sequence[float], ys: Sequence[float], fx: list[float], fy: list[float]
) -> None:
    """Add to the forces what keeps discs apart: a push that fades with distance, a strong one where they overlap."""
    for left, right in _neighbouring(xs, ys, radius):
        dx, dy = xs[right] - xs[left], ys[right] - ys[left]
        square = dx * dx + dy * dy + 0.01
        far = sqrt(square)
        overlap = radius[left] + radius[right] + 6 - far
        force = (push / square + max(0.0, overlap) * 0.55) / far
        dx, dy = (dx, dy) if far > 0.2 else (1.0, 0.3)
        fx[left] -= dx * force
        fy[left] -= dy * force
        fx[right] += dx * force
        fy[right] += dy * force


def _neighbouring(xs: Sequence[float], ys: Sequence[float], radius: Sequence[float]) -> list[tuple[int, int]]:
    """Return every pair of a small number of discs, of a large one those whose rims are within 60 pixels."""
    if len(xs) <= 90:
        return [(left, right) for left in range(len(xs)) for right in range(left + 1, len(xs))]
    order = sorted(range(len(xs)), key=lambda index: (xs[index] - radius[index], index))
    pairs: list[tuple[int, int]] = []
    active: list[int] = []
    for index in order:
        start = xs[index] - radius[index] - 60
        active = [other for other in active if xs[other] + radius[other] > start]
        reach = radius[index] + 60
        pairs.extend((other, index) for other in active if abs(ys[other] - ys[index]) < radius[other] + reach)
        active.append(index)
    return pairs
