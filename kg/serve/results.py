"""Answers in the media types of the SPARQL protocol, and no more rows or triples of them than allowed."""

from __future__ import annotations

import csv
import io
import json
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    RdfFormat,
    serialize,
)

from kg.errors import QueryError
from kg.knowledge.namespaces import XSD
from kg.serve.negotiation import choose

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.query import Answer

JSON: Final = "application/sparql-results+json"
SOLUTIONS: Final = {
    JSON: QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
}
"""Media type -> format for SELECT and ASK, the default first."""
GRAPHS: Final = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
"""Media type -> format for CONSTRUCT and DESCRIBE, the default first."""

_Row: TypeAlias = "tuple[NamedNode | BlankNode | Literal | None, ...]"


class NotAcceptableError(QueryError):
    """An answer that no media type of the client's can hold."""


def written(answer: Answer, accept: str, *, rows: int, prefixes: Mapping[str, str]) -> tuple[str, bytes, bool]:
    """Return media type and bytes of an answer, and whether it was cut off after `rows` rows or triples."""
    offers: Sequence[str] = tuple(SOLUTIONS if isinstance(answer, QuerySolutions | QueryBoolean) else GRAPHS)
    media = choose(accept, offers)
    if media is None:
        problem = "no media type that the client accepts can hold this answer"
        raise NotAcceptableError(problem, remedy=f"ask for {', '.join(offers)}")
    if isinstance(answer, QueryBoolean):
        return media, answer.serialize(format=SOLUTIONS[media]) or b"", False
    if isinstance(answer, QuerySolutions):
        columns = tuple(variable.value for variable in answer.variables)
        found = [_row(solution, columns) for solution in islice(answer, rows + 1)]
        return media, _WRITERS[SOLUTIONS[media]](columns, found[:rows]), len(found) > rows
    triples = list(islice(answer, rows + 1))
    return media, serialize(triples[:rows], format=GRAPHS[media], prefixes=dict(prefixes)) or b"", len(triples) > rows


def _row(solution: QuerySolution, columns: Sequence[str]) -> _Row:
    terms = tuple(solution[name] for name in columns)
    for term in terms:
        if not isinstance(term, NamedNode | BlankNode | Literal | None):
            raise QueryError("a triple as a value can not be written", remedy="SELECT its parts")
    return terms


def _json(columns: Sequence[str], rows: Sequence[_Row]) -> bytes:
    bindings = [{name: _json_term(term) for name, term in zip(columns, row, strict=True) if term} for row in rows]
    return json.dumps({"head": {"vars": columns}, "results": {"bindings": bindings}}, ensure_ascii=False).encode()


def _json_term(term: NamedNode | BlankNode | Literal) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    return {"type": "literal", "value": term.value, **_kind(term, "xml:lang")}


def _kind(literal: Literal, language: str) -> dict[str, str]:
    """Return language or datatype of a literal, nothing for a plain string."""
    if literal.language:
        return {language: literal.language}
    datatype = literal.datatype.value
    return {} if datatype == XSD + "string" else {"datatype": datatype}


def _xml(columns: Sequence[str], rows: Sequence[_Row]) -> bytes:
    text = io.StringIO()
    text.write('<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>')
    text.writelines(f"<variable name={quoteattr(name)}/>" for name in columns)
    text.write("</head><results>")
    for row in rows:
        cells = (
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(columns, row, strict=True)
            if term
        )
        text.write(f"<result>{''.join(cells)}</result>")
    text.write("</results></sparql>")
    return text.getvalue().encode()


def _xml_term(term: NamedNode | BlankNode | Literal) -> str:
    words = escape(term.value, {"\r": "&#xD;"})
    if isinstance(term, NamedNode):
        return f"<uri>{words}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{words}</bnode>"
    kind = "".join(f" {name}={quoteattr(value)}" for name, value in _kind(term, "xml:lang").items())
    return f"<literal{kind}>{words}</literal>"


def _csv(columns: Sequence[str], rows: Sequence[_Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_plain(term) for term in row] for row in rows)
    return text.getvalue().encode()


def _plain(term: NamedNode | BlankNode | Literal | None) -> str:
    return "" if term is None else str(term) if isinstance(term, BlankNode) else term.value


def _tsv(columns: Sequence[str], rows: Sequence[_Row]) -> bytes:
    lines = ["\t".join(f"?{name}" for name in columns)]
    lines.extend("\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()


_WRITERS: Final = {
    QueryResultsFormat.JSON: _json,
    QueryResultsFormat.XML: _xml,
    QueryResultsFormat.CSV: _csv,
    QueryResultsFormat.TSV: _tsv,
}
