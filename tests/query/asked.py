"""The named questions, each as it stands and with each of its options: what every store must answer alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import Store

from kg.explain import meant as meaning
from kg.query import fill, named, names
from kg.store.graph import load
from kg.store.turtle import write_turtle

if TYPE_CHECKING:
    from kg.query import Parameter

FOLDER = Path(__file__).parent
# The graph of three invented articles, which tests/assemble rebuilds byte for byte, and what they do not tell.
FILES = (FOLDER / "sample.ttl", FOLDER / "more.ttl")

ANY = {
    "about": "air defence",
    "between": "Southland",
    "by": "Southland",
    "claimed": "Doyle",
    "factuality": "denied",
    "from": "Northland",
    "longer": "39",
    "measure": "injured",
    "of": "Eastland",
    "on": "Eastland",
    "outlet": "POST",
    "place": "Northport",
    "says": "NEED",
    "since": "2025-06-30",
    "status": "paused",
    "sure": "80",
    "to": "Eastland",
    "until": "2026",
    "weapon": "missile",
    "who": "Doyle",
    "words": "CALLED",
}
ONE = {
    ("attacks", "on"): "Northport",
    ("attacks", "weapon"): "drone",
    ("claims", "who"): "Carla Cole",
    ("custody", "sure"): "70",
    ("visits", "sure"): "70",
    ("coverage", "who"): "Ann Able",
    ("denied", "about"): "Northland",
    ("denied", "who"): "Carla Cole",
    ("dyads", "who"): "Ann Able",
    ("merges", "who"): "Bob Bright",
    ("planned", "who"): "Bob Bright",
    ("tenures", "on"): "2024-02-29",
    ("who-called-whom", "who"): "Robert Bright",
}
UNDATED = {("planned", "since"), ("planned", "until"), ("statements", "since"), ("statements", "until")}
"""Options that the sample has no answer for: none of its plans and statements has a date."""


class Asked(NamedTuple):
    """A question by name with at most one of its options."""

    name: str
    option: str = ""

    def __str__(self) -> str:
        return f"{self.name} --{self.option}" if self.option else self.name

    @property
    def value(self) -> str:
        return ONE.get((self.name, self.option)) or ANY[self.option]

    def text(self) -> str:
        query = named(self.name)
        return fill(query, {self.option: self.value}, world(), meant=meant) if self.option else query.text


def write_world(folder: Path) -> Path:
    """Write the world into a folder as kg writes graphs, and return the file."""
    path = folder / "world.ttl"
    with path.open("wb") as stream:
        write_turtle((quad.triple for quad in world()), stream)
    return path


def meant(name: str) -> list[str]:
    """Return the IRIs of what a name means in the world."""
    return meaning(world(), name)


def _of(name: str) -> list[Asked]:
    options: tuple[Parameter, ...] = named(name).parameters
    return [Asked(name), *(Asked(name, option.name) for option in options if (name, option.name) not in UNDATED)]


ASKED = [asked for name in names() for asked in _of(name)]


@cache
def world() -> Store:
    """Return a store with the sample and what it lacks; no test may change it."""
    store = Store()
    for path in FILES:
        store.extend(load(path))
    return store
