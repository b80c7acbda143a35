"""The keys of what is kept name all code that it depends on."""

from __future__ import annotations

import grimp
import pytest

from kg.pipeline.keys import PACKAGE, PARSING, READING

GRAPH = grimp.build_graph("kg")


def named(rooms: tuple[str, ...]) -> set[str]:
    """Return the modules of rooms and files of the package."""
    places = [PACKAGE / room for room in rooms]
    paths = [path for place in places for path in (place.rglob("*.py") if place.is_dir() else [place])]
    parts = (path.relative_to(PACKAGE.parent).with_suffix("").parts for path in paths)
    return {".".join(part for part in each if part != "__init__") for each in parts}


@pytest.mark.parametrize(
    ("begins", "rooms"),
    [(("kg.grammar.packed", "kg.grammar.parses"), PARSING), (("kg.annotate", "kg.resolve", "kg.extract"), READING)],
)
def test_what_a_stage_imports_is_in_its_key(begins: tuple[str, ...], rooms: tuple[str, ...]) -> None:
    needed = {*begins, *(module for begin in begins for module in GRAPH.find_upstream_modules(begin))}
    assert needed - named(rooms) - {"kg"} == set()
