"""A graph in memory: questions to it, its pages and its forms in other libraries."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad, QueryBoolean, QuerySolutions, Store

from kg.api.rows import Rows, rows_of
from kg.errors import QueryError
from kg.explain import explain, find_one, meant
from kg.files import replaced
from kg.knowledge import load as load_knowledge
from kg.query import fill, named, names, run
from kg.store.graph import base_of, load
from kg.store.lines import sorted_subjects, store_lines
from kg.store.turtle import write_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from networkx import MultiDiGraph  # type: ignore[import-untyped]
    from pyoxigraph import Triple
    from rdflib import Graph as RdflibGraph

    from kg.explain import Explanation
    from kg.knowledge import Knowledge
    from kg.report import Choice as ReportChoice
    from kg.view import Choice

_FRAME = 700
"""Pixels of height that a page gets in a notebook."""


@dataclass(frozen=True, eq=False)
class Graph:
    """A knowledge graph: `query` asks it, `explain` shows the words behind a node, `view` draws it."""

    store: Store = field(repr=False)
    knowledge: Knowledge = field(repr=False)

    @classmethod
    def of(cls, triples: Iterable[Triple], knowledge: Knowledge) -> Graph:
        """Return the graph of triples."""
        store = Store()
        store.bulk_extend(Quad(*triple) for triple in triples)
        return cls(store, knowledge)

    def __repr__(self) -> str:
        """Return how large it is."""
        return f"<Graph: {len(self):,} triples>"

    def __len__(self) -> int:
        """Return the number of triples."""
        return len(self.store)

    @property
    def base(self) -> str:
        """The IRI that the graph's resources begin with."""
        return base_of(self.store)

    def query(self, question: str, **options: str | int) -> Rows | Graph | bool:
        """Return the answer to a named question, with its options, or to SPARQL 1.1: rows, a graph or yes and no.

        Options are those of `kg query NAME --help`, with _ for -. Raises QueryError for a question that is unknown or
        malformed, and for an option that it does not have.
        """
        folder = self.knowledge.folder / "queries"
        if "{" in question:
            text = question
        else:
            query = named(question, folder)
            given = {name.replace("_", "-"): str(value) for name, value in options.items()}
            text = fill(query, given, self.store, meant=partial(meant, self.store))
        answer = run(self.store, text, base=self.base)
        if isinstance(answer, QuerySolutions):
            return rows_of(answer, base=self.base)
        return bool(answer) if isinstance(answer, QueryBoolean) else Graph.of(answer, self.knowledge)

    def questions(self) -> tuple[str, ...]:
        """Return the names of the questions that `query` knows."""
        return names(self.knowledge.folder / "queries")

    def events(self, **options: str | int) -> Rows:
        """Return all events, with class, date, factuality and number of documents."""
        return self._rows("events", options)

    def people(self, **options: str | int) -> Rows:
        """Return the people, and whom they represent."""
        return self._rows("people", options)

    def countries(self, **options: str | int) -> Rows:
        """Return the countries, by how often they take part."""
        return self._rows("countries", options)

    def weapons(self, **options: str | int) -> Rows:
        """Return the weapons and their kinds."""
        return self._rows("weapons", options)

    def calls(self, **options: str | int) -> Rows:
        """Return who called whom, and when."""
        return self._rows("calls", options)

    def meetings(self, **options: str | int) -> Rows:
        """Return who met whom, when and where."""
        return self._rows("meetings", options)

    def attacks(self, **options: str | int) -> Rows:
        """Return who attacked whom, with what."""
        return self._rows("attacks", options)

    def transfers(self, **options: str | int) -> Rows:
        """Return who sends which weapons to whom."""
        return self._rows("transfers", options)

    def statements(self, **options: str | int) -> Rows:
        """Return who said what."""
        return self._rows("statements", options)

    def _rows(self, question: str, options: dict[str, str | int]) -> Rows:
        answer = self.query(question, **options)
        if not isinstance(answer, Rows):
            raise QueryError(f"the question {question!r} gives no rows", remedy="ask it by query()")
        return answer

    def explain(self, name_or_iri: str) -> Explanation:
        """Return every sentence behind the node of a name or IRI; QueryError where it means none or several."""
        return explain(self.store, find_one(self.store, name_or_iri).iri)

    def to_turtle(self, path: str | Path | None = None) -> str:
        """Return the graph as Turtle, the same for the same graph, and write it to a file if one is named."""
        stream = BytesIO()
        write_subjects(sorted_subjects(store_lines(self.store)), stream, base=self.base)
        if path is not None:
            with replaced(Path(path)) as file:
                file.write(stream.getvalue())
        return stream.getvalue().decode()

    def to_rdflib(self) -> RdflibGraph:
        """Return the graph as one of rdflib."""
        from rdflib import Graph as RdflibGraph

        return RdflibGraph().parse(data=self.to_turtle(), format="turtle")

    def to_networkx(self) -> MultiDiGraph[str]:
        """Return nodes (label, class, attributes) and edges (relation, weight) as a directed multigraph."""
        from networkx import MultiDiGraph

        from kg.export.network import network

        net = network(self.store, self.knowledge.taxonomy, base=self.base)
        graph: MultiDiGraph[str] = MultiDiGraph()
        graph.add_nodes_from(
            (vertex.id, {"label": vertex.label, "class": vertex.kind, **vertex.attributes}) for vertex in net.vertices
        )
        graph.add_edges_from(
            (edge.source, edge.target, {"relation": edge.relation, "weight": edge.weight}) for edge in net.edges
        )
        return graph

    def view(self, path: str | Path = "graph.html", **choice: Unpack[Choice]) -> Path:
        """Write the page of the graph, or of the part that the options of `kg view` choose, and return its path."""
        from kg.view import render

        return render(self.store, Path(path), self.knowledge, **choice)

    def report(self, path: str | Path | None = None, **choice: Unpack[ReportChoice]) -> str:
        """Return a brief of the graph as HTML, and write it to a file if one is named: .html, or .md with its plots.

        The options are those of `kg report`: title, focus, since, most and, for no plots, drawn=False.
        """
        from kg.report import render, report_of

        if path is not None:
            render(self.store, Path(path), self.knowledge, **choice)
        return report_of(self.store, self.knowledge, **choice)[0]

    def _repr_html_(self) -> str:
        """Return the page, for a notebook to show."""
        from html import escape

        from kg.view import page_of

        page = escape(page_of(self.store, self.knowledge), quote=True)
        return f'<iframe srcdoc="{page}" style="width: 100%; height: {_FRAME}px; border: 0"></iframe>'


def open(path: str | Path, *, ontology: str | Path | None = None) -> Graph:  # noqa: A001 (kg.open, as gzip.open)
    """Return the graph of an RDF file or of the folder of a store; GraphError where it is missing or broken."""
    return Graph(load(Path(path)), load_knowledge(None if ontology is None else Path(ontology)))
