"""Answers as text: tables for people, SPARQL 1.1 result formats and Turtle for programs."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions

from kg.errors import QueryError, harmless
from kg.knowledge.namespaces import ID
from kg.store.prefixes import readable
from kg.store.turtle import write_turtle

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Triple

    from kg.query.running import Answer

_FORMATS: Final = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
}
FORMATS: Final = ("table", *_FORMATS)


@dataclass(frozen=True, slots=True)
class Table:
    """An answer to be looked at: values without datatypes, IRIs shortened, empty where nothing is bound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table(solutions: QuerySolutions, *, base: str = ID) -> Table:
    """Return the rows of a SELECT query, in its order."""
    columns = tuple(variable.value for variable in solutions.variables)
    rows = tuple(tuple(cell(solution[name], base=base) for name in columns) for solution in solutions)
    return Table(columns, rows)


def cell(value: NamedNode | BlankNode | Literal | Triple | None, *, base: str = ID) -> str:
    """Return a term for a person to read."""
    if value is None:
        return ""
    if isinstance(value, NamedNode):
        return readable(value.value, base=base)
    return harmless(value.value) if isinstance(value, Literal) else harmless(str(value))


def plain(rows: Table) -> str:
    """Return a table as aligned columns, one line a row, whatever its width."""
    lines = [rows.columns, *(tuple(" ".join(value.split()) for value in row) for row in rows.rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(rows.columns))]
    written = ["  ".join(value.ljust(width) for value, width in zip(line, widths, strict=True)) for line in lines]
    return "".join(f"{line.rstrip()}\n" for line in written)


def serialized(answer: Answer, form: str, *, base: str = ID) -> bytes:
    """Return an answer as csv, tsv or json (SPARQL 1.1 results), or as Turtle if it is a graph.

    Raises QueryError for a graph that is wanted in another form.
    """
    if isinstance(answer, QuerySolutions | QueryBoolean):
        if isinstance(answer, QueryBoolean) and form in {"csv", "tsv", "table"}:
            return f"{str(bool(answer)).lower()}\n".encode()
        return answer.serialize(format=_FORMATS[form]) or b""
    if form != "table":
        problem = f"a graph can not be written as {form}"
        raise QueryError(problem, remedy="leave --format out for Turtle, or SELECT what you want to list")
    stream = BytesIO()
    write_turtle(answer, stream, base=base)
    return stream.getvalue()
