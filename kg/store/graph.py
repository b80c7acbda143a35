"""The one place that opens a graph, be it a file, a store on disk or standard input."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, Store, Triple

from kg.errors import GraphError
from kg.files import refuse_device
from kg.knowledge.namespaces import ID, KG, RDF
from kg.store.disk import open_store
from kg.store.nesting import check_nesting

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"
_ENTITY = re.compile(rb"""<!ENTITY\s[^"'>]*["']([^"']*)["']""")
_LONGEST_ENTITY = 500
"""Characters of a namespace, for which RDF/XML has entities, with room to spare."""


def load(path: Path | str) -> Store:
    """Return a store with the triples of an RDF file, of the folder of a store, or of Turtle on standard input (-).

    A file's format is told by its extension, Turtle if that tells nothing; the store of a folder can only be read.
    Raises GraphError with file, line and remedy when the graph is missing or broken.
    """
    path = Path(path)
    if path.is_dir():
        return open_store(path)
    store = Store()
    try:
        # The bytes at once: pyoxigraph reads a path in small steps, at twice the time.
        content = _standard_input() if str(path) == STDIN else _bytes(path)
        form = format_of(path)
        if form == RdfFormat.RDF_XML:
            _check_entities(content, path)
        check_nesting(content, form, place=str(path))
        store.bulk_load(content, form)
    except OSError as error:
        remedy = "build a graph first: kg build FOLDER" if not path.exists() else "name a readable file"
        raise GraphError(f"can not be read: {error.strerror}", place=str(path), remedy=remedy) from error
    except SyntaxError as error:
        remedy = "mend the file there, or rebuild the graph"
        place = str(path) if error.lineno is None else f"{path}:{error.lineno}"
        raise GraphError(error.msg, place=place, remedy=remedy) from error
    return store


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise GraphError("is closed", place="standard input", remedy="send it a graph, or name a file")
    return sys.stdin.buffer.read()


def _bytes(path: Path) -> bytes:
    """Return what a file holds; a pipe has an end, but a device may give bytes for ever."""
    refuse_device(path, GraphError)
    return path.read_bytes()


def _check_entities(content: bytes, path: Path) -> None:
    """Raise GraphError for XML whose entities stand for more than prefixes do: a few lines can expand to gigabytes."""
    for value in _ENTITY.findall(content):
        if b"&" in value or len(value) > _LONGEST_ENTITY:
            remedy = "write the namespaces out, or convert the file to Turtle"
            raise GraphError("declares entities that expand to others or to long text", place=str(path), remedy=remedy)


def base_of(store: Store) -> str:
    """Return the IRI that the resources of a graph begin with, told by its documents; the default when it has none."""
    for quad in store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(KG + "Document"), None):
        if isinstance(quad.subject, NamedNode) and "/document/" in quad.subject.value:
            return quad.subject.value.rpartition("document/")[0]
    return ID


def pairs(store: Store, predicate: str) -> Iterator[tuple[str, str]]:
    """Yield the IRI or the words at either end of each statement of a property, whatever graph it is in."""
    for quad in store.quads_for_pattern(None, NamedNode(predicate), None, None):
        if not isinstance(quad.subject, Triple) and not isinstance(quad.object, Triple):
            yield quad.subject.value, quad.object.value


def format_of(path: Path) -> RdfFormat:
    """Return the format that a file's extension tells; Turtle if that tells nothing."""
    return RdfFormat.from_extension(path.suffix.removeprefix(".").lower()) or RdfFormat.TURTLE
