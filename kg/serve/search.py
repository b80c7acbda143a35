"""Full-text search over the quotations of a graph, by SQLite's FTS5 in memory."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from kg.knowledge.namespaces import KG, RDF

if TYPE_CHECKING:
    from pyoxigraph import Store

_OPEN, _CLOSE = "\x01", "\x02"
MOST: Final = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A quotation that holds what was looked for; `parts` are its words, each with whether it was looked for."""

    mention: str
    parts: tuple[tuple[str, bool], ...]


def index_of(store: Store) -> sqlite3.Connection:
    """Return an index of the words of all events' evidence; it is read by forks of this process."""
    index = sqlite3.connect(":memory:")
    index.execute("PRAGMA temp_store = MEMORY")
    index.execute("CREATE VIRTUAL TABLE words USING fts5(quote, mention UNINDEXED, tokenize = 'unicode61')")
    mentions = {
        quad.object.value
        for event in store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(KG + "Event"), None)
        for quad in store.quads_for_pattern(event.subject, NamedNode(KG + "evidence"), None, None)
        if isinstance(quad.object, NamedNode)
    }
    rows = (
        (quad.object.value, mention)
        for mention in sorted(mentions)
        for quad in store.quads_for_pattern(NamedNode(mention), NamedNode(KG + "quote"), None, None)
        if isinstance(quad.object, Literal)
    )
    index.executemany("INSERT INTO words VALUES (?, ?)", rows)
    index.commit()
    return index


def search(index: sqlite3.Connection, words: str, *, most: int = MOST) -> tuple[Hit, ...]:
    """Return the quotations that hold all these words, the last one perhaps only begun, the fittest first."""
    asked = re.findall(r"\w+", words)
    if not asked:
        return ()
    match = " ".join(f'"{word}"' for word in asked) + "*"
    rows = index.execute(
        "SELECT mention, highlight(words, 0, ?, ?) FROM words WHERE words MATCH ? ORDER BY rank, mention LIMIT ?",
        (_OPEN, _CLOSE, match, most),
    )
    return tuple(Hit(mention, _parts(text)) for mention, text in rows)


def _parts(text: str) -> tuple[tuple[str, bool], ...]:
    parts = re.split(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})", text)
    return tuple((part.strip(_OPEN + _CLOSE), part.startswith(_OPEN)) for part in parts if part)
