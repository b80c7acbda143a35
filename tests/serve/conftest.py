from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kg.store.turtle import write_turtle
from tests.query.asked import world
from tests.serve.service import serving


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("served") / "world.ttl"
    with path.open("wb") as stream:
        write_turtle((quad.triple for quad in world()), stream)
    return path


@pytest.fixture(scope="session")
def url(graph: Path) -> Iterator[str]:
    with serving(graph, "--timeout", "5") as address:
        yield address


@pytest.fixture
def client(url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=url, timeout=30) as client:
        yield client
