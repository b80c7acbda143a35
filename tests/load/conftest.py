from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store.turtle import write_turtle
from tests.query.asked import world
from tests.stores.servers import oxigraph


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("loaded") / "world.ttl"
    with path.open("wb") as stream:
        write_turtle((quad.triple for quad in world()), stream)
    return path


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as url:
        yield url
