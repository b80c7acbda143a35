"""Send a graph in parts, then count what arrived."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING, Final

import httpx
from pyoxigraph import BlankNode, RdfFormat, serialize

from kg.errors import GraphError
from kg.upload.http import Login, send
from kg.upload.targets import DEFAULT_GRAPH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pyoxigraph import Store, Triple

    from kg.upload.targets import Target

_TIMEOUT: Final = httpx.Timeout(300.0, connect=10.0)
_COUNT: Final = "(COUNT(*) AS ?n)"


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many triples were sent, and how many the graph then holds."""

    sent: int
    held: int


def load_graph(
    store: Store,
    target: Target,
    *,
    add: bool = False,
    chunk: int = 50_000,
    user: tuple[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    tracked: Callable[[Iterable[list[Triple]], int], Iterable[list[Triple]]] = lambda parts, _: parts,
) -> Loaded:
    """Make a graph of a store what the given one is, or `add` to it; `tracked` sees the parts and how many they are.

    Parts have at most `chunk` triples, and no blank node, so a part that is sent twice changes nothing. Raises
    GraphError when the store refuses, stays away, or holds another number of triples afterwards.
    """
    login = Login(*user) if user else None
    with httpx.Client(auth=login, headers=headers, timeout=_TIMEOUT) as client:
        sent = 0
        if target.update and not add:
            send(client, _update(client, target, f"DROP SILENT {_graph(target)}"))
        for part in tracked(_parts(store, chunk), ceil(len(store) / chunk)):
            send(client, _request(client, target, part, replace=not add and not sent))
            sent += len(part)
        held = _count(client, target)
    if held != sent and not (add and held > sent):
        problem = f"{sent} triples were sent, but the graph holds {held}"
        raise GraphError(problem, place=target.url, remedy="look into the store's log, and load again")
    return Loaded(sent, held)


def _parts(store: Store, chunk: int) -> Iterator[list[Triple]]:
    if next(iter(store.named_graphs()), None) is not None:
        problem = "named graphs can not go into one graph"
        raise GraphError(problem, remedy="load the Turtle of the graph, or TriG by the store's own loader")
    triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, None))
    while part := list(islice(triples, chunk)):
        if any(isinstance(term, BlankNode) for triple in part for term in (triple.subject, triple.object)):
            raise GraphError("a blank node can not be sent in parts", remedy="give every node an IRI")
        yield part


def _request(client: httpx.Client, target: Target, part: list[Triple], *, replace: bool) -> httpx.Request:
    lines = serialize(part, format=RdfFormat.N_TRIPLES) or b""
    if target.update:
        data = lines.decode()
        inner = data if target.graph == DEFAULT_GRAPH else f"GRAPH <{target.graph}> {{\n{data}}}"
        return _update(client, target, f"INSERT DATA {{\n{inner}}}")
    method = "PUT" if replace else "POST"
    # N-Triples are Turtle, which every store takes.
    kind = {"Content-Type": "text/turtle; charset=utf-8"}
    return client.build_request(
        method, httpx.URL(target.url).copy_merge_params(target.fields), content=lines, headers=kind
    )


def _graph_url(target: Target) -> httpx.URL:
    return httpx.URL(target.url).copy_merge_params(target.fields)


def _update(client: httpx.Client, target: Target, text: str) -> httpx.Request:
    kind = {"Content-Type": "application/sparql-update; charset=utf-8"}
    return client.build_request("POST", target.url, content=text.encode(), headers=kind)


def _graph(target: Target) -> str:
    return "DEFAULT" if target.graph == DEFAULT_GRAPH else f"GRAPH <{target.graph}>"


def _count(client: httpx.Client, target: Target) -> int:
    """Return the number of triples in the graph, by a query if the store's address for that is known."""
    if target.asked_at is None:
        return _lines(client, target)
    pattern = "{ ?s ?p ?o }"
    inner = pattern if target.graph == DEFAULT_GRAPH else f"{{ GRAPH <{target.graph}> {pattern} }}"
    request = client.build_request(
        "POST",
        target.asked_at,
        data={"query": f"SELECT {_COUNT} WHERE {inner}"},
        headers={"Accept": "application/sparql-results+json"},
    )
    response = send(client, request)
    try:
        return int(response.json()["results"]["bindings"][0]["n"]["value"])
    except (ValueError, LookupError, TypeError) as error:
        problem = "the store's answer to a count is none"
        raise GraphError(problem, place=target.asked_at, remedy="name its address for queries with --sparql") from error


def _lines(client: httpx.Client, target: Target) -> int:
    """Return the number of triples by reading the graph back, line by line."""
    request = client.build_request("GET", _graph_url(target), headers={"Accept": "application/n-triples"})
    body = send(client, request).text
    return sum(1 for line in body.splitlines() if line.strip() and not line.startswith("#"))
