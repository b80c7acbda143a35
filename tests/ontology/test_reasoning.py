"""The ontology under an OWL 2 RL reasoner: consistent with a graph, and a graph says what would be inferred."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import owlrl
import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from kg.knowledge.files import shipped_folder
from kg.knowledge.namespaces import ID, KG

if TYPE_CHECKING:
    from rdflib.term import Node

PUBLISHED = Path(__file__).parents[2] / "out" / "graph.ttl"
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
TERM, NODE = Namespace(KG), Namespace(ID)
CONTRADICTIONS = {
    "a person that is a country": [(NODE["a"], RDF.type, TERM.Person), (NODE["a"], RDF.type, TERM.Country)],
    "an event that is a document": [(NODE["a"], TERM.participant, NODE["b"]), (NODE["a"], RDF.type, TERM.Document)],
    "an event both asserted and planned": [
        (NODE["a"], TERM.factuality, TERM.Asserted),
        (NODE["a"], TERM.factuality, TERM.Planned),
    ],
    "a mention that is a place": [(NODE["a"], TERM.refersTo, NODE["b"]), (NODE["a"], RDF.type, TERM.Place)],
}


def ontology(*names: str) -> Graph:
    graph = Graph()
    for name in names:
        graph.parse(shipped_folder() / name)
    return graph


def reasoned(graph: Graph) -> list[str]:
    """Add all that follows to the graph, and return what contradicts itself."""
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return [str(message) for _, _, message in graph.triples((None, ERROR, None))]


@pytest.fixture(scope="module")
def published() -> Graph:
    return Graph().parse(PUBLISHED)


@pytest.fixture(scope="module")
def closure(published: Graph) -> tuple[Graph, list[str]]:
    graph = ontology("kg.ttl", "plover.ttl") + published
    return graph, reasoned(graph)


def test_the_ontology_and_the_published_graph_are_consistent(closure: tuple[Graph, list[str]]) -> None:
    assert closure[1] == []


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_contradiction_is_found(name: str) -> None:
    graph = ontology("kg.ttl")
    # Labels and definitions contradict nothing and take the reasoner most of its time.
    for triple in [triple for triple in graph if isinstance(triple[2], Literal)]:
        graph.remove(triple)
    for triple in CONTRADICTIONS[name]:
        graph.add(triple)
    assert reasoned(graph) != []


def test_a_graph_states_every_class_and_role_that_follows_from_it(
    published: Graph, closure: tuple[Graph, list[str]]
) -> None:
    """Queries need no reasoner: what a reasoner would add about the graph's own nodes is there."""
    own = {subject for subject in published.subjects() if str(subject).startswith(ID)}

    def ours(subject: Node, predicate: Node, value: Node) -> bool:
        term = value if predicate == RDF.type else predicate
        # What owl:sameAs makes of the nodes' names elsewhere is not ours.
        return (
            subject in own
            and str(term).startswith(KG)
            and (isinstance(value, Literal) or str(value).startswith((ID, KG)))
        )

    assert [triple for triple in closure[0] if ours(*triple) and triple not in published] == []
