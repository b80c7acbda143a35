"""Triples as lines of N-Triples, and canonical literals; no other module of this stage builds a term."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.durations import read_duration
from kg.errors import GraphError
from kg.knowledge.namespaces import KG, RDF, XSD
from kg.periods import beginning, days_of, is_choice, is_day, is_plain, is_week, week_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Line: TypeAlias = str
"""A triple as a line of N-Triples, without the point and the line's end."""
TYPE: Final = RDF + "type"
_DATES: Final = {4: "gYear", 7: "gYearMonth", 10: "date"}


@lru_cache(maxsize=65536)
def node(iri: str) -> str:
    """Return an IRI as N-Triples write it; raise GraphError for what is none."""
    try:
        return str(NamedNode(iri))
    except ValueError as error:
        raise GraphError(f"not an IRI: {error}", place=repr(iri)) from error


def link(subject: str, predicate: str, value: str) -> Line:
    """Return a triple of three IRIs."""
    return f"{node(subject)} {node(predicate)} {node(value)}"


def links(subject: str, predicate: str, values: Iterable[str]) -> Iterator[Line]:
    """Yield a triple for each IRI in `values`."""
    return (link(subject, predicate, value) for value in values)


def fact(subject: str, predicate: str, value: str) -> Line:
    """Return a triple whose value is a literal, as the functions below make them."""
    return f"{node(subject)} {node(predicate)} {value}"


def words(text: str) -> str:
    """Return a plain string; raise GraphError for a lone surrogate, which no file of RDF can hold."""
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        remedy = "decode the document as UTF-8 before it is read"
        raise GraphError("a lone surrogate is not text", place=repr(text[:60]), remedy=remedy)
    return str(Literal(text))


@lru_cache(maxsize=4096)
def number(value: int) -> str:
    """Return a canonical xsd:integer; raise GraphError past 64 bits, where stores begin to differ."""
    if not -(2**63) <= value < 2**63:
        raise GraphError("a store may not hold this integer", place=str(value), remedy="bound it where it is read")
    return _typed(str(value), "integer")


def share(value: float) -> str:
    """Return a canonical xsd:decimal with at most four digits after the point: 0.9, 1.0."""
    digits = f"{Decimal(repr(value)):.4f}".rstrip("0")
    return _typed(f"{digits}0" if digits.endswith(".") else digits, "decimal")


def when(value: str) -> str:
    """Return 2025-07-04 as xsd:date, 2025-07 as xsd:gYearMonth, 2025 as xsd:gYear; raise GraphError for the rest."""
    if len(value) not in _DATES:
        raise GraphError("not a day, month or year", place=repr(value), remedy="write dates as 2025-07-04")
    return _typed(value, _DATES[len(value)])


def dated(iri: str, period: str, *, weeks: bool) -> Iterator[Line]:
    """Yield when something happened: one date, or the first and last day, with the week where that is known if asked.

    A stretch also has the date that it began with; of a week, a weekend or a quarter no day is known.
    """
    if not is_choice(period):
        yield fact(iri, KG + "date", when(beginning(period)))
    if not is_plain(period):
        days = days_of(period)
        yield fact(iri, KG + "dateFrom", when(days.first.isoformat()))
        yield fact(iri, KG + "dateTo", when(days.last.isoformat()))
    if weeks and (is_day(period) or is_week(period)):
        yield fact(iri, KG + "week", words(week_of(days_of(period).first)))


def span_of_time(value: str) -> str:
    """Return an xsd:duration, its seconds, minutes and hours carried over as stores do (PT60M is PT1H).

    Raises GraphError for what is no duration.
    """
    if (length := read_duration(value)) is None:
        raise GraphError("not a duration", place=repr(value), remedy="write durations as PT1H30M")
    return _typed(str(length), "duration")


def term(name: str) -> str:
    """Return the IRI of a class, property or individual of kg.ttl."""
    return KG + name


def _typed(digits: str, datatype: str) -> str:
    return f'"{digits}"^^<{XSD}{datatype}>'
