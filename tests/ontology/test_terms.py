"""The terms of kg.ttl as a vocabulary: who made it, which version it is, and an example for each."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.knowledge.namespaces import DCT, KG, OWL, RDF, SKOS
from kg.pipeline import read_document
from kg.records import Document, Term
from kg.store.graph import pairs
from tests.known import KNOWLEDGE, load_graph

if TYPE_CHECKING:
    from pyoxigraph import Store
    from spacy.language import Language

ONTOLOGY = KG.rstrip("#")
SAMPLE = Path(__file__).parents[1] / "query"
EVENTS = sorted(name for name in KNOWLEDGE.taxonomy.above if name != "Event" and KNOWLEDGE.taxonomy.is_a(name, "Event"))


@pytest.fixture(scope="module")
def store() -> Store:
    return load_graph("kg.ttl")


def test_the_version_is_that_of_the_distribution(store: Store) -> None:
    assert dict(pairs(store, OWL + "versionInfo")) == {ONTOLOGY: version("newskg")}
    assert dict(pairs(store, OWL + "versionIRI")) == {ONTOLOGY: f"{ONTOLOGY}/{version('newskg')}"}


def test_the_licence_is_named(store: Store) -> None:
    assert ONTOLOGY in dict(pairs(store, DCT + "license"))


def test_every_term_that_a_graph_uses_has_an_example(store: Store) -> None:
    published = load_graph("sample.ttl", folder=SAMPLE)
    used = {q.predicate.value for q in published} | {kind for _, kind in pairs(published, RDF + "type")}
    shown = dict(pairs(store, SKOS + "example"))

    assert {iri for iri in used if iri.startswith(KG)} - shown.keys() == set()


@pytest.mark.parametrize("kind", EVENTS)
def test_the_example_of_an_event_class_is_read_as_one(store: Store, nlp: Language, kind: Term) -> None:
    text = dict(pairs(store, SKOS + "example"))[KG + kind]
    record = read_document(Document(id="example", text=text, date=date(2025, 7, 4)), nlp, KNOWLEDGE)

    assert kind in {event.kind for event in record.events}, text
