"""A graph against the SHACL shapes of ontology/shapes.ttl."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyshacl
from pyoxigraph import Literal, NamedNode
from rdflib import Graph
from rdflib.namespace import RDF
from rdflib.namespace import SH as SHACL
from rdflib.term import BNode, Node, URIRef
from rdflib.term import Literal as RdflibLiteral

from kg.errors import GraphError
from kg.knowledge.files import read_triples, shipped_folder
from kg.store.graph import load
from kg.store.prefixes import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import BlankNode, Quad, Triple

SHAPES: Final = "shapes.ttl"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong with which node, at which property (empty: with the node itself), and the offending value."""

    severity: str
    node: str
    path: str
    message: str
    value: str = ""

    @property
    def breaks(self) -> bool:
        """Whether the graph is not valid because of this; a warning breaks nothing."""
        return self.severity == "Violation"


def validate(path: Path, *, shapes: Path | None = None) -> tuple[Finding, ...]:
    """Return what the shapes (None: the shipped ones) find in a graph file, violations first.

    The time grows with the number of nodes: 1 s for 10,000 triples, 17 s for 100,000. Raises GraphError when the file
    can not be read and OntologyError when the shapes can not.
    """
    graph = _rdflib(load(path))
    rules = _rdflib(read_triples(shapes or shipped_folder() / SHAPES))
    with _quiet():
        _, report, text = pyshacl.validate(graph, shacl_graph=rules, inference="none", advanced=False, meta_shacl=False)
    if not isinstance(report, Graph):
        raise GraphError(f"the shapes can not be applied: {text}", place=str(path), remedy="mend the shapes")
    findings = {_finding(report, result) for result in report.subjects(RDF.type, SHACL.ValidationResult)}
    return tuple(sorted(findings, key=lambda finding: (not finding.breaks, finding)))


def _finding(report: Graph, result: Node) -> Finding:
    value = report.value(result, SHACL.value)
    return Finding(
        severity=str(report.value(result, SHACL.resultSeverity)).removeprefix(str(SHACL)),
        node=_written(report.value(result, SHACL.focusNode)),
        path=_written(report.value(result, SHACL.resultPath)),
        message=str(report.value(result, SHACL.resultMessage)),
        value=_written(value),
    )


def _written(node: Node | None) -> str:
    """Return a term for a person to read; a path of several steps has no short form and is left to the message."""
    if node is None or isinstance(node, BNode):
        return ""
    return readable(str(node)) if isinstance(node, URIRef) else str(node)


def _rdflib(triples: Iterable[Quad | Triple]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for triple in triples:
        graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    return graph


def _term(term: NamedNode | BlankNode | Literal | Triple) -> Node:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, Literal):
        language = term.language
        return RdflibLiteral(
            term.value, lang=language, datatype=None if language else URIRef(term.datatype.value), normalize=False
        )
    return BNode(str(term))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from logging each literal that it can not convert: those are what the findings tell."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before
