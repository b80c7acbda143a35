"""A side: a country with its people, organizations and places in rings around it."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from kg.view.boxes import separate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.view.boxes import Box, Point

RING = 108.0
"""Pixels from one ring to the next."""


@dataclass(frozen=True, slots=True)
class Side:
    """A country, the nodes around it, their slots as offsets from the country, and the radius of the whole."""

    country: str
    members: tuple[str, ...]
    slots: tuple[Point, ...]
    radius: float


def arrange(country: str, members: Sequence[str], boxes: Mapping[str, Box]) -> Side:
    """Lay the members in rings of 6, 12, 18 ... around the country, labels apart."""
    slots: list[Point] = []
    ring = 0
    while len(slots) < len(members):
        ring += 1
        room = min(6 * ring, len(members) - len(slots))
        for step in range(room):
            # Rounded, so that the last digit of one machine's sine does not reach the file.
            turn = 2 * pi * step / room + (pi / 6 if room > 1 else pi / 2)
            slots.append((round(1.2 * RING * ring * cos(turn), 3), round(0.92 * RING * ring * sin(turn), 3)))
    widest = max((boxes[node] for node in members), key=lambda box: box.half, default=boxes[country])
    stand_ins = {f"{number:06}": slot for number, slot in enumerate(slots)}
    sizes = dict.fromkeys(stand_ins, widest) | {"": boxes[country]}
    freed = separate(stand_ins | {"": (0.0, 0.0)}, sizes, fixed=frozenset({""}))
    placed = tuple(freed[name] for name in sorted(stand_ins))
    radius = max((_reach(slot, widest) for slot in placed), default=_reach((0.0, 0.0), boxes[country]))
    return Side(country=country, members=tuple(members), slots=placed, radius=radius + 10)


def _reach(slot: Point, box: Box) -> float:
    across, down = abs(slot[0]) + box.half * 0.8, abs(slot[1]) + max(box.above, box.below) * 0.8
    return float((across * across + down * down) ** 0.5)


def seat(side: Side, pulls: Mapping[str, Point]) -> dict[str, Point]:
    """Give each member the slot, in its ring, nearest to where its events pull; offsets from the country."""
    seats: dict[str, Point] = {}
    start, ring = 0, 1
    while start < len(side.members):
        end = min(start + 6 * ring, len(side.members))
        members = sorted(side.members[start:end], key=lambda node: (_turn(pulls.get(node, (0.0, 0.0))), node))
        slots = sorted(side.slots[start:end], key=_turn)
        shift = min(range(len(slots)), key=lambda by: (_mismatch(members, slots, pulls, by), by))
        for place, node in enumerate(members):
            seats[node] = slots[(place + shift) % len(slots)]
        start, ring = end, ring + 1
    return seats


def _mismatch(members: Sequence[str], slots: Sequence[Point], pulls: Mapping[str, Point], shift: int) -> float:
    total = 0.0
    for place, node in enumerate(members):
        pull, slot = pulls.get(node, (0.0, 0.0)), slots[(place + shift) % len(slots)]
        total -= pull[0] * slot[0] + pull[1] * slot[1]
    return total


def _turn(vector: Point) -> float:
    """Return a number that grows with the vector's angle, by arithmetic alone; 0 for no direction."""
    across, down = vector
    length = abs(across) + abs(down)
    if length == 0:
        return 0.0
    part = down / length
    return part if across >= 0 else 2.0 - part
