"""Where everything stands: sides as discs, events between the sides that they join, stories and labels apart.

Plain arithmetic in a fixed order, no library's random start: the same graph gives the same pixels on every machine.
"""

from __future__ import annotations

from math import fsum  # sum() rounds otherwise from Python 3.12 on, and the page would differ
from typing import TYPE_CHECKING

from kg.view.boxes import box_of, separate
from kg.view.forces import Body, settle
from kg.view.sides import arrange, seat
from kg.view.stories import pack, parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.view.boxes import Box, Point
    from kg.view.network import Network
    from kg.view.sides import Side


def place(network: Network, *, late: frozenset[str] = frozenset()) -> dict[str, tuple[int, int]]:
    """Return the place in pixels of every node; `late` ones go where room is left, as they are hidden at first.

    Events that share a node share its place.
    """
    shared = {node: head for node, head in sorted(network.nodes(data="bundle")) if head in network and head != node}
    places = _apart(network.subgraph(sorted(network.nodes - shared.keys())).copy(), late)
    return dict(sorted((places | {node: places[head] for node, head in shared.items()}).items()))


def _apart(network: Network, late: frozenset[str]) -> dict[str, tuple[int, int]]:
    boxes = {node: box_of(data["label"], data["size"]) for node, data in network.nodes(data=True)}
    joined = frozenset(node for node in network if network.degree(node))
    stories = [
        _story(network.subgraph(part).copy(), boxes, late)
        for part in parts(joined, ((one, other) for one, other in network.edges()))
    ]
    places = pack(stories, boxes) if stories else {}
    places = _underneath(network, places, boxes, sorted(frozenset(network) - places.keys()))
    return {node: (round(x), round(y)) for node, (x, y) in places.items()}


def _story(network: Network, boxes: Mapping[str, Box], late: frozenset[str]) -> dict[str, Point]:
    """Return the places of nodes that are all joined, in pixels from some middle."""
    joined = frozenset(network)
    sides = _sides(network, boxes, joined)
    owner = {member: country for country, side in sides.items() for member in (country, *side.members)}
    bodies = _bodies(network, boxes, sides, owner, joined - late)
    links = _links(network, owner, late)
    centres = settle(bodies, links)
    places = _seated(network, sides, centres)
    for node in sorted(joined - late):
        if node not in owner:
            places[node] = centres[node]
    free = frozenset(node for node in places if node not in owner)
    places = separate(places, boxes, fixed=frozenset(places) - free)
    return _squeeze_in(network, places, boxes, sorted((joined & late) - places.keys()))


def _sides(network: Network, boxes: Mapping[str, Box], joined: frozenset[str]) -> dict[str, Side]:
    members: dict[str, list[str]] = {}
    for node, side in sorted(network.nodes(data="side")):
        if side is not None and side in network and node in joined:
            members.setdefault(side, [])
            if node != side:
                members[side].append(node)
    return {
        country: arrange(country, sorted(nodes, key=lambda node: (-network.degree(node), node)), boxes)
        for country, nodes in members.items()
    }


def _bodies(
    network: Network,
    boxes: Mapping[str, Box],
    sides: Mapping[str, Side],
    owner: Mapping[str, str],
    shown: frozenset[str],
) -> list[Body]:
    weight = dict.fromkeys(sides, 0)
    for node, country in owner.items():
        weight[country] += network.degree(node)
    bodies = [Body(country, side.radius, weight[country], anchor=True) for country, side in sides.items()]
    for node in shown - owner.keys():
        box = boxes[node]
        radius = max(box.half, (box.above + box.below) / 2) + 2
        anchor = network.nodes[node]["kind"] in ("Person", "Organization")
        bodies.append(Body(node, radius, network.degree(node), anchor=anchor))
    return sorted(bodies, key=lambda body: body.name)


def _links(network: Network, owner: Mapping[str, str], late: frozenset[str]) -> list[tuple[str, str]]:
    links = set()
    for source, target in network.edges():
        if source not in late and target not in late:
            left, right = owner.get(source, source), owner.get(target, target)
            if left != right:
                links.add((left, right) if left < right else (right, left))
    return sorted(links)


def _seated(network: Network, sides: Mapping[str, Side], centres: Mapping[str, Point]) -> dict[str, Point]:
    places: dict[str, Point] = {}
    for country, side in sides.items():
        home = centres[country]
        places[country] = home
        pulls = {}
        for member in side.members:
            around = [centres[node] for node in _neighbours(network, member) if node in centres and node not in sides]
            if around:
                pulls[member] = (fsum(x for x, _ in around) - home[0] * len(around),
                                 fsum(y for _, y in around) - home[1] * len(around))  # fmt: skip
        for member, (x, y) in seat(side, pulls).items():
            places[member] = (home[0] + x, home[1] + y)
    return places


def _neighbours(network: Network, node: str) -> list[str]:
    return sorted({*network.successors(node), *network.predecessors(node)})


def _squeeze_in(
    network: Network, places: Mapping[str, Point], boxes: Mapping[str, Box], late: list[str]
) -> dict[str, Point]:
    """Put each late node outwards of what it is joined to, then free them from what stands already."""
    guests = {}
    for number, node in enumerate(late):
        around = [places[other] for other in _neighbours(network, node) if other in places] or [(0.0, 0.0)]
        x, y = fsum(x for x, _ in around) / len(around), fsum(y for _, y in around) / len(around)
        guests[node] = (x * 1.12 + number % 5 * 7 - 14, y * 1.12 + number % 3 * 11 + 60)
    return separate({**places, **guests}, boxes, fixed=frozenset(places), rounds=90)


def _underneath(
    network: Network, places: Mapping[str, Point], boxes: Mapping[str, Box], loose: list[str]
) -> dict[str, Point]:
    """Put what is joined to nothing in rows below the picture."""
    rows = dict(places)
    bottom = max((y + boxes[node].below for node, (_, y) in places.items()), default=0.0) + 90
    width = max(900.0, max((abs(x) for x, _ in places.values()), default=0.0) * 2)
    x, y = -width / 2, bottom
    for node in sorted(loose, key=lambda node: (network.nodes[node]["kind"], network.nodes[node]["label"], node)):
        if x + 2 * boxes[node].half > width / 2:
            x, y = -width / 2, y + 84
        rows[node] = (x + boxes[node].half, y)
        x += 2 * boxes[node].half + 8
    return rows
