"""Oxigraph stores on disk: replaced whole, opened to be read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Store

from kg.errors import GraphError
from kg.files import unfinished

if TYPE_CHECKING:
    from pyoxigraph import RdfFormat

_MARK = "CURRENT"
"""The file by which RocksDB, on which Oxigraph stands, knows its folder."""
_OURS = "made-by-kg"
"""The file by which we know a store that we may replace: nobody else's database has it."""


def is_store(folder: Path) -> bool:
    """Say whether a folder holds an Oxigraph store."""
    return (folder / _MARK).is_file()


def open_store(folder: Path) -> Store:
    """Return the store in a folder, to be read only; raise GraphError when it is none or can not be read."""
    if not is_store(folder):
        remedy = "name a graph file in it, or a folder made by kg build --store"
        raise GraphError("is a folder, but holds no store", place=str(folder), remedy=remedy)
    try:
        return Store.read_only(str(folder))
    except (OSError, RuntimeError) as error:
        raise GraphError(f"can not be opened: {error}", place=str(folder), remedy="rebuild the store") from error


def keep_store(source: Path, form: RdfFormat, folder: Path) -> None:
    """Make a folder the store of a graph file; what stood there stays until the new one is whole.

    Raises GraphError for a folder that holds something else, and where nothing can be written.
    """
    check_replaceable(folder)
    target = Path(os.path.realpath(folder))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with unfinished(target) as work:
            work.mkdir(mode=0o700)
            store = Store(str(work / "new"))
            store.bulk_load(path=source, format=form)
            store.optimize()
            store.flush()
            del store  # lets go of the folder's lock
            (work / "new" / _OURS).touch()
            _exchange(work / "new", target, work / "old")
    except OSError as error:
        raise _unwritable(folder, error) from error


def _exchange(new: Path, target: Path, old: Path) -> None:
    """Put the new folder in the target's place; where that fails, or a signal ends it, the target is as it was."""
    try:
        if target.exists():
            target.rename(old)
        new.rename(target)
    finally:
        if old.exists() and not target.exists():
            old.rename(target)


def check_replaceable(folder: Path) -> None:
    """Raise GraphError for a path that `keep_store` must not replace: a file, or a folder that it did not make."""
    if folder.is_dir() and not (folder / _OURS).is_file() and any(folder.iterdir()):
        raise GraphError("holds something else", place=str(folder), remedy="name a new folder for the store")
    if folder.exists() and not folder.is_dir():
        raise GraphError("is a file", place=str(folder), remedy="name a folder for the store")


def _unwritable(folder: Path, error: OSError) -> GraphError:
    remedy = "choose a place where you may write and that has room"
    return GraphError(f"can not be written: {error.strerror or error}", place=str(folder), remedy=remedy)
