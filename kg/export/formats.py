"""The formats by name, by the end of a file's name and by media type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, Protocol

from kg.errors import GraphError
from kg.export.datasets import write_nquads, write_trig
from kg.export.ftm import write_ftm
from kg.export.graphml import write_graphml
from kg.export.jsonld import write_jsonld
from kg.export.ntriples import write_ntriples
from kg.export.plover import write_plover
from kg.export.rdfxml import write_rdfxml
from kg.export.tables import write_tables
from kg.store.lines import sorted_subjects, store_lines
from kg.store.turtle import write_subjects

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

    from kg.knowledge import Knowledge


class Writer(Protocol):
    """Writes a graph, its resources under `base`, the same bytes for the same graph."""

    def __call__(self, store: Store, stream: IO[bytes], knowledge: Knowledge, *, base: str) -> None:
        """Write the graph of a store."""


class FolderWriter(Protocol):
    """Writes a graph as several files of a folder."""

    def __call__(self, store: Store, folder: Path, knowledge: Knowledge, *, base: str) -> tuple[Path, ...]:
        """Write the graph of a store, and return the files."""


def _write_turtle(
    store: Store,
    stream: IO[bytes],
    knowledge: Knowledge,  # noqa: ARG001 (as every writer)
    *,
    base: str,
) -> None:
    write_subjects(sorted_subjects(store_lines(store)), stream, base=base)


@dataclass(frozen=True, slots=True)
class Format:
    """A format that graphs are written in: its name, media type, file suffixes, writer and what it is for.

    `several` writes it as files of a folder, in place of `write`.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    purpose: str
    write: Writer | None = None
    several: FolderWriter | None = None


FORMATS: Final = (
    Format("turtle", "text/turtle", (".ttl",), "RDF to read and to compare", _write_turtle),
    Format("ntriples", "application/n-triples", (".nt",), "RDF to stream, a line a statement", write_ntriples),
    Format("trig", "application/trig", (".trig",), "RDF with a named graph for each document", write_trig),
    Format("nquads", "application/n-quads", (".nq",), "the same, a line a statement", write_nquads),
    Format("jsonld", "application/ld+json", (".jsonld",), "JSON with its context", write_jsonld),
    Format("rdfxml", "application/rdf+xml", (".rdf", ".owl"), "RDF for tools that read XML only", write_rdfxml),
    Format("graphml", "application/graphml+xml", (".graphml",), "Gephi, Cytoscape, yEd, networkx", write_graphml),
    Format("csv", "text/csv", (), "a folder with nodes.csv and edges.csv", several=write_tables),
    Format("ftm", "application/x-ndjson", (".ftm.json", ".ftm.jsonl"), "FollowTheMoney entities, for Aleph", write_ftm),
    Format("plover", "application/x-ndjson", (".plover.jsonl",), "PLOVER event records", write_plover),
)


def format_named(name: str) -> Format:
    """Return the format of a name; raise GraphError when there is none."""
    for form in FORMATS:
        if form.name == name:
            return form
    remedy = f"choose {', '.join(form.name for form in FORMATS)}"
    raise GraphError(f"there is no format named {name!r}", remedy=remedy)


def format_of_suffix(path: Path) -> Format | None:
    """Return the format that the end of a file's name tells, None where it tells nothing."""
    name = path.name.lower()
    return next((form for form in FORMATS if any(name.endswith(suffix) for suffix in form.suffixes)), None)
