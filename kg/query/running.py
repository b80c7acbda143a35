"""Reading queries only: no updates, nothing fetched from elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias, TypedDict

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples

from kg.errors import QueryError
from kg.knowledge.namespaces import ID
from kg.store.prefixes import query_prefixes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import BlankNode, DefaultGraph, Store


class _Dataset(TypedDict, total=False):
    use_default_graph_as_union: bool
    default_graph: list[NamedNode | BlankNode | DefaultGraph]
    named_graphs: list[NamedNode | BlankNode]


Answer: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples

# Strings, IRIs, comments and escaped signs of names, in which a keyword is none, in the order of the longest match.
_QUOTED: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|'
    r"'''(?:[^'\\]|\\.|'(?!''))*'''|"
    r'"(?:[^"\\\n]|\\.)*"|'
    r"'(?:[^'\\\n]|\\.)*'|"
    r'<(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>|#[^\r\n]*|\\.'
)
_KEYWORD: Final = re.compile(r"(?<![?$:@\w-])[A-Za-z]+(?![\w:-])")
# The engine needs no space around the keyword: 1SERVICE, SERVICEx:y {} and SERVICE:y {} all ask another server.
_SERVICE: Final = re.compile(r"(?<![?$:@A-Za-z_-])SERVICE\s*(?:SILENT)?\s*\S*\s*\{", re.IGNORECASE)
_PREFIXED: Final = re.compile(r"(?<![\w:?$<])([A-Za-z][\w-]*):(?=\w)")
_DECLARED: Final = re.compile(r"\bPREFIX\s+([A-Za-z][\w-]*):", re.IGNORECASE)
_SELECT: Final = re.compile(r"\bSELECT\b", re.IGNORECASE)
_STAR: Final = re.compile(r"\bSELECT\s+(?:(?:DISTINCT|REDUCED)\s+)?\*", re.IGNORECASE)
_VARIABLE: Final = re.compile(r"[?$](\w+)")
_HALF: Final = re.compile("[\ud800-\udfff]")
_DEEPEST: Final = 200
_BRACKET: Final = re.compile(r"[()\[\]{}]")
_SIGNS: Final = re.compile(rf"(?:[!^+-]\s*+){{{_DEEPEST},}}")
_NEAR: Final = 40
"""Characters of the query that a message shows."""
_LONGEST: Final = 80
"""Characters of the engine's message that are shown: some list every sign that could stand there."""
_PROLOGUE: Final = {"PREFIX", "BASE"}
_UPDATES: Final = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"}


def run(
    store: Store,
    text: str,
    *,
    base: str = ID,
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
) -> Answer:
    """Return the answer to a SPARQL 1.1 query over all graphs of a store, or over those that are named.

    The prefixes of kg.store.prefixes need no declaration. Raises QueryError for a query that is malformed, would change
    the graph, or would ask another server. This is told by its words: against those who hide them, run it in a process
    without network.
    """
    code = _QUOTED.sub(" ", text)
    _check(text, code)
    if _SERVICE.search(code):
        raise QueryError("SERVICE is refused: a query asks this graph only", remedy="load the other graph beside it")
    keywords = (word.upper() for word in _KEYWORD.findall(code))
    if next((word for word in keywords if word not in _PROLOGUE), None) in _UPDATES:
        remedy = "correct the articles or the ontology and rebuild"
        raise QueryError("a query that changes the graph is refused", remedy=remedy)
    # One line before the query's first, so that line numbers in messages are the query's own.
    prologue = " ".join(f"PREFIX {name}: <{namespace}>" for name, namespace in query_prefixes(base=base).items())
    dataset = _dataset(store, default_graphs, named_graphs)
    try:
        answer = store.query(f"{prologue} {text}", **dataset)
        ordered = _in_order(text, answer)
        return answer if ordered is None else store.query(f"{prologue} {ordered}", **dataset)
    except SyntaxError as error:
        place, problem = _where(str(error), len(prologue) + 1, text)
        declared = {*query_prefixes(base=base), *_DECLARED.findall(text)}
        if undeclared := next((name for name in _PREFIXED.findall(code) if name not in declared), None):
            problem = f"the prefix {undeclared}: is not declared"
        raise QueryError(problem, place=place, remedy="mend the query; kg query --list shows examples") from error


def _check(text: str, code: str) -> None:
    """Raise QueryError for what is no text, and for what is nested so deep that the engine's stack would end."""
    if _HALF.search(text):
        raise QueryError("holds half a character", place="query", remedy="write it as UTF-8")
    depth = deepest = 0
    for bracket in _BRACKET.findall(code):
        depth += 1 if bracket in "([{" else -1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST or _SIGNS.search(code):
        raise QueryError("is nested too deep", place="query", remedy=f"use no more than {_DEEPEST} brackets in a row")


def _in_order(text: str, answer: Answer) -> str | None:
    """Return a query for all variables as one for those that it has, in its own order; None where it is none."""
    blanked = _QUOTED.sub(lambda found: " " * len(found[0]), text)
    star = _STAR.search(blanked)
    first = _SELECT.search(blanked)
    if not isinstance(answer, QuerySolutions) or star is None or first is None or star.start() != first.start():
        return None
    known = {variable.value for variable in answer.variables}
    names = [name for name in dict.fromkeys(_VARIABLE.findall(blanked)) if name in known]
    if len(names) != len(known):
        return None
    return f"{text[: star.end() - 1]}{' '.join(f'?{name}' for name in names)} {text[star.end() :]}"


def _dataset(store: Store, default: Sequence[str], named: Sequence[str]) -> _Dataset:
    """Return which graphs are asked; as the SPARQL protocol has it, naming any leaves out all others."""
    if not default and not named:
        return {"use_default_graph_as_union": next(iter(store.named_graphs()), None) is not None}
    return {"default_graph": [*map(NamedNode, default)], "named_graphs": [*map(NamedNode, named)]}


def _where(message: str, prologue: int, query: str) -> tuple[str, str]:
    """Split "error at 2:9: expected ..." into a place of the user's own query and the problem, with the words there."""
    found = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not found:
        return "query", message
    line, column = int(found[1]), int(found[2])
    column = column - prologue if line == 1 else column
    rows = query.split("\n")
    near = rows[line - 1][column - 1 :][:_NEAR].strip() if line <= len(rows) else ""
    problem = found[3] if len(found[3]) <= _LONGEST else "can not be understood from here on"
    return f"query, line {line}, column {column}", f"{problem}: {near!r}" if near else f"{problem}, at its end"
