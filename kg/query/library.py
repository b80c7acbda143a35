"""The named questions: each file of ontology/queries is one.

A file begins with its question in English and the options that narrow it, all in comments, so that every store can run
it as it stands:

    # Who met whom?
    #   --since DATE  only from this day, month or year on
    SELECT ... WHERE {
      ...
      # --since: FILTER(STR(?date) >= $since)
    }

`fill` puts the clause of an option that is given in the place of its comment. The kinds of option are NAME (the nodes
that bear the name, for VALUES), TYPE (these and all narrower concepts), DATE and TEXT (strings), NUMBER, and terms of
kg.ttl to choose from: Pledged|Delivered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.knowledge.files import shipped_folder
from kg.knowledge.namespaces import KG, SKOS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from pyoxigraph import Store

SUFFIX = ".rq"
_OPTION: Final = re.compile(r"--([a-z][a-z-]*) +(\S+) +(.+)")
_DATE: Final = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """An option of a question; `kind` is NAME, TYPE, DATE, TEXT, NUMBER or a choice of terms (Pledged|Delivered)."""

    name: str
    kind: str
    meaning: str

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the terms that can be chosen, none for another kind."""
        return tuple(self.kind.split("|")) if "|" in self.kind else ()


@dataclass(frozen=True, slots=True)
class Query:
    """A question by name, in English, with its options, and as SPARQL."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


def names(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of the questions in `folder` (None: the shipped ones), sorted."""
    return tuple(sorted(path.stem for path in _folder(folder).glob(f"*{SUFFIX}")))


def named(name: str, folder: Path | None = None) -> Query:
    """Return the question of that name; raise QueryError, with the closest names, when there is none."""
    known = names(folder)
    if name not in known:
        close = get_close_matches(name, known, n=3, cutoff=0.5)
        remedy = f"did you mean {' or '.join(close)}?" if close else "kg query --list shows them all"
        raise QueryError(f"there is no question named {name!r}", remedy=remedy)
    return read(_folder(folder) / f"{name}{SUFFIX}")


def read(path: Path) -> Query:
    """Return the question of a file; raise QueryError where it can not be read as UTF-8."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        remedy = "name a readable UTF-8 file of SPARQL"
        raise QueryError("can not be read as a query", place=str(path), remedy=remedy) from error
    question: list[str] = []
    parameters: list[Parameter] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        words = line.lstrip("#").strip()
        if option := _OPTION.fullmatch(words):
            parameters.append(Parameter(*option.groups()))
        else:
            question.append(words)
    return Query(path.stem, " ".join(question), tuple(parameters), text)


def fill(query: Query, given: Mapping[str, str], store: Store, *, meant: Callable[[str], Iterable[str]]) -> str:
    """Return the SPARQL of a question with the clauses of the options that are given; no value is read as code.

    `meant` gives the IRIs of what a name means in the store, and raises for a name that nothing bears. Raises
    QueryError for an option that the question does not have and for a value of another kind.
    """
    text = query.text
    known = {parameter.name: parameter for parameter in query.parameters}
    for name, value in given.items():
        if name not in known:
            remedy = f"it has {', '.join(f'--{name}' for name in known)}" if known else "it has none"
            raise QueryError(f"{query.name} has no option --{name}", remedy=remedy)
        text = _narrowed(text, name, _term(known[name], value, store, meant))
    return text


def undated(text: str) -> str | None:
    """Return the SPARQL of what a question leaves out for want of a date, None for one that does not say how.

    Its line that asks for a date ends in "# dated", and "# undated: CLAUSE" takes its place.
    """
    if "# undated: " not in text:
        return None
    return re.sub(r"^.*# dated$", "", text, flags=re.MULTILINE).replace("# undated: ", "")


def _narrowed(text: str, name: str, term: str) -> str:
    """Return the SPARQL with the clauses of an option, and its value in them, in the place of their comments."""
    clause = re.compile(rf"^([ \t]*)# --{name}: (.+)$", re.MULTILINE)
    return clause.sub(lambda found: found[1] + found[2].replace(f"${name}", term), text)


def _term(parameter: Parameter, value: str, store: Store, meant: Callable[[str], Iterable[str]]) -> str:
    """Return a value as SPARQL writes it."""
    if parameter.kind in {"NAME", "TYPE"}:
        iris = set(meant(value))
        return " ".join(f"<{iri}>" for iri in sorted(iris if parameter.kind == "NAME" else _narrower(store, iris)))
    if choices := parameter.choices:
        chosen = next((choice for choice in choices if choice.casefold() == value.removeprefix("kg:").casefold()), None)
        if chosen is None:
            raise _unfit(parameter, value, f"choose from {', '.join(choices)}")
        return f"<{KG}{chosen}>"
    if parameter.kind == "NUMBER":
        if not re.fullmatch(r"\d{1,18}", value):
            raise _unfit(parameter, value, "write a whole number such as 30")
        return str(int(value))
    if parameter.kind == "DATE" and not _DATE.fullmatch(value):
        raise _unfit(parameter, value, "write 2025-07-04, 2025-07 or 2025")
    if any("\ud800" <= char <= "\udfff" for char in value):
        # What Python makes of a byte of the command line that is no UTF-8.
        raise _unfit(parameter, value, "write it in UTF-8")
    return str(Literal(value))


def _narrower(store: Store, iris: set[str]) -> set[str]:
    """Return the concepts with all below them: a path of any length in the query itself loses rows in Virtuoso 7."""
    found, new = set(iris), set(iris)
    while new:
        below = (store.quads_for_pattern(None, NamedNode(SKOS + "broader"), NamedNode(iri), None) for iri in new)
        new = {quad.subject.value for quads in below for quad in quads if isinstance(quad.subject, NamedNode)} - found
        found |= new
    return found


def _unfit(parameter: Parameter, value: str, remedy: str) -> QueryError:
    return QueryError(f"--{parameter.name} can not be {value!r}", remedy=remedy)


def _folder(folder: Path | None) -> Path:
    return folder or shipped_folder() / "queries"
