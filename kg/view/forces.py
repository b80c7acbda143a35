"""Discs that pull at what they are joined to and push away what they touch, until they rest.

A last digit that differs grows from round to round until discs stand elsewhere, so every machine has to round alike. Of
numpy only what IEEE 754 fixes to the bit is used: sums, products, quotients and roots of single elements, and additions
one after the other (add.at). np.sum, dot and einsum add in the order that suits the processor, exp and cos round as the
library likes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import fsum, sqrt  # fsum: sum() rounds otherwise from Python 3.12 on, and the page would differ
from typing import TYPE_CHECKING

import numpy as np

from kg.view.sweep import overlapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.view.boxes import Point
    from kg.view.sweep import Numbers, Reals

TURN = (-0.7373688780783197, 0.6754902942615238)
"""Cosine and sine of the golden angle: steps by it never fall in rows (Vogel 1979)."""

FLATTEN = 1.5
"""Screens are wider than high: the pull to the middle is this much stronger up and down than across."""

CELL = 240.0
"""Nodes that would start within a square of so many pixels wind around its middle."""

FEW = 90
"""Up to so many discs push one another however far apart."""

NEAR = 60.0
"""Of more discs only those push whose rims are within so many pixels."""

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
    radius = np.array([body.radius for body in bodies])
    ease = np.array([1.0 / (1.0 + body.weight * 0.25) if body.anchor else 1.0 for body in bodies])
    xs, ys = (np.array([places[body.name][axis] for body in bodies]) for axis in (0, 1))
    springs = _springs([(number[left], number[right], gap) for (left, right), gap in gaps.items()], radius)
    for step in range(rounds):
        heat = 60.0 * (1.0 - step / rounds) + 2.0
        fx, fy = -0.006 * xs, -0.006 * FLATTEN * ys
        _pull(springs, xs, ys, fx, fy)
        _push_apart(push, radius, xs, ys, fx, fy)
        mx, my = fx * ease, fy * ease
        length = np.sqrt(mx * mx + my * my) + 1e-9
        scale = np.minimum(length, heat) / length
        xs += mx * scale
        ys += my * scale
    return {body.name: (x, y) for body, x, y in zip(bodies, xs.tolist(), ys.tolist(), strict=True)}


@dataclass(frozen=True, slots=True)
class _Springs:
    """Springs between the discs numbered `left` and `right`: the parts of their length in pixels, each end's grip."""

    left: Numbers
    right: Numbers
    length: tuple[Reals, Reals, Reals]
    grip: tuple[Reals, Reals]


def _springs(found: Sequence[tuple[int, int, float]], radius: Reals) -> _Springs:
    """Return the springs of these ends and gaps between rims; the much joined give less."""
    left, right = (np.array([spring[end] for spring in found], dtype=np.intp) for end in (0, 1))
    degree = 1.0 + np.bincount(np.concatenate((left, right)), minlength=len(radius))
    return _Springs(
        left=left,
        right=right,
        length=(radius[left], radius[right], np.array([gap for _, _, gap in found])),
        grip=(np.sqrt(degree[left]), np.sqrt(degree[right])),
    )


def _pull(springs: _Springs, xs: Reals, ys: Reals, fx: Reals, fy: Reals) -> None:
    """Add to the forces what brings the rims at both ends of every spring to its gap."""
    left, right = springs.left, springs.right
    dx, dy = xs[right] - xs[left], ys[right] - ys[left]
    far = np.sqrt(dx * dx + dy * dy) + 0.01
    one, other, gap = springs.length
    pull = 0.22 * (far - one - other - gap) / far
    here, there = pull / springs.grip[0], -pull / springs.grip[1]
    _add(fx, left, dx * here, right, dx * there)
    _add(fy, left, dy * here, right, dy * there)


def _push_apart(push: float, radius: Reals, xs: Reals, ys: Reals, fx: Reals, fy: Reals) -> None:
    """Add to the forces what keeps discs apart: a push that fades with distance, a strong one where they overlap."""
    left, right = _neighbouring(xs, ys, radius)
    dx, dy = xs[right] - xs[left], ys[right] - ys[left]
    square = dx * dx + dy * dy + 0.01
    far = np.sqrt(square)
    overlap = radius[left] + radius[right] + 6 - far
    force = (push / square + np.maximum(0.0, overlap) * 0.55) / far
    clear = far > 0.2
    away, down = np.where(clear, dx, 1.0) * force, np.where(clear, dy, 0.3) * force
    _add(fx, left, -away, right, away)
    _add(fy, left, -down, right, down)


def _add(forces: Reals, left: Numbers, at_left: Reals, right: Numbers, at_right: Reals) -> None:
    """Add both ends' share of every pair, pair after pair: the order decides the last digits, so it is a fixed one."""
    ends, shares = np.empty(2 * len(left), dtype=np.intp), np.empty(2 * len(left))
    ends[0::2], ends[1::2] = left, right
    shares[0::2], shares[1::2] = at_left, at_right
    np.add.at(forces, ends, shares)


def _neighbouring(xs: Reals, ys: Reals, radius: Reals) -> tuple[Numbers, Numbers]:
    """Return every pair of a small number of discs, of a large one those whose rims are within 60 pixels."""
    if len(xs) <= FEW:
        return _every_pair(len(xs))
    return overlapping(xs - radius - NEAR, xs + radius, ys - radius - NEAR, ys + radius)


@cache
def _every_pair(number: int) -> tuple[Numbers, Numbers]:
    left, right = np.triu_indices(number, 1)
    return left, right
