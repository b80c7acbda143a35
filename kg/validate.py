"""A graph against the SHACL shapes of ontology/shapes.ttl."""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pyshacl
from pyoxigraph import Literal, NamedNode, QuerySolutions
from rdflib import Graph
from rdflib.namespace import RDF, RDFS
from rdflib.namespace import SH as SHACL
from rdflib.term import BNode, Node, URIRef
from rdflib.term import Literal as RdflibLiteral

from kg.errors import MESSAGE, GraphError, OntologyError
from kg.knowledge.files import read_triples, shipped_folder
from kg.store.graph import load
from kg.store.prefixes import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import BlankNode, Quad, QuerySolution, Store, Triple

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
    rules, _ = _rdflib(read_triples(shapes or shipped_folder() / SHAPES))
    with _quiet():
        store = load(path)
        asked = _asked(store, rules)
        graph, junk = _rdflib(store)
        report = _report(graph, rules, path)
    findings = {_finding(report, result) for result in report.subjects(RDF.type, SHACL.ValidationResult)} | asked
    told = {(finding.node, finding.path, finding.value) for finding in findings}
    findings |= {finding for finding in junk if (finding.node, finding.path, finding.value) not in told}
    return tuple(sorted(findings, key=lambda finding: (not finding.breaks, finding)))


def _asked(store: Store, rules: Graph) -> set[Finding]:
    """Take the constraints that are queries, of all nodes of a class, out of the rules, and return what they find.

    pySHACL parses a query anew for each node that it is about, which takes longer than all the rest together.
    """
    found = set()
    for shape, constraint in list(rules.subject_objects(SHACL.sparql)):
        targets = list(rules.objects(shape, SHACL.targetClass))
        select, message = rules.value(constraint, SHACL.select), rules.value(constraint, SHACL.message)
        if not targets or message is None or rules.value(constraint, SHACL.prefixes) is not None:
            continue
        rules.remove((shape, SHACL.sparql, constraint))
        severity = str(rules.value(shape, SHACL.severity) or SHACL.Violation).removeprefix(str(SHACL))
        about = {node for target in targets for node in _of_class(store, str(target))}
        answer = store.query(str(select), use_default_graph_as_union=True)
        if not isinstance(answer, QuerySolutions):
            raise OntologyError("asks for no rows", place=_written(shape), remedy="write its sh:select as SELECT")
        has = {variable.value for variable in answer.variables}
        for row in answer:
            if row["this"] in about:
                path, value = (_said(row, name) if name in has else "" for name in ("path", "value"))
                found.add(Finding(severity, _said(row, "this"), path, str(message), value))
    return found


def _of_class(store: Store, iri: str) -> Iterator[object]:
    query = f"SELECT ?this {{ ?this <{RDF.type}>/<{RDFS.subClassOf}>* <{iri}> }}"
    answer = store.query(query, use_default_graph_as_union=True)
    yield from (row["this"] for row in answer) if isinstance(answer, QuerySolutions) else ()


def _said(row: QuerySolution, name: str) -> str:
    term = row[name]
    return _written(_term(term)) if term is not None else ""


def _report(graph: Graph, rules: Graph, path: Path) -> Graph:
    try:
        _, report, text = pyshacl.validate(graph, shacl_graph=rules, inference="none", advanced=False, meta_shacl=False)
    except (ArithmeticError, RuntimeError, TypeError, ValueError) as error:
        # Values that pass for what they say and can not be compared, such as a day of the year 99999.
        problem = f"holds a value that can not be compared: {error}"[:MESSAGE]
        raise GraphError(problem, place=str(path), remedy="look for dates and numbers out of range") from error
    if not isinstance(report, Graph):
        raise GraphError(f"the shapes can not be applied: {text}", place=str(path), remedy="mend the shapes")
    return report


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


def _rdflib(triples: Iterable[Quad | Triple]) -> tuple[Graph, list[Finding]]:
    """Return a graph, and a finding for each literal that is none of its datatype; it is a string in the graph."""
    graph, junk = Graph(bind_namespaces="none"), list[Finding]()
    for triple in triples:
        subject, predicate, value = _term(triple.subject), _term(triple.predicate), _term(triple.object)
        if isinstance(value, RdflibLiteral) and _is_junk(value):
            message = f"This is no {readable(str(value.datatype))}."
            junk.append(Finding("Violation", _written(subject), _written(predicate), message, str(value)))
            value = RdflibLiteral(str(value))
        graph.add((subject, predicate, value))
    return graph, junk


def _is_junk(literal: RdflibLiteral) -> bool:
    """Say whether a literal's words are no value of its datatype, or one that nothing can be compared with."""
    value = literal.value
    return bool(literal.ill_typed) or (isinstance(value, Decimal) and not value.is_finite())


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
    """Keep rdflib from telling of each literal that it can not convert: those are what the findings tell."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module="rdflib.term")
            yield
    finally:
        logger.disabled = before
