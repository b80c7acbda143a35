"""A Turtle writer whose bytes depend on the set of triples alone, and whose memory does not grow with it.

Subjects are sorted and each is written once: its classes, its labels, then the rest by predicate. Only what every
RDF 1.1 store reads alike is written (checked with Oxigraph, Jena, Virtuoso, rapper and serd): prefixed names of
[A-Za-z0-9_-] without escapes, and full IRIs for all others; short numbers only in canonical form; no blank nodes.
"""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from functools import lru_cache
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, Final

from kg.knowledge.namespaces import ID, RDF, RDFS, SKOS, XSD
from kg.store.lines import lines_of, literal_parts, sorted_subjects
from kg.store.prefixes import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pyoxigraph import Triple

    from kg.store.lines import Subject

_TYPE: Final = RDF + "type"
_FIRST: Final = {_TYPE: 0, SKOS + "prefLabel": 1, RDFS + "label": 2, SKOS + "altLabel": 3}
_NUMBERS: Final = {
    XSD + "integer": re.compile(r"0|-?[1-9][0-9]*"),
    XSD + "decimal": re.compile(r"-?(0|[1-9][0-9]*)\.([0-9]*[1-9]|0)"),
    XSD + "boolean": re.compile(r"true|false"),
}
_CONTROL: Final = re.compile('[\x00-\x1f\x7f-\x9f"\\\\]')
_NAMED: Final = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_WIDE: Final = 110
"""Longer lists of objects have a line for each, so that a new one is one line in a diff."""
_IN_MEMORY: Final = 1 << 24


def write_turtle(triples: Iterable[Triple], stream: IO[bytes], *, base: str = ID) -> None:
    """Write triples as UTF-8 Turtle, the same bytes for any order and any repetition of them.

    Resources under `base` are shortened by their kind (person:joe-biden). Raises GraphError for a blank node or a
    quoted triple, which other stores can not name or read.
    """
    write_subjects(sorted_subjects(lines_of(triples)), stream, base=base)


def write_subjects(subjects: Iterable[Subject], stream: IO[bytes], *, base: str = ID) -> None:
    """Write sorted subjects as `write_turtle` does."""
    used: dict[str, str] = {}
    with headed(stream) as body:
        for _, sentence in sentences(subjects, naming(used, base)):
            body.write(f"\n{sentence}".encode())
        stream.write(prologue(used).encode())


@contextmanager
def headed(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """Give a place for what follows a head that is known last; it goes to the stream when the block ends well.

    What is written to it piece by piece waits on disk, all that comes by one call of it in memory.
    """
    with SpooledTemporaryFile(_IN_MEMORY) as body:
        yield body
        body.seek(0)
        shutil.copyfileobj(body, stream, 1 << 20)


def naming(used: dict[str, str], base: str) -> Callable[[str], str]:
    """Return the function that shortens IRIs, and notes in `used` the prefixes of which a file must tell."""

    @lru_cache(maxsize=8192)
    def name(iri: str) -> str:
        short = shorten(iri, base=base)
        if short is None:
            return f"<{iri}>"
        used[short[0]] = short[1]
        return f"{short[0]}:{short[2]}"

    return name


def prologue(used: Mapping[str, str]) -> str:
    """Return the lines of the prefixes, sorted."""
    return "".join(f"@prefix {name}: <{used[name]}> .\n" for name in sorted(used))


def sentences(
    subjects: Iterable[Subject], name: Callable[[str], str], *, indent: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield each of the sorted subjects with its sentence of Turtle and the line's end."""

    # Most statements are made of many subjects: that one is a mention, or by which rule it was read.
    @lru_cache(maxsize=8192)
    def phrase(statement: str) -> tuple[str, str]:
        predicate, _, value = statement.partition("> ")
        is_iri = value[0] == "<" and value[1] != "<"
        return predicate, name(value[1:-1]) if is_iri else _literal(value, name)

    @lru_cache(maxsize=1024)
    def verbs(predicates: tuple[str, ...]) -> list[tuple[str, str]]:
        return [(one, "a" if one == _TYPE else name(one)) for one in sorted(predicates, key=_place)]

    for subject, statements in subjects:
        properties: dict[str, list[str]] = {}
        for predicate, value in map(phrase, statements):
            if predicate in properties:
                properties[predicate].append(value)
            else:
                properties[predicate] = [value]
        parts = [verb + _list(properties[predicate], indent) for predicate, verb in verbs(tuple(properties))]
        yield subject, f"{indent}{name(subject)} " + f" ;\n{indent}    ".join(parts) + " .\n"


def _place(predicate: str) -> tuple[int, str]:
    return _FIRST.get(predicate, 9), predicate


def _list(values: list[str], indent: str) -> str:
    if len(values) == 1:
        return f" {values[0]}"
    line = ", ".join(values)
    if len(line) <= _WIDE:
        return f" {line}"
    return f"\n{indent}        " + f",\n{indent}        ".join(values)


def _literal(value: str, name: Callable[[str], str]) -> str:
    """Return an N-Triples literal as Turtle: canonical escapes, short datatypes and numbers."""
    if value[-1] == '"' and "\\" not in value and value.isprintable():
        return value
    words, language, datatype = literal_parts(value)
    if (number := _NUMBERS.get(datatype)) and number.fullmatch(words):
        return words
    quoted = words if words.isprintable() and '"' not in words and "\\" not in words else _CONTROL.sub(_escaped, words)
    if datatype:
        return f'"{quoted}"^^{name(datatype)}'
    return f'"{quoted}"@{language}' if language else f'"{quoted}"'


def _escaped(match: re.Match[str]) -> str:
    return _NAMED.get(match[0]) or f"\\u{ord(match[0]):04X}"
