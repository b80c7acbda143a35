"""A graph into a file, a folder or a pipe, with its description beside it."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Final

from kg.errors import GraphError
from kg.export.description import describe
from kg.files import replaced
from kg.store.graph import base_of

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

    from kg.export.formats import Format
    from kg.knowledge import Knowledge

DESCRIPTION: Final = "void.ttl"


def write_stream(store: Store, form: Format, stream: IO[bytes], knowledge: Knowledge) -> None:
    """Write a graph to a pipe; raise GraphError for a format of several files."""
    if form.write is None:
        raise GraphError(f"{form.name} is several files", remedy=f"name a folder: -o FOLDER --format {form.name}")
    form.write(store, stream, knowledge, base=base_of(store))


def write_files(
    store: Store, form: Format, path: Path, knowledge: Knowledge, *, described: bool = True
) -> tuple[Path, ...]:
    """Write a graph to a file, or to a folder for a format of several files, and return the files written.

    The description stands beside a file (news.trig has news.trig.void.ttl) and in a folder (void.ttl). Raises
    GraphError where a file can not be written or the format can not hold what the graph says.
    """
    base = base_of(store)
    if form.several:
        files, about = form.several(store, path, knowledge, base=base), path / DESCRIPTION
    else:
        with replaced(path) as stream:
            write_stream(store, form, stream, knowledge)
        files, about = (path,), path.with_name(f"{path.name}.{DESCRIPTION}")
    if not described:
        return files
    with replaced(about) as stream:
        describe(store, files, form, stream, base=base)
    return (*files, about)
