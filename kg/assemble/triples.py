"""Triples and canonical literals; no other module of this stage builds a term."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import GraphError
from kg.knowledge.namespaces import KG, RDF, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TYPE: Final = RDF + "type"
_DATES: Final = {4: "gYear", 7: "gYearMonth", 10: "date"}
_DURATION: Final = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")


@lru_cache(maxsize=65536)
def node(iri: str) -> NamedNode:
    """Return the node of an IRI; raise GraphError for what is none."""
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise GraphError(f"not an IRI: {error}", place=repr(iri)) from error


def link(subject: str, predicate: str, value: str) -> Triple:
    """Return a triple of three IRIs."""
    return Triple(node(subject), node(predicate), node(value))


def links(subject: str, predicate: str, values: Iterable[str]) -> Iterator[Triple]:
    """Yield a triple for each IRI in `values`."""
    return (link(subject, predicate, value) for value in values)


def fact(subject: str, predicate: str, value: Literal) -> Triple:
    """Return a triple whose value is a literal."""
    return Triple(node(subject), node(predicate), value)


def words(text: str) -> Literal:
    """Return a plain string; raise GraphError for a lone surrogate, which no file of RDF can hold."""
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        remedy = "decode the document as UTF-8 before it is read"
        raise GraphError("a lone surrogate is not text", place=repr(text[:60]), remedy=remedy)
    return Literal(text)


@lru_cache(maxsize=4096)
def number(value: int) -> Literal:
    """Return a canonical xsd:integer; raise GraphError past 64 bits, where stores begin to differ."""
    if not -(2**63) <= value < 2**63:
        raise GraphError("a store may not hold this integer", place=str(value), remedy="bound it where it is read")
    return Literal(str(value), datatype=node(XSD + "integer"))


def share(value: float) -> Literal:
    """Return a canonical xsd:decimal with at most four digits after the point: 0.9, 1.0."""
    digits = f"{Decimal(repr(value)):.4f}".rstrip("0")
    return Literal(f"{digits}0" if digits.endswith(".") else digits, datatype=node(XSD + "decimal"))


def when(value: str) -> Literal:
    """Return 2025-07-04 as xsd:date, 2025-07 as xsd:gYearMonth, 2025 as xsd:gYear; raise GraphError for the rest."""
    if len(value) not in _DATES:
        raise GraphError("not a day, month or year", place=repr(value), remedy="write dates as 2025-07-04")
    return Literal(value, datatype=node(XSD + _DATES[len(value)]))


def span_of_time(value: str) -> Literal:
    """Return an xsd:duration, its seconds, minutes and hours carried over as stores do (PT60M is PT1H).

    Raises GraphError for what is no duration.
    """
    if not value.startswith("P") or value[-1] in "PT" or not _DURATION.fullmatch(value):
        raise GraphError("not a duration", place=repr(value), remedy="write durations as PT1H30M")
    return Literal(_carried(value), datatype=node(XSD + "duration"))


def minutes(duration: str) -> int | None:
    """Return a duration in whole minutes, rounded down; None for years and months, whose length varies."""
    years, months, days, hours, rest, seconds = _parts(duration)
    return None if years or months else (days * 24 + hours) * 60 + rest + seconds // 60


def _carried(duration: str) -> str:
    years, months, days, hours, rest, seconds = _parts(duration)
    rest, seconds = rest + seconds // 60, seconds % 60
    hours, rest = hours + rest // 60, rest % 60
    days, hours = days + hours // 24, hours % 24
    years, months = years + months // 12, months % 12
    date = "".join(f"{count}{unit}" for count, unit in ((years, "Y"), (months, "M"), (days, "D")) if count)
    time = "".join(f"{count}{unit}" for count, unit in ((hours, "H"), (rest, "M"), (seconds, "S")) if count)
    return f"P{date}{'T' if time or not date else ''}{time or ('' if date else '0S')}"


def _parts(duration: str) -> tuple[int, ...]:
    found = _DURATION.fullmatch(duration)
    return tuple(int(part or 0) for part in found.groups()) if found else (0,) * 6


def term(name: str) -> str:
    """Return the IRI of a class, property or individual of kg.ttl."""
    return KG + name
