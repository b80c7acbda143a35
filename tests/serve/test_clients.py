"""Clients of other makes against the running server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper
from starlette.routing import Route

from kg.knowledge.files import shipped_folder
from kg.query import named
from kg.serve import Limits, make_app
from kg.serve.workers import Keeper, Workers
from tests.query.asked import world

CALLS = "SELECT ?call { ?call a <https://w3id.org/newskg/ontology#Call> }"


def test_sparqlwrapper_gets_rows_and_graphs(url: str) -> None:
    client = SPARQLWrapper(f"{url}/sparql")
    client.setQuery(CALLS)
    client.setReturnFormat(JSON)
    found = client.queryAndConvert()
    assert isinstance(found, dict)
    assert len(found["results"]["bindings"]) == 3

    client.setMethod(POST)
    client.setReturnFormat(XML)
    assert client.queryAndConvert().toxml().count("<result>") == 3  # type: ignore[union-attr]  # a DOM document
    client.setReturnFormat(CSV)
    assert len(bytes(client.queryAndConvert()).splitlines()) == 4  # type: ignore[arg-type]  # bytes

    client.setQuery("CONSTRUCT WHERE { ?call a <https://w3id.org/newskg/ontology#Call> }")
    client.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=bytes(client.queryAndConvert()))) == 3  # type: ignore[arg-type]  # bytes


def test_rdflib_takes_the_server_for_a_store(url: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{url}/sparql"))

    assert len(graph) == len(world())
    assert len(list(graph.query(named("calls").text))) == 3
    person = rdflib.URIRef("https://w3id.org/newskg/id/person/ann-able")
    assert graph.value(person, rdflib.SKOS.prefLabel) == rdflib.Literal("Ann Able")
    assert (person, None, None) in graph


def test_the_description_has_every_address_that_is_meant_for_programs(url: str) -> None:
    app = make_app(Workers("", "", 0, Limits(), Keeper([])), Path(), Path(), shipped_folder())
    routes = {route.path.replace(":path", "") for route in app.routes if isinstance(route, Route)}
    described = httpx.get(f"{url}/openapi.json").json()["paths"]

    assert routes - set(described) == {"/favicon.ico", "/web/{name}"}
    assert set(described) <= routes


def test_random_requests_get_what_the_description_promises(url: str, tmp_path: Path) -> None:
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "run", f"{url}/openapi.json"),
        *("--max-examples", "10", "--max-time", "15", "--seed", "20250704", "--generation-deterministic"),
        *("--phases", "examples,coverage,fuzzing", "--no-color"),
        # Any string is a query by the description, and most strings are no SPARQL.
        *("--exclude-checks", "positive_data_acceptance,negative_data_rejection", "--warnings", "off"),
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=240)  # noqa: S603 (ours)

    assert done.returncode == 0, done.stdout + done.stderr
