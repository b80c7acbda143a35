"""What a worker does: one question to the graph, answered as the bytes of a response."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Final

from pyoxigraph import serialize

from kg.errors import KgError
from kg.explain import explain, find_one, meant
from kg.query import fill, run
from kg.serve.negotiation import choose
from kg.serve.news import found_by, newest, news_of
from kg.serve.pages import listing_page, query_page, resource_page
from kg.serve.resources import describe, listed, triples
from kg.serve.results import GRAPHS, NotAcceptableError, written
from kg.serve.vocabulary import begun
from kg.store.prefixes import query_prefixes
from kg.store.turtle import write_turtle

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

    from pyoxigraph import Store

    from kg.knowledge import Knowledge
    from kg.query import Query

HTML: Final = "text/html"
TEXT: Final = "text/plain"
LARGEST: Final = 32 * 2**20
"""Bytes of the longest answer."""
JSON: Final = "application/json"
_SHOWN: Final = 200
"""Characters of what was asked that a refusal repeats."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one question may take: seconds, rows of the answer, and mebibytes of memory beyond the graph's own."""

    seconds: float = 10.0
    rows: int = 10_000
    memory: int = 2048


@dataclass(frozen=True, slots=True)
class Job:
    """A question of some `kind`: sparql (a query), named (one of the library), resource (an IRI), explain, home ...

    `names` completes what somebody begins to write, `listing` lists the nodes of a kind.
    """

    kind: str
    text: str
    accept: str
    options: dict[str, str] = field(default_factory=dict)
    default_graphs: list[str] = field(default_factory=list)
    named_graphs: list[str] = field(default_factory=list)
    patient: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, media type and body of a response; `cut` when the answer has more rows than allowed."""

    status: int
    media: str
    body: bytes
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """An open graph, with the IRI that its resources begin with and the questions that it can be asked by name.

    `knowledge` says how it is told to people, `index` finds words in its quotations, `names` are those of its nodes.
    """

    store: Store
    base: str
    questions: Mapping[str, Query]
    knowledge: Knowledge
    index: sqlite3.Connection
    names: tuple[tuple[str, str], ...] = ()


def answer(job: Job, graph: Graph, limits: Limits) -> Reply:
    """Return the response to a job; a query that is wrong, refused or fails gives a line of text that says why."""
    try:
        reply = _DO[job.kind](job, graph, limits)
        if len(reply.body) > LARGEST:
            return Reply(503, TEXT, f"the answer has more than {LARGEST:,} bytes: ask for less\n".encode())
        return reply
    except NotAcceptableError as error:
        return _refusal(406, error)
    except (KgError, OSError, RuntimeError, ValueError) as error:
        # Whatever the engine says while it answers: a number out of range, a graph by a name that is no IRI.
        return _refusal(400, error)


def _sparql(job: Job, graph: Graph, limits: Limits) -> Reply:
    found = run(
        graph.store,
        job.text,
        base=graph.base,
        default_graphs=job.default_graphs,
        named_graphs=job.named_graphs,
    )
    media, body, cut = written(found, job.accept, rows=limits.rows, prefixes=query_prefixes(base=graph.base))
    return Reply(200, media, body, cut)


def _named(job: Job, graph: Graph, limits: Limits) -> Reply:
    query = graph.questions.get(job.text)
    if query is None:
        return Reply(404, TEXT, f"there is no question named {job.text[:_SHOWN]!r}\n".encode())
    text = fill(query, job.options, graph.store, meant=partial(meant, graph.store))
    return _sparql(Job("sparql", text, job.accept), graph, limits)


def _resource(job: Job, graph: Graph, limits: Limits) -> Reply:
    resource = describe(graph.store, job.text, base=graph.base, rows=limits.rows)
    if resource is None:
        return Reply(404, TEXT, f"the graph has nothing about {job.text[:_SHOWN]}\n".encode())
    media = choose(job.accept, (HTML, *GRAPHS))
    if media is None:
        raise NotAcceptableError("a resource is HTML or RDF", remedy=f"ask for {', '.join((HTML, *GRAPHS))}")
    if media == HTML:
        news = news_of(graph.store, job.text, graph.knowledge)
        return Reply(200, HTML, resource_page(resource, news, base=graph.base).encode(), resource.cut)
    stream = BytesIO()
    found = triples(graph.store, job.text, rows=limits.rows)
    if media == "text/turtle":
        write_turtle(found, stream, base=graph.base)
    else:
        serialize(found, stream, format=GRAPHS[media])
    return Reply(200, media, stream.getvalue(), resource.cut)


def _home(job: Job, graph: Graph, limits: Limits) -> Reply:
    """Return the start page, with what was found where words are looked for."""
    del limits
    found = found_by(graph.store, graph.index, job.text) if job.text.strip() else None
    news = () if found or job.options else newest(graph.store, graph.knowledge)
    page = query_page(base=graph.base, triples=len(graph.store), news=news, found=found)
    return Reply(200, HTML, page.encode())


def _names(job: Job, graph: Graph, limits: Limits) -> Reply:
    """Return the names that begin as somebody writes one, as a list of JSON."""
    del limits
    return Reply(200, JSON, json.dumps(begun(graph.names, job.text), ensure_ascii=False).encode())


def _listing(job: Job, graph: Graph, limits: Limits) -> Reply:
    """Return the page that lists the nodes of a kind, or for no kind the kinds."""
    kind = job.text.strip("/")
    found = listed(graph.store, kind, base=graph.base, rows=limits.rows)
    if not found.nodes and not found.kinds:
        return Reply(404, TEXT, f"the graph has nothing of the kind {kind[:_SHOWN]!r}\n".encode())
    return Reply(200, HTML, listing_page(found, base=graph.base).encode(), found.cut)


def _explained(job: Job, graph: Graph, limits: Limits) -> Reply:
    """Return what `kg explain` tells of the one node of a name or IRI, as JSON with no more sentences than rows."""
    explanation = asdict(explain(graph.store, find_one(graph.store, job.text).iri))
    cut = False
    for part in ("evidence", "facts", "mentions", "merges"):
        cut = cut or len(explanation[part]) > limits.rows
        explanation[part] = explanation[part][: limits.rows]
    return Reply(200, JSON, json.dumps(explanation, ensure_ascii=False).encode(), cut)


def _refusal(status: int, error: Exception) -> Reply:
    return Reply(status, TEXT, f"{error}\n".encode())


_DO: Final[dict[str, Callable[[Job, Graph, Limits], Reply]]] = {
    "explain": _explained,
    "home": _home,
    "listing": _listing,
    "named": _named,
    "names": _names,
    "resource": _resource,
    "sparql": _sparql,
}
