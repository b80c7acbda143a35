"""JSON-LD 1.1 with its context inside, a node on each line: what a web developer reads without knowing RDF."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from itertools import groupby
from typing import IO, TYPE_CHECKING, Any, Final

from kg.knowledge.namespaces import RDF, XSD
from kg.store.lines import literal_parts, sorted_rows, store_lines
from kg.store.prefixes import PREFIXES, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Store

    from kg.knowledge import Knowledge
    from kg.knowledge.taxonomy import Taxonomy
    from kg.store.lines import Row

_TYPE: Final = RDF + "type"
_RELATIVE: Final = re.compile(r"[a-z][a-z0-9-]*/[A-Za-z0-9_][A-Za-z0-9_-]*")
_INTEGER: Final = re.compile(r"0|-?[1-9][0-9]{0,14}")
"""Whole numbers that every reader of JSON keeps exact."""


def write_jsonld(store: Store, stream: IO[bytes], knowledge: Knowledge, *, base: str) -> None:
    """Write the triples of all graphs of a store as one document of the form {"@context": ..., "@graph": [...]}."""
    kinds = _kinds(knowledge.taxonomy)
    context = {"@version": 1.1, "@base": base, **PREFIXES, **{name: {"@type": kind} for name, kind in kinds.items()}}
    stream.write(b'{"@context": ')
    stream.write(json.dumps(context, ensure_ascii=False, indent=1).encode())
    stream.write(b',\n"@graph": [')
    separator = b"\n"
    for node in _nodes(sorted_rows(store_lines(store)), kinds, base):
        stream.write(separator + json.dumps(node, ensure_ascii=False).encode())
        separator = b",\n"
    stream.write(b"\n]}\n")


def _nodes(rows: Iterable[Row], kinds: Mapping[str, str], base: str) -> Iterator[dict[str, Any]]:
    for subject, group in groupby(rows, key=lambda row: row[0]):
        node: dict[str, Any] = {"@id": _resource(subject, base)}
        for predicate, same in groupby(group, key=lambda row: row[1]):
            key = "@type" if predicate == _TYPE else _term(predicate)
            values = [_value(row[2], key, kinds.get(key), base) for row in same]
            node[key] = values[0] if len(values) == 1 and key != "@type" else values
        yield node


@lru_cache(maxsize=8192)
def _term(iri: str) -> str:
    short = shorten(iri)
    return f"{short[0]}:{short[2]}" if short and short[0] in PREFIXES else iri


def _resource(iri: str, base: str) -> str:
    """Return the IRI of a node as it stands under the context's @base, if it does."""
    return iri[len(base) :] if iri.startswith(base) and _RELATIVE.fullmatch(iri, len(base)) else _term(iri)


def _value(value: str, key: str, expected: str | None, base: str) -> Any:
    """Return a value as short as the context allows."""
    if value[0] == "<" and value[1] != "<":
        if key == "@type":
            return _term(value[1:-1])
        node = _resource(value[1:-1], base)
        return node if expected == "@id" else {"@id": node}
    words, language, datatype = literal_parts(value)
    if language:
        return {"@value": words, "@language": language}
    if datatype == XSD + "integer" and expected is None and _INTEGER.fullmatch(words):
        return int(words)
    kind = _term(datatype) if datatype else None
    if kind == expected:
        return words
    return {"@value": words, "@type": kind} if kind else {"@value": words}


def _kinds(taxonomy: Taxonomy) -> Mapping[str, str]:
    """Return what kg.ttl says that the values of its properties are: nodes, or literals of one datatype."""
    kinds = {f"kg:{name}": f"xsd:{kind.removeprefix(XSD)}" for name, kind in taxonomy.datatypes.items()}
    kinds |= {f"kg:{name}": "@id" for name in taxonomy.relations}
    # Strings and whole numbers are what JSON makes of a bare value.
    return {key: kinds[key] for key in sorted(kinds) if kinds[key] not in {"xsd:string", "xsd:integer"}}
