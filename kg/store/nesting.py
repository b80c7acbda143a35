"""How deep a graph file is nested: readers take time by the square of it, and few bytes can hold one up for hours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NoReturn
from xml.parsers import expat

from pyoxigraph import RdfFormat

from kg.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST: Final = 100
"""Elements or objects inside one another; what programs write has less than ten."""
_OPENED: Final = frozenset(b"{[")
_JSON: Final = re.compile(rb'"(?:[^"\\]++|\\.)*+"|[{}\[\]]', re.DOTALL)


def check_nesting(content: bytes, form: RdfFormat, *, place: str) -> None:
    """Raise GraphError for RDF/XML or JSON-LD that is nested deeper than DEEPEST; the time is linear."""
    if form == RdfFormat.RDF_XML:
        _check_xml(content, place)
    elif form in {RdfFormat.JSON_LD, RdfFormat.STREAMING_JSON_LD} and any(d > DEEPEST for d in _json_depths(content)):
        _refuse(place)


def _check_xml(content: bytes, place: str) -> None:
    depth = 0

    def opened(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            _refuse(place)

    def closed(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError):  # the latter for encodings that are none
        return  # what is broken is told, with the line, by who reads it next


def _json_depths(content: bytes) -> Iterator[int]:
    depth = 0
    for match in _JSON.finditer(content):
        sign = match[0][0]
        if sign in _OPENED:
            depth += 1
            yield depth
        elif sign != ord('"'):
            depth -= 1


def _refuse(place: str) -> NoReturn:
    problem = f"is nested deeper than {DEEPEST} elements"
    raise GraphError(problem, place=place, remedy="write each node by itself, or convert the file to Turtle")
