from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.query.asked import write_world
from tests.serve.service import serving


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_world(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="session")
def url(graph: Path) -> Iterator[str]:
    with serving(graph, "--timeout", "5") as address:
        yield address


@pytest.fixture
def client(url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=url, timeout=30) as client:
        yield client
