"""What the shipped ontology says and the packaged pipeline, read once for all tests, and the ontology's files."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Quad, Store

from kg.knowledge import load
from kg.knowledge.files import ontology_files, read_triples, shipped_folder
from kg.language import load as load_pipeline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from spacy.language import Language

    from kg.knowledge import Knowledge
    from kg.knowledge.reference import Resource

KNOWLEDGE = load()


def knowledge_of(folder: Path | None = None) -> Knowledge:
    """Return what `kg.knowledge.load` does."""
    return KNOWLEDGE if folder in {None, shipped_folder()} else load(folder)


def pipeline_of(name_or_path: str | None = None) -> Language:
    """Return what `kg.language.load` does."""
    return _packaged() if name_or_path is None else load_pipeline(name_or_path)


@cache
def _packaged() -> Language:
    return load_pipeline()


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
