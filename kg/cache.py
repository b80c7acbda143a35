"""What was read of documents, in one SQLite file, by the digest of all that it depends on; a collection of them.

A rebuild reads only what changed. Several processes may share a file; each entry is there whole or not at all.
"""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NAME: Final = "read.sqlite"
_LOCK: Final = "lock.sqlite"
VERSION: Final = 3
"""Of the tables; what is in them depends on keys alone. One of the version before lacks a table, which it gets."""
_TABLES: Final = (
    "parse (key TEXT PRIMARY KEY, data BLOB NOT NULL)",
    "record (key TEXT PRIMARY KEY, data BLOB NOT NULL)",
    "passages (record TEXT PRIMARY KEY, made TEXT NOT NULL, data BLOB NOT NULL)",
    "made (path TEXT PRIMARY KEY, inputs TEXT NOT NULL, content TEXT NOT NULL, notes BLOB NOT NULL)",
    "document (id TEXT PRIMARY KEY, document BLOB NOT NULL, parse TEXT NOT NULL, record TEXT NOT NULL)",
    "setting (name TEXT PRIMARY KEY, value BLOB NOT NULL)",
)
_WAIT: Final = 60.0
"""Seconds to wait for another process that writes."""
_AT_ONCE: Final = 500
"""Keys in a question to SQLite, which allows 999 in its older versions."""
_FAST: Final = 1
"""The level of compression: a third of the size in a tenth of the time of the best; zlib's sum tells damage."""


class Layer(StrEnum):
    """What is kept of a document: its parse, as bytes of kg.grammar.packed, and its record, as JSON."""

    PARSE = "parse"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: the digest of what it was made of, that of its bytes, and what the maker noted as JSON."""

    inputs: str
    content: str
    notes: bytes


@dataclass(frozen=True, slots=True)
class Held:
    """A document of the collection, as JSON, and the keys of its parse and its record."""

    document: bytes
    parse: str
    record: str


@dataclass(frozen=True, slots=True)
class Cache:
    """An open cache; raises InputError where its file can not be read or written."""

    folder: Path
    file: sqlite3.Connection

    def holding(self, layer: Layer, keys: Iterable[str]) -> frozenset[str]:
        """Return those of the keys under which something is kept."""
        wanted = list(dict.fromkeys(keys))
        found: set[str] = set()
        with _reporting(self.folder):
            for at in range(0, len(wanted), _AT_ONCE):
                some = wanted[at : at + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                question = f"SELECT key FROM {layer} WHERE key IN ({marks})"  # noqa: S608 (our own words, and marks)
                found.update(key for (key,) in self.file.execute(question, some))
        return frozenset(found)

    def keys(self, layer: Layer) -> list[str]:
        """Return all the keys under which something is kept, in no order."""
        with _reporting(self.folder):
            return [key for (key,) in self.file.execute(f"SELECT key FROM {layer}")]  # noqa: S608 (our own words)

    def get(self, layer: Layer, key: str) -> bytes | None:
        """Return what is kept under the key, or None when there is nothing or it is damaged; `put` then mends it."""
        with _reporting(self.folder):
            row = self.file.execute(f"SELECT data FROM {layer} WHERE key = ?", (key,)).fetchone()  # noqa: S608 (ours)
        return _whole(row)

    def put(self, entries: Iterable[tuple[Layer, str, bytes]]) -> None:
        """Keep all the entries or, where the process ends before, none."""
        with _reporting(self.folder), self.file:
            for layer, key, data in entries:
                packed = zlib.compress(data, _FAST)
                self.file.execute(f"INSERT OR REPLACE INTO {layer} VALUES (?, ?)", (key, packed))  # noqa: S608 (ours)

    def passages(self, record: str, made: str) -> bytes | None:
        """Return what is kept of the passages of the record with this key, made of the same, as `get` does."""
        with _reporting(self.folder):
            question = "SELECT data FROM passages WHERE record = ? AND made = ?"
            row = self.file.execute(question, (record, made)).fetchone()
        return _whole(row)

    def put_passages(self, entries: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep passages, each by the key of its record and the digest of what else it was made of, as `put` does."""
        with _reporting(self.folder), self.file:
            rows = ((record, made, zlib.compress(data, _FAST)) for record, made, data in entries)
            self.file.executemany("INSERT OR REPLACE INTO passages VALUES (?, ?, ?)", rows)

    def made(self, path: Path) -> Made | None:
        """Return what is noted of a file."""
        with _reporting(self.folder):
            question = "SELECT inputs, content, notes FROM made WHERE path = ?"
            row = self.file.execute(question, (str(path.resolve()),)).fetchone()
        return None if row is None else Made(*row)

    def note(self, path: Path, made: Made) -> None:
        """Note of what a file was made."""
        with _reporting(self.folder), self.file:
            row = (str(path.resolve()), made.inputs, made.content, made.notes)
            self.file.execute("INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?)", row)

    def ids(self) -> list[str]:
        """Return the ids of the documents of the collection, sorted; none for a mere cache."""
        with _reporting(self.folder):
            return [id_ for (id_,) in self.file.execute("SELECT id FROM document ORDER BY id")]

    def held(self, id_: str) -> Held | None:
        """Return the document of the collection with this id, None where there is none."""
        with _reporting(self.folder):
            question = "SELECT document, parse, record FROM document WHERE id = ?"
            row = self.file.execute(question, (id_,)).fetchone()
        return None if row is None else Held(*row)

    def hold(self, more: Iterable[tuple[str, Held]], *, without: Iterable[str] = ()) -> None:
        """Take documents into the collection, one by one, and others out; forget what is kept of no document in it.

        What goes out is asked for when all of the others are in.
        """
        with _reporting(self.folder), self.file:
            rows = ((id_, each.document, each.parse, each.record) for id_, each in more)
            self.file.executemany("INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)", rows)
            self.file.executemany("DELETE FROM document WHERE id = ?", ((id_,) for id_ in without))
            for layer in Layer:
                self.file.execute(f"DELETE FROM {layer} WHERE key NOT IN (SELECT {layer} FROM document)")  # noqa: S608 (ours)
            self.file.execute("DELETE FROM passages WHERE record NOT IN (SELECT record FROM document)")

    def setting(self, name: str) -> bytes | None:
        """Return what was set under a name."""
        with _reporting(self.folder):
            row = self.file.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else bytes(row[0])

    def set(self, name: str, value: bytes) -> None:
        """Set something under a name."""
        with _reporting(self.folder), self.file:
            self.file.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))


def _whole(row: tuple[bytes] | None) -> bytes | None:
    """Return what a row keeps, None where there is none or it is damaged."""
    try:
        return None if row is None else zlib.decompress(row[0])
    except (zlib.error, TypeError):
        return None


@contextmanager
def opened(folder: Path) -> Iterator[Cache]:
    """Give the cache of a folder, which is made where there is none."""
    with _reporting(folder):
        folder.mkdir(parents=True, exist_ok=True)
        file = sqlite3.connect(folder / NAME, timeout=_WAIT, check_same_thread=False)
    try:
        with _reporting(folder):
            _set_up(file, folder)
        yield Cache(folder, file)
    finally:
        file.close()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let no other process change the collection of a folder meanwhile; InputError where one does already."""
    with _reporting(folder):
        folder.mkdir(parents=True, exist_ok=True)
        # The lock of a database that holds nothing: every system lets go of it when the process ends, however it does.
        lock = sqlite3.connect(folder / _LOCK, timeout=0.0, isolation_level=None)
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            remedy = "wait until the other command ends, or name another folder"
            raise InputError("another process changes this collection", place=str(folder), remedy=remedy) from error
        yield
    finally:
        lock.close()


def _set_up(file: sqlite3.Connection, folder: Path) -> None:
    # What is written last may be lost with the power, and is read again; what is there is always whole.
    file.execute("PRAGMA journal_mode = WAL")
    file.execute("PRAGMA synchronous = NORMAL")
    (version,) = file.execute("PRAGMA user_version").fetchone()
    if version not in {0, VERSION - 1, VERSION}:
        remedy = "name another folder, or delete it and read the documents anew"
        raise InputError(f"the cache is of another version of kg ({version})", place=str(folder), remedy=remedy)
    # What is forgotten is not to be found in the file any more.
    file.execute("PRAGMA secure_delete = ON")
    if version != VERSION:
        with file:
            for table in _TABLES:
                file.execute(f"CREATE TABLE IF NOT EXISTS {table}")
            file.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def _reporting(folder: Path) -> Iterator[None]:
    """Say in one line what SQLite or the system refuses."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        remedy = "choose another cache folder, or build without one"
        raise InputError(f"the cache can not be used: {error}", place=str(folder), remedy=remedy) from error
