"""Graph files into a store that answers queries."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from kg.errors import GraphError
from kg.schema.namespaces import ID, KG, RDF


def load(path: Path | str) -> Store:
    """Return a store with the triples of an RDF file, its format told by its extension, Turtle if that tells nothing.

    Raises GraphError with file, line and remedy when it is missing or broken.
    """
    path = Path(path)
    store = Store()
    try:
        # The bytes at once: pyoxigraph reads a path in small steps, at twice the time.
        store.bulk_load(path.read_bytes(), _format(path))
    except OSError as error:
        remedy = "build a graph first: kg build FOLDER" if not path.exists() else "name a readable file"
        raise GraphError(f"can not be read: {error.strerror}", place=str(path), remedy=remedy) from error
    except SyntaxError as error:
        remedy = "mend the file there, or rebuild the graph"
        raise GraphError(error.msg, place=f"{path}:{error.lineno}", remedy=remedy) from error
    return store


def base_of(store: Store) -> str:
    """Return the IRI that the resources of a graph begin with, told by its documents; the default when it has none."""
    for quad in store.quads_for_pattern(None, NamedNode(RDF + "type"), NamedNode(KG + "Document"), None):
        if isinstance(quad.subject, NamedNode) and "/document/" in quad.subject.value:
            return quad.subject.value.rpartition("document/")[0]
    return ID


def _format(path: Path) -> RdfFormat:
    return RdfFormat.from_extension(path.suffix.removeprefix(".").lower()) or RdfFormat.TURTLE
