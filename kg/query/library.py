"""The named questions: each file of ontology/queries is one, asked in English in the comments it begins with."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.schema.files import ontology_folder

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".rq"


@dataclass(frozen=True, slots=True)
class Query:
    """A question by name, in English, and as SPARQL."""

    name: str
    question: str
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
    text = (_folder(folder) / f"{name}{SUFFIX}").read_text(encoding="utf-8")
    return Query(name, _question(text), text)


def _folder(folder: Path | None) -> Path:
    return folder or ontology_folder() / "queries"


def _question(text: str) -> str:
    """Return the leading comment up to the first line without one."""
    words: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        words.append(line.lstrip("#").strip())
    return " ".join(words)
