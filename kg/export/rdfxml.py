"""RDF/XML, for tools that read no younger syntax."""

from __future__ import annotations

import re
from itertools import groupby
from typing import IO, TYPE_CHECKING, Final

from kg.errors import GraphError
from kg.export.xml import quoted, text
from kg.store.lines import literal_parts, sorted_rows, store_lines
from kg.store.prefixes import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.knowledge import Knowledge

_NAMES: Final = {namespace: name for name, namespace in PREFIXES.items()}
_LOCAL: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$")


def write_rdfxml(
    store: Store,
    stream: IO[bytes],
    knowledge: Knowledge,  # noqa: ARG001 (as every writer)
    *,
    base: str,  # noqa: ARG001 (as every writer)
) -> None:
    """Write the triples of all graphs of a store, an rdf:Description for each subject.

    Raises GraphError for a property that XML can not name and for text that it can not hold.
    """
    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF')
    for name, namespace in sorted(PREFIXES.items()):
        stream.write(f"\n    xmlns:{name}={quoted(namespace)}".encode())
    stream.write(b">\n")
    for subject, rows in groupby(sorted_rows(store_lines(store)), key=lambda row: row[0]):
        lines = [_property(predicate, value) for _, predicate, value in rows]
        stream.write(f"<rdf:Description rdf:about={quoted(subject)}>\n{''.join(lines)}</rdf:Description>\n".encode())
    stream.write(b"</rdf:RDF>\n")


def _property(predicate: str, value: str) -> str:
    element, declaration = _element(predicate)
    if value[0] == "<" and value[1] != "<":
        return f"  <{element}{declaration} rdf:resource={quoted(value[1:-1])}/>\n"
    words, language, datatype = literal_parts(value)
    kind = f" xml:lang={quoted(language)}" if language else f" rdf:datatype={quoted(datatype)}" if datatype else ""
    return f"  <{element}{declaration}{kind}>{text(words)}</{element}>\n"


def _element(predicate: str) -> tuple[str, str]:
    """Return the name of a property's element, and the declaration of its namespace if the head has none."""
    found = _LOCAL.search(predicate)
    if not found:
        remedy = "export as turtle or jsonld"
        raise GraphError("XML can not name this property", place=f"<{predicate}>", remedy=remedy)
    namespace, local = predicate[: found.start()], found[0]
    known = _NAMES.get(namespace)
    return (f"{known}:{local}", "") if known else (f"ns:{local}", f" xmlns:ns={quoted(namespace)}")
