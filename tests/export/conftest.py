from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, Triple, parse

from kg.store.graph import load


@pytest.fixture(scope="session")
def sample() -> Path:
    """Return the graph of three invented articles, which tests/assemble rebuilds byte for byte."""
    return Path(__file__).parents[1] / "query" / "sample.ttl"


@pytest.fixture(scope="session")
def store(sample: Path) -> Store:
    return load(sample)


@pytest.fixture(scope="session")
def triples(sample: Path) -> set[Triple]:
    return {quad.triple for quad in parse(sample.read_bytes(), RdfFormat.TURTLE)}
