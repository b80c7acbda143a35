"""What the shipped ontology says, read once for all tests, and its files as stores of triples."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import Quad, Store

from kg.knowledge import load
from kg.knowledge.files import ontology_files, read_triples, shipped_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kg.knowledge import Knowledge
    from kg.knowledge.reference import Resource

KNOWLEDGE = load()


def load_graph(*names: str, folder: Path | None = None) -> Store:
    """Return a store with the named Turtle files of a folder (None: the shipped ontology), else with all of them."""
    folder = folder or shipped_folder()
    store = Store()
    for name in names or ontology_files(folder):
        triples = read_triples(folder / name)
        store.extend(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    return store


def knowing(reference: Mapping[str, Resource]) -> Knowledge:
    """Return what the shipped ontology says, with other reference data."""
    return replace(KNOWLEDGE, reference=reference)
