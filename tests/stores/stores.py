"""Stores that load files and answer queries, all in the same way: SPARQL 1.1 results as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from tests.stores.servers import missing, program, virtuoso

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).parent
GRAPH = "https://w3id.org/newskg/graph"
Results = dict[str, Any]


def ask_jena(folder: Path, graph: Path, queries: Sequence[str]) -> list[Results]:
    program("java", "default-jre-headless")
    if not Path("/usr/share/java/jena-tdb2.jar").is_file():
        missing("no Jena on this machine: apt-get install libapache-jena-java")
    return _asked([sys.executable, str(HERE / "jena.py"), str(folder), str(graph)], queries)


def ask_comunica(folder: Path, graph: Path, queries: Sequence[str]) -> list[Results]:  # noqa: ARG001 (keeps no database)
    node = program("node", "nodejs npm")
    if not (HERE / "node_modules").is_dir():
        missing("no Comunica on this machine: npm install --prefix tests/stores")
    return _asked([node, str(HERE / "comunica.mjs"), str(graph)], queries)


def ask_virtuoso(folder: Path, graph: Path, queries: Sequence[str]) -> list[Results]:
    """Load by the bulk loader, as one does with an archive, and ask by the SPARQL protocol."""
    isql = program("isql-vt", "virtuoso-opensource-7-bin")
    with virtuoso(folder, graph.parent) as server:
        load = f"ld_dir('{graph.parent}', '{graph.name}', '{GRAPH}'); rdf_loader_run(); checkpoint;"
        command = [isql, f"127.0.0.1:{server.isql}", "dba", "dba", f"exec={load}"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 (the tests' own)
        with httpx.Client(base_url=server.url, timeout=60) as client:
            return [_virtuoso_answer(client, query) for query in queries]


def _virtuoso_answer(client: httpx.Client, query: str) -> Results:
    data = {"query": query, "default-graph-uri": GRAPH}
    response = client.post("/sparql", data=data, headers={"Accept": "application/sparql-results+json"})
    assert response.status_code == 200, f"{response.text}\n{query}"
    found: Results = response.json()
    return found


def _asked(command: list[str], queries: Iterable[str]) -> list[Results]:
    done = subprocess.run(  # noqa: S603 (the tests' own)
        command, input=json.dumps(list(queries)), capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    answers: list[Results] = json.loads(done.stdout)
    return answers


STORES = {"comunica": ask_comunica, "jena": ask_jena, "virtuoso": ask_virtuoso}
