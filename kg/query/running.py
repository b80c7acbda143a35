"""Reading queries only: no updates, nothing fetched from elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from kg.errors import QueryError
from kg.schema.namespaces import ID
from kg.store.prefixes import query_prefixes

if TYPE_CHECKING:
    from pyoxigraph import Store

Answer: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples

# Strings, IRIs and comments, in which a keyword is none; the order is that of the grammar's longest match.
_QUOTED: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|'
    r"'''(?:[^'\\]|\\.|'(?!''))*'''|"
    r'"(?:[^"\\\n]|\\.)*"|'
    r"'(?:[^'\\\n]|\\.)*'|"
    r'<[^<>"{}|^`\\\x00-\x20]*>|#[^\n]*'
)
_KEYWORD: Final = re.compile(r"(?<![?$:@\w-])[A-Za-z]+(?![\w:-])")
_PROLOGUE: Final = {"PREFIX", "BASE"}
_UPDATES: Final = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"}


def run(store: Store, text: str, *, base: str = ID) -> Answer:
    """Return the answer to a SPARQL 1.1 query over all graphs of a store.

    The prefixes of kg.store.prefixes need no declaration. Raises QueryError for a query that is malformed, would change
    the graph, or would ask another server.
    """
    keywords = [word.upper() for word in _KEYWORD.findall(_QUOTED.sub(" ", text))]
    if "SERVICE" in keywords:
        raise QueryError("SERVICE is refused: a query asks this graph only", remedy="load the other graph beside it")
    if next((word for word in keywords if word not in _PROLOGUE), None) in _UPDATES:
        remedy = "correct the articles or the ontology and rebuild"
        raise QueryError("a query that changes the graph is refused", remedy=remedy)
    # One line before the query's first, so that line numbers in messages are the query's own.
    prologue = " ".join(f"PREFIX {name}: <{namespace}>" for name, namespace in query_prefixes(base=base).items())
    union = next(iter(store.named_graphs()), None) is not None
    try:
        return store.query(f"{prologue} {text}", use_default_graph_as_union=union)
    except SyntaxError as error:
        place, problem = _where(str(error), len(prologue) + 1)
        raise QueryError(problem, place=place, remedy="mend the query; kg query --list shows examples") from error


def _where(message: str, prologue: int) -> tuple[str, str]:
    """Split "error at 2:9: expected ..." into a place of the user's own query and the problem."""
    found = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not found:
        return "query", message
    line, column = int(found[1]), int(found[2])
    return f"query, line {line}, column {column - prologue if line == 1 else column}", found[3]
