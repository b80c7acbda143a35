from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.store.graph import load


@pytest.fixture(scope="session")
def sample() -> Path:
    """Return the graph of three invented articles, which tests/assemble rebuilds byte for byte."""
    return Path(__file__).parent / "sample.ttl"


@pytest.fixture(scope="session")
def store(sample: Path) -> Store:
    return load(sample)
