"""Readers of other makes get every statement of what kg export writes, whatever the syntax."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Store

from kg.export import format_named, write_files
from kg.store.graph import format_of
from tests.known import KNOWLEDGE
from tests.query.asked import world
from tests.stores.servers import missing, program
from tests.stores.stores import HERE, ask_jena

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = {"ntriples": "nt", "trig": "trig", "nquads": "nq", "jsonld": "jsonld", "rdfxml": "rdf"}
READERS = {
    ("rapper", "rdfxml"): ("raptor2-utils", ["-q", "-i", "rdfxml", "-o", "ntriples"]),
    ("rapper", "ntriples"): ("raptor2-utils", ["-q", "-i", "ntriples", "-o", "ntriples"]),
    ("rapper", "nquads"): ("raptor2-utils", ["-q", "-i", "nquads", "-o", "nquads"]),
    ("serdi", "ntriples"): ("serdi", ["-i", "ntriples", "-o", "ntriples"]),
    ("serdi", "trig"): ("serdi", ["-i", "trig", "-o", "nquads"]),
    ("serdi", "nquads"): ("serdi", ["-i", "nquads", "-o", "nquads"]),
}
COUNT = "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"


@pytest.fixture
def exported(tmp_path: Path) -> dict[str, Path]:
    for name, suffix in SUFFIXES.items():
        write_files(world(), format_named(name), tmp_path / f"news.{suffix}", KNOWLEDGE, described=False)
    return {name: tmp_path / f"news.{suffix}" for name, suffix in SUFFIXES.items()}


def read(text: bytes, like: Path) -> Store:
    store = Store()
    store.load(text, format_of(like))
    return store


@pytest.mark.parametrize(("reader", "name"), READERS)
def test_a_parser_in_c_reads_every_statement(exported: dict[str, Path], reader: str, name: str) -> None:
    package, options = READERS[reader, name]
    command = [program(reader, package), *options, str(exported[name])]
    done = subprocess.run(command, capture_output=True, timeout=60)  # noqa: S603 (the tests' own)

    assert (done.returncode, done.stderr) == (0, b"")
    like = exported["nquads" if "nquads" in options[-1] else "ntriples"]
    assert set(read(done.stdout, like)) == set(read(exported[name].read_bytes(), exported[name]))


def test_the_reference_implementation_of_json_ld_reads_every_statement(exported: dict[str, Path]) -> None:
    node = program("node", "nodejs npm")
    if not (HERE / "node_modules" / "jsonld").is_dir():
        missing("no jsonld on this machine: npm install --prefix tests/stores")
    command = [node, str(HERE / "jsonld.mjs"), str(exported["jsonld"])]
    done = subprocess.run(command, capture_output=True, timeout=60)  # noqa: S603 (the tests' own)

    assert (done.returncode, done.stderr) == (0, b"")
    assert set(read(done.stdout, exported["nquads"])) == set(read(exported["jsonld"].read_bytes(), exported["jsonld"]))


# Debian's Jena comes without its reader of JSON-LD.
@pytest.mark.parametrize("name", sorted(SUFFIXES.keys() - {"jsonld"}))
def test_jena_reads_every_statement(exported: dict[str, Path], tmp_path: Path, name: str) -> None:
    (answer,) = ask_jena(tmp_path, exported[name], [COUNT])
    (row,) = answer["results"]["bindings"]

    assert int(row["n"]["value"]) == len(read(exported[name].read_bytes(), exported[name]))
