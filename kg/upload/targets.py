"""Where triples go: the addresses of a store and the graph in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from kg.errors import GraphError

GRAPH: Final = "https://w3id.org/newskg/graph"
"""The named graph that is loaded unless another is named."""
DEFAULT_GRAPH: Final = "default"

# By the path at which stores take triples, the path at which they answer queries.
_LAYOUTS: Final = (
    (r"/sparql-graph-crud(-auth)?/?", "/sparql"),  # Virtuoso, Graph Store Protocol
    (r"/sparql-auth/?", "/sparql"),  # Virtuoso, updates
    (r"(.*)/sparql/gsp/?", r"\1/sparql"),  # Neptune
    (r"(.*/repositories/[^/]+)/rdf-graphs/service", r"\1"),  # GraphDB and others in the manner of RDF4J
    (r"(.*/repositories/[^/]+)/statements", r"\1"),  # their updates
    (r"(.*)/store", r"\1/query"),  # Oxigraph
    (r"(.*)/update", r"\1/query"),  # updates of Oxigraph, Fuseki and Stardog
    (r"(.*)/(data|get)", r"\1/query"),  # Fuseki
    (r"(.*/sparql)", r"\1"),  # one address for both: Blazegraph, Neptune, AllegroGraph
)


@dataclass(frozen=True, slots=True)
class Target:
    """A graph of a store; `update` says that `url` takes SPARQL Update, `query` is where the store answers queries."""

    url: str
    graph: str = GRAPH
    update: bool = False
    query: str | None = None

    def __post_init__(self) -> None:
        for address in filter(None, (self.url, self.query)):
            if "@" in urlsplit(address).netloc:
                # It would stand in every message, and in the list of processes.
                remedy = "name the user with --user, and the password in KG_PASSWORD"
                raise GraphError("an address holds a user or a password", place=_bare(address), remedy=remedy)
        if urlsplit(self.url).scheme not in {"http", "https"} or not urlsplit(self.url).netloc:
            raise GraphError(
                "is no web address", place=self.url, remedy="name one such as http://127.0.0.1:3030/news/data"
            )
        if self.graph != DEFAULT_GRAPH and not re.fullmatch(r"[A-Za-z][^\s<>\"{}|^`\\]*:[^\s<>\"{}|^`\\]+", self.graph):
            raise GraphError("is no IRI of a graph", place=self.graph, remedy=f"name one such as {GRAPH}, or default")

    @property
    def asked_at(self) -> str | None:
        """Return where the store answers queries, as told or as its make has it; None when neither is known."""
        if self.query:
            return self.query
        parts = urlsplit(self.url)
        for path, query in _LAYOUTS:
            if found := re.fullmatch(path, parts.path):
                return urlunsplit((parts.scheme, parts.netloc, found.expand(query), "", ""))
        return None

    @property
    def fields(self) -> dict[str, str]:
        """Return the fields by which the Graph Store Protocol names the graph."""
        return {"default": ""} if self.graph == DEFAULT_GRAPH else {"graph": self.graph}


def _bare(address: str) -> str:
    """Return an address without who logs in."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
