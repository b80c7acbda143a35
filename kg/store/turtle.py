"""A Turtle writer whose bytes depend on the set of triples alone.

Subjects are sorted and each is written once: its classes, its labels, then the rest by predicate. Only what every
RDF 1.1 store reads alike is written (checked with Oxigraph, Jena, Virtuoso, rapper and serd): prefixed names of
[A-Za-z0-9_-] without escapes, and full IRIs for all others; short numbers only in canonical form; no blank nodes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import IO, TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import RdfFormat, serialize

from kg.errors import GraphError
from kg.schema.namespaces import ID, RDF, RDFS, SKOS, XSD
from kg.store.prefixes import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pyoxigraph import Triple

Namespaces: TypeAlias = "dict[str, str]"

_TYPE: Final = RDF + "type"
_FIRST: Final = {_TYPE: 0, SKOS + "prefLabel": 1, RDFS + "label": 2, SKOS + "altLabel": 3}
_NUMBERS: Final = {
    XSD + "integer": re.compile(r"0|-?[1-9][0-9]*"),
    XSD + "decimal": re.compile(r"-?(0|[1-9][0-9]*)\.([0-9]*[1-9]|0)"),
    XSD + "boolean": re.compile(r"true|false"),
}
_ESCAPES: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_ESCAPE: Final = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_CONTROL: Final = re.compile('[\x00-\x1f\x7f-\x9f"\\\\]')
_NAMED: Final = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_WIDE: Final = 110
"""Longer lists of objects have a line for each, so that a new one is one line in a diff."""


def write_turtle(triples: Iterable[Triple], stream: IO[bytes], *, base: str = ID) -> None:
    """Write triples as UTF-8 Turtle, the same bytes for any order and any repetition of them.

    Resources under `base` are shortened by their kind (person:joe-biden). Raises GraphError for a blank node or a
    quoted triple, which other stores can not name or read.
    """
    namespaces: Namespaces = {}
    body = BytesIO()
    for block in _blocks(_rows(triples), namespaces, base):
        body.write(block.encode())
    for name in sorted(namespaces):
        stream.write(f"@prefix {name}: <{namespaces[name]}> .\n".encode())
    stream.write(body.getbuffer())


def _rows(triples: Iterable[Triple]) -> Iterator[tuple[str, str, str]]:
    """Yield subject, predicate and object, sorted and once each, the object as N-Triples writes it."""
    # The library's N-Triples are made and their lines are sorted in C, ten times faster than Triple objects are read.
    lines = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").split(b"\n")
    lines.pop()
    for number, line in enumerate(lines):
        if line[:1] != b"<" or line[:2] == b"<<":
            raise _unfit(line)
        # Without the closing brackets a shorter IRI sorts before a longer one that it begins.
        lines[number] = line.replace(b"> ", b" ", 2)
    last = b""
    lines.sort()
    for line in lines:
        if line != last:
            subject, predicate, value = line.decode().split(" ", 2)
            yield subject[1:], predicate[1:], value[:-2]
            last = line


def _blocks(rows: Iterator[tuple[str, str, str]], namespaces: Namespaces, base: str) -> Iterator[str]:
    @lru_cache(maxsize=65536)
    def name(iri: str) -> str:
        short = shorten(iri, base=base)
        if short is None:
            return f"<{iri}>"
        namespaces[short[0]] = short[1]
        return f"{short[0]}:{short[2]}"

    for subject, group in groupby(rows, key=lambda row: row[0]):
        properties: dict[str, list[str]] = {}
        for _, predicate, value in group:
            is_iri = value[0] == "<"
            written = name(value[1:-1]) if is_iri and value[1] != "<" else _literal(value, name)
            properties.setdefault(predicate, []).append(written)
        parts = [
            f"{'a' if predicate == _TYPE else name(predicate)}{_list(properties[predicate])}"
            for predicate in sorted(properties, key=lambda predicate: (_FIRST.get(predicate, 9), predicate))
        ]
        yield f"\n{name(subject)} " + " ;\n    ".join(parts) + " .\n"


def _list(values: list[str]) -> str:
    line = ", ".join(values)
    return f" {line}" if len(values) == 1 or len(line) <= _WIDE else "\n        " + ",\n        ".join(values)


def _literal(value: str, name: Callable[[str], str]) -> str:
    """Return an N-Triples literal as Turtle: canonical escapes, short datatypes and numbers."""
    if value[0] != '"':
        raise _unfit(value.encode())
    end = value.rindex('"')
    words, rest = value[1:end], value[end + 1 :]
    if "\\" in words or not words.isprintable():
        words = _CONTROL.sub(_escaped, _ESCAPE.sub(_unescaped, words))
    if not rest.startswith("^^"):
        return f'"{words}"{rest}'
    datatype = rest[3:-1]
    if (number := _NUMBERS.get(datatype)) and number.fullmatch(words):
        return words
    return f'"{words}"^^{name(datatype)}'


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if code[0] in "uU" else _ESCAPES[code]


def _escaped(match: re.Match[str]) -> str:
    return _NAMED.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _unfit(line: bytes) -> GraphError:
    problem = f"a blank node or quoted triple can not be written: {line[:80].decode(errors='replace')}"
    return GraphError(problem, remedy="give every node an IRI")
