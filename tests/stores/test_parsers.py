"""Parsers of other makes read as many triples from our Turtle as Oxigraph does."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import rdflib

from kg.store.graph import load
from tests.query.asked import write_world
from tests.stores.servers import program

EXAMPLE = Path(__file__).parents[2] / "out" / "graph.ttl"
COMMANDS = {
    "rapper": ("raptor2-utils", ["rapper", "-q", "-i", "turtle", "-o", "ntriples"]),
    "serdi": ("serdi", ["serdi", "-i", "turtle", "-o", "ntriples"]),
}


@pytest.fixture(params=["world", "example"])
def graph(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return EXAMPLE if request.param == "example" else write_world(tmp_path)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_parser_in_c_reads_every_triple(name: str, graph: Path, tmp_path: Path) -> None:
    package, (_, *options) = COMMANDS[name]
    command = [program(name, package), *options, str(graph)]
    done = subprocess.run(command, capture_output=True, timeout=60)  # noqa: S603 (the tests' own)
    (tmp_path / "read.nt").write_bytes(done.stdout)

    assert (done.returncode, done.stderr) == (0, b"")
    assert set(load(tmp_path / "read.nt")) == set(load(graph))


def test_rdflib_reads_every_triple(graph: Path) -> None:
    assert len(rdflib.Graph().parse(graph)) == len(load(graph))
