"""The SPARQL 1.1 Protocol, over the wire."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
import rdflib
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from kg.query import named, run
from tests.query.asked import ASKED, Asked, world

if TYPE_CHECKING:
    import httpx

SELECT = "SELECT ?p ?n { ?p a kg:Person ; skos:prefLabel ?n } ORDER BY ?n"
CONSTRUCT = "CONSTRUCT { ?p skos:prefLabel ?n } WHERE { ?p a kg:Person ; skos:prefLabel ?n }"
FORM = "application/x-www-form-urlencoded"
SOLUTIONS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
EVERY_TERM = """SELECT * {
  VALUES (?a ?b ?c ?d ?e) {
    ('tab\\tand\\nline "q" <&> ]]> ,;' 'Ж'@uk-Cyrl 1.5 UNDEF <https://x.example/?a=1&b='2'>)
    ('' 'x'^^xsd:token true 'cr\\r' UNDEF)
  }
}"""


def get(client: httpx.Client, query: str, accept: str = "*/*", **fields: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query, **fields}, headers={"Accept": accept})


@pytest.mark.parametrize("how", ["get", "form", "direct"])
def test_a_query_comes_in_three_ways(client: httpx.Client, how: str) -> None:
    if how == "get":
        response = get(client, SELECT)
    elif how == "form":
        response = client.post("/sparql", data={"query": SELECT})
    else:
        kind = "application/sparql-query; charset=utf-8"
        response = client.post("/sparql", content=SELECT, headers={"Content-Type": kind})

    assert response.headers["Content-Type"] == "application/sparql-results+json"
    assert [row["n"]["value"] for row in response.json()["results"]["bindings"]][:2] == ["Ann Able", "Bob Bright"]


@pytest.mark.parametrize("asked", ASKED[::7], ids=str)
def test_a_query_has_the_answer_that_kg_query_gives(client: httpx.Client, asked: Asked) -> None:
    ours = run(world(), asked.text())
    assert isinstance(ours, QuerySolutions)
    theirs = get(client, asked.text()).json()

    assert theirs == json.loads(ours.serialize(format=QueryResultsFormat.JSON) or b"")


@pytest.mark.parametrize("media", SOLUTIONS)
def test_every_term_survives_every_format(client: httpx.Client, media: str) -> None:
    expected = run(world(), EVERY_TERM)
    response = get(client, EVERY_TERM, media)
    found = parse_query_results(response.content, format=SOLUTIONS[media])

    assert response.headers["Content-Type"].startswith(media)
    assert isinstance(expected, QuerySolutions)
    assert isinstance(found, QuerySolutions)
    assert [list(row) for row in found] == [list(row) for row in expected]


def test_csv_is_as_the_standard_has_it(client: httpx.Client) -> None:
    response = get(client, EVERY_TERM, "text/csv")

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(response.text, newline="")))
    assert rows[0] == ["a", "b", "c", "d", "e"]
    assert rows[1] == ['tab\tand\nline "q" <&> ]]> ,;', "Ж", "1.5", "", "https://x.example/?a=1&b='2'"]


@pytest.mark.parametrize("media", GRAPHS)
def test_a_graph_comes_in_every_format(client: httpx.Client, media: str) -> None:
    response = get(client, CONSTRUCT, media)
    found = {quad.triple for quad in parse(response.content, format=GRAPHS[media])}

    assert response.headers["Content-Type"].startswith(media)
    assert found == set(run(world(), CONSTRUCT))


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "application/sparql-results+json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/sparql-results+json"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/*;q=0.5, text/csv;q=0.1", "text/tab-separated-values; charset=utf-8"),
        ("TEXT/CSV; charset=utf-8", "text/csv; charset=utf-8"),
        ("application/json", "application/json"),
    ],
)
def test_the_client_chooses_the_format(client: httpx.Client, accept: str, media: str) -> None:
    response = get(client, SELECT, accept)

    assert (response.status_code, response.headers["Content-Type"]) == (200, media)
    assert response.headers["Vary"] == "Accept"


def test_who_opens_a_question_in_a_browser_gets_its_form(client: httpx.Client) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
    sent = client.get("/questions/calls", params={"who": "Ann & Bob", "since": "2025"}, headers=browser)
    assert (sent.status_code, sent.headers["Location"]) == (303, "/?question=calls&who=Ann+%26+Bob&since=2025")
    assert sent.headers["Vary"] == "Accept"
    assert client.get("/questions/no-such", headers=browser).status_code == 404
    for accept in ("*/*", "application/json", "text/csv, text/html;q=0.9"):
        assert client.get("/questions/calls", headers={"Accept": accept}).status_code == 200


def test_yes_or_no_is_an_answer(client: httpx.Client) -> None:
    assert get(client, "ASK { ?x a kg:Call }").json() == {"head": {}, "boolean": True}


def test_graphs_can_be_named(client: httpx.Client) -> None:
    response = get(client, "ASK { ?x a kg:Call }", **{"default-graph-uri": "https://x.example/none"})

    assert response.json()["boolean"] is False


@pytest.mark.parametrize(
    ("method", "request_", "status"),
    [
        ("GET", {"params": {"query": "SELECT * { ?s ?p }"}}, 400),
        ("GET", {"params": {"query": ["ASK {}", "ASK {}"]}}, 400),
        ("GET", {"params": {"query": "ASK {}", "default-graph-uri": "no IRI"}}, 400),
        ("GET", {"params": b"query=%ff"}, 400),
        ("GET", {"params": {"query": SELECT}, "headers": {"Accept": "image/png"}}, 406),
        ("GET", {"params": {"query": "DROP ALL"}}, 400),
        ("GET", {"params": {"update": "DROP ALL"}}, 403),
        ("POST", {"data": {"update": "DROP ALL"}}, 403),
        ("POST", {"content": b"DROP ALL", "headers": {"Content-Type": "application/sparql-update"}}, 403),
        ("POST", {"data": {}}, 415),
        ("POST", {"content": b"", "headers": {"Content-Type": FORM}}, 400),
        ("POST", {"content": b"ASK {}", "headers": {"Content-Type": "text/plain"}}, 415),
        ("POST", {"content": b"\xff", "headers": {"Content-Type": "application/sparql-query"}}, 400),
        ("POST", {"content": b"#" * 2**21, "headers": {"Content-Type": "application/sparql-query"}}, 413),
        ("PUT", {"content": b""}, 405),
        ("DELETE", {}, 405),
    ],
)
def test_what_the_protocol_excludes_is_told(
    client: httpx.Client, method: str, request_: dict[str, object], status: int
) -> None:
    response = client.request(method, "/sparql", **request_)  # type: ignore[arg-type]  # as httpx takes them

    assert response.status_code == status
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.count("\n") == 1


def test_the_service_describes_itself(client: httpx.Client, url: str) -> None:
    response = client.get("/sparql", headers={"Accept": "application/rdf+xml, text/turtle;q=0.5"})
    described = rdflib.Graph().parse(data=response.text, format="xml")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")

    assert [str(endpoint) for endpoint in described.objects(None, sd.endpoint)] == [f"{url}/sparql"]
    assert sd.SPARQL11Query in described.objects(None, sd.supportedLanguage)


def test_a_named_question_is_an_address(client: httpx.Client) -> None:
    response = client.get("/questions/calls", params={"who": "Doyle"}, headers={"Accept": "text/csv"})

    assert [line.split(",")[0] for line in response.text.splitlines()] == ["date", "2025-12-29"]


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/questions/cals", 404, "no question named 'cals'"),
        ("/questions/calls?whom=x", 400, "calls has no option --whom"),
        ("/questions/calls?who=Dolye", 400, "did you mean Doyle"),
        ("/questions/calls?who=a&who=b", 400, "each option once"),
    ],
)
def test_a_wrong_question_is_told(client: httpx.Client, address: str, status: int, told: str) -> None:
    response = client.get(address)

    assert response.status_code == status
    assert told in response.text


def test_the_questions_are_listed(client: httpx.Client) -> None:
    calls = next(listed for listed in client.get("/questions").json() if listed["name"] == "calls")

    assert calls["text"] == named("calls").text
    assert [option["name"] for option in calls["options"]] == ["who", "since", "until", "sure", "longer"]


@pytest.mark.parametrize("media", GRAPHS)
def test_a_node_has_triples_at_its_address(client: httpx.Client, media: str) -> None:
    response = client.get("/id/person/dora-doyle", headers={"Accept": media})
    iri = "https://w3id.org/newskg/id/person/dora-doyle"
    found = {quad.triple for quad in parse(response.content, format=GRAPHS[media])}

    assert {triple for triple in found if triple.subject.value == iri} == {
        quad.triple for quad in world() if quad.subject.value == iri
    }
    assert any(triple.object.value == iri for triple in found)


def test_a_node_with_signs_in_its_name_has_an_address(client: httpx.Client) -> None:
    response = client.get("/id/document/e.2025,12~o'neill(1)", headers={"Accept": "application/n-triples"})

    assert response.text.startswith("<https://w3id.org/newskg/id/document/e.2025,12~o'neill(1)> ")


def test_no_node_no_page(client: httpx.Client) -> None:
    assert client.get("/id/person/nobody").status_code == 404
    assert client.get("/id/%3Cscript%3E").status_code == 404


@pytest.mark.parametrize(
    "path", ["/nowhere", "/id/person/nobody", "/id/dragon/", "/id/%3Cscript%3E", "/questions/cals"]
)
def test_who_comes_with_a_browser_is_shown_the_way_on(client: httpx.Client, path: str) -> None:
    page = client.get(path, headers={"Accept": "text/html,*/*;q=0.8"})
    assert (page.status_code, page.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert '<a href="/">' in page.text
    assert "<script" not in page.text
    assert ("<p>There is nothing at this address.</p>" in page.text) == (path == "/nowhere")
    plain = client.get(path)
    assert (plain.status_code, plain.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert plain.text.count("\n") == 1


def test_the_ontology_is_there(client: httpx.Client) -> None:
    assert len(list(parse(client.get("/ontology").content, format=RdfFormat.TURTLE))) > 100
