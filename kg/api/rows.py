"""The rows of an answer, for programs, data frames and notebooks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Final, overload

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import KgError
from kg.knowledge.namespaces import XSD
from kg.query.tables import Table, plain
from kg.store.prefixes import readable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd
    import polars as pl
    from pyoxigraph import QuerySolutions

Value = str | int | Decimal | bool | date | None
"""A value of a row: a date only where a day is told, an IRI shortened as the terminal prints it."""

Row = dict[str, Value]

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_READERS: Final[Mapping[str, Callable[[str], Value]]] = {
    XSD + "integer": int,
    XSD + "decimal": Decimal,
    XSD + "boolean": lambda words: words in {"true", "1"},
    XSD + "date": lambda words: date.fromisoformat(words) if _DAY.fullmatch(words) else words,
}


@dataclass(frozen=True)
class Rows(Sequence[Row]):
    """The rows of an answer in its order, each a dict by column; columns have the names of the query's variables."""

    columns: tuple[str, ...]
    values: tuple[tuple[Value, ...], ...]

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Rows: ...
    def __getitem__(self, index: int | slice) -> Row | Rows:
        if isinstance(index, slice):
            return Rows(self.columns, self.values[index])
        return dict(zip(self.columns, self.values[index], strict=True))

    def __len__(self) -> int:
        return len(self.values)

    def __str__(self) -> str:
        return plain(Table(self.columns, tuple(tuple(_words(value) for value in row) for row in self.values)))

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a data frame of pandas; KgError where that is not installed."""
        try:
            import pandas as pd
        except ImportError as error:
            raise KgError("to_pandas() needs pandas, which is not installed", remedy="pip install pandas") from error

        return pd.DataFrame.from_records(list(self.values), columns=list(self.columns))

    def to_polars(self) -> pl.DataFrame:
        """Return the rows as a frame of polars, with days and months as text; KgError where it is not installed."""
        try:
            import polars as pl
        except ImportError as error:
            raise KgError("to_polars() needs polars, which is not installed", remedy="pip install polars") from error

        columns = zip(*self.values, strict=True) if self.values else ([] for _ in self.columns)
        return pl.DataFrame(dict(zip(self.columns, map(_of_one_type, columns), strict=True)))

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_words(value))}</td>' for value in row)}</tr>" for row in self.values
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def rows_of(solutions: QuerySolutions, *, base: str) -> Rows:
    """Return the rows of a SELECT query."""
    columns = tuple(variable.value for variable in solutions.variables)
    return Rows(columns, tuple(tuple(_value(row[name], base) for name in columns) for row in solutions))


def _value(term: NamedNode | BlankNode | Literal | Triple | None, base: str) -> Value:
    if isinstance(term, Literal):
        read = _READERS.get(term.datatype.value)
        try:
            return term.value if read is None else read(term.value)
        except (ValueError, ArithmeticError):
            return term.value
    if isinstance(term, NamedNode):
        return readable(term.value, base=base)
    return None if term is None else str(term)


def _of_one_type(values: Sequence[Value]) -> list[Value]:
    types = {type(value) for value in values if value is not None}
    return list(values) if len(types) < 2 else [None if value is None else str(value) for value in values]


def _words(value: Value) -> str:
    return "" if value is None else str(value)
