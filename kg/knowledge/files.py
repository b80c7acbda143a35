"""Where the ontology's files are, and how they are read."""

from __future__ import annotations

import os
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from kg.errors import OntologyError

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKOUT = Path(__file__).parents[2] / "ontology"
VARIABLE = "KG_ONTOLOGY"
"""The environment variable that names a folder of the user's in place of the shipped one."""


def ontology_folder() -> Path:
    """Return the folder of the ontology: that of KG_ONTOLOGY, else the shipped one; OntologyError if it lacks files."""
    if named := os.environ.get(VARIABLE):
        folder, remedy = Path(named), f"let {VARIABLE} name a copy of the folder ontology, with all its files"
    else:
        folder, remedy = _shipped_folder(), "reinstall newskg"
    if not (folder / "kg.ttl").is_file():
        raise OntologyError("the ontology's files are missing", place=str(folder), remedy=remedy)
    return folder


def _shipped_folder() -> Path:
    try:
        return Path(str(resources.files("kg.ontology")))
    except ModuleNotFoundError:
        # A source checkout that nobody installed keeps the folder beside the package, not inside it.
        return CHECKOUT


def read_triples(path: Path) -> Iterator[pyoxigraph.Triple]:
    """Yield the triples of one Turtle file in its order; raise OntologyError with file and line when it has none."""
    try:
        # The bytes at once: pyoxigraph reads a path in small steps, at twice the time.
        for quad in pyoxigraph.parse(path.read_bytes(), pyoxigraph.RdfFormat.TURTLE):
            yield quad.triple
    except OSError as error:
        remedy = "check the file's name and permissions"
        raise OntologyError(str(error.strerror), place=str(path), remedy=remedy) from error
    except SyntaxError as error:
        raise OntologyError(error.msg, place=f"{path}:{error.lineno}", remedy="mend the Turtle there") from error


def load_graph(*names: str, folder: Path | None = None) -> pyoxigraph.Store:
    """Return a store with the named files ("kg.ttl", "weapons.ttl") of `folder`, by default the shipped ontology.

    Without names it holds every Turtle file of the folder. Raises OntologyError as `read_triples` does.
    """
    folder = folder or ontology_folder()
    store = pyoxigraph.Store()
    for name in names or sorted(path.name for path in folder.glob("*.ttl")):
        store.extend(
            pyoxigraph.Quad(triple.subject, triple.predicate, triple.object) for triple in read_triples(folder / name)
        )
    return store
