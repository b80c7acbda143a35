"""Where the ontology's files are, and how they are read: each is parsed once, and indexed by subject and predicate."""

from __future__ import annotations

from collections import defaultdict
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph

from kg.errors import OntologyError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Properties: TypeAlias = "Mapping[str, list[str]]"
"""The values of a subject, by predicate; IRIs and literals as plain strings, in the order of the files."""
Index: TypeAlias = "Mapping[str, Properties]"
"""The properties of every subject that has an IRI."""
Sources: TypeAlias = "Mapping[str, Index]"
"""What each file of an ontology says, by the file's name under its folder: "kg.ttl", "en/lexicon.ttl"."""

WORDS = "en"
"""The folder of English words under that of what is true in any language."""
CHECKOUT = Path(__file__).parents[2] / "ontology"


def shipped_folder() -> Path:
    """Return the folder of the ontology that comes with the package."""
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


def ontology_files(folder: Path) -> dict[str, Path]:
    """Return the Turtle files of an ontology by their names under its folder: those of the world, then those of words.

    Raises OntologyError for words beside the world, which nothing would read.
    """
    for stray in sorted(folder.glob(f"*.{WORDS}.ttl")):
        remedy = f"move it to {WORDS}/{stray.name.removesuffix(f'.{WORDS}.ttl')}.ttl"
        raise OntologyError("words of a language have a folder of their own", place=str(stray), remedy=remedy)
    paths = [*sorted(folder.glob("*.ttl")), *sorted(folder.glob(f"{WORDS}/*.ttl"))]
    return {path.relative_to(folder).as_posix(): path for path in paths}


def read_sources(folder: Path) -> Sources:
    """Parse every Turtle file of an ontology but the shapes; raise OntologyError for one that is no Turtle."""
    files = ontology_files(folder)
    return {name: _index(read_triples(path)) for name, path in files.items() if not name.startswith("shapes")}


def _index(triples: Iterator[pyoxigraph.Triple]) -> Index:
    """Blank nodes have no name by which a record could hold them: they are left out."""
    index: dict[str, dict[str, list[str]]] = {}
    for triple in triples:
        subject, value = triple.subject, triple.object
        if isinstance(subject, pyoxigraph.NamedNode) and isinstance(value, pyoxigraph.NamedNode | pyoxigraph.Literal):
            index.setdefault(subject.value, {}).setdefault(triple.predicate.value, []).append(value.value)
    return index


def facts(sources: Sources, *names: str) -> Index:
    """Return what the named files say together; raise OntologyError for one that is not there."""
    for name in names:
        if name not in sources:
            raise OntologyError("the file is missing", place=name, remedy="let the folder hold all files of ontology/")
    if len(names) == 1:
        return sources[names[0]]
    joined: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        for subject, properties in sources[name].items():
            for predicate, values in properties.items():
                joined[subject][predicate].extend(values)
    return {subject: dict(properties) for subject, properties in joined.items()}
