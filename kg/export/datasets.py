"""TriG and N-Quads: a named graph for each document, holding what the document tells, and where each graph is from.

What several documents tell stands in the graph of each. The default graph holds what is no document's: entities, merges
and the provenance of the named graphs.
"""

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import version
from itertools import chain, groupby
from typing import IO, TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.knowledge.namespaces import KG, PROV, RDF, RDFS
from kg.store.graph import pairs
from kg.store.lines import lines_of, sorted_subjects, store_lines
from kg.store.turtle import headed, naming, prologue, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Store

    from kg.knowledge import Knowledge
    from kg.store.lines import Subject

SOFTWARE: Final = "https://w3id.org/newskg/software/newskg-"
"""What the IRI of the program that made a graph begins with; its version follows."""

_EVIDENCE: Final = KG + "evidence"
_DOCUMENT: Final = KG + "document"
_TYPE: Final = RDF + "type"


def write_trig(
    store: Store,
    stream: IO[bytes],
    knowledge: Knowledge,  # noqa: ARG001 (as every writer)
    *,
    base: str,
) -> None:
    """Write a store as TriG: the default graph, then the graph of each document."""
    used: dict[str, str] = {}
    name = naming(used, base)
    with headed(stream) as body:
        for graph, subjects in groupby(_graph_by_graph(store, base), key=lambda pair: pair[0]):
            own = (subject for _, subject in subjects)
            if graph:
                body.write(f"\n{name(graph)} {{".encode())
                for _, sentence in sentences(own, name, indent="    "):
                    body.write(f"\n{sentence}".encode())
                body.write(b"}\n")
            else:
                for _, sentence in sentences(own, name):
                    body.write(f"\n{sentence}".encode())
        stream.write(prologue(used).encode())


def write_nquads(
    store: Store,
    stream: IO[bytes],
    knowledge: Knowledge,  # noqa: ARG001 (as every writer)
    *,
    base: str,
) -> None:
    """Write a store as N-Quads, graph by graph."""
    for graph, (subject, statements) in _graph_by_graph(store, base):
        ending = f" <{graph}> .\n" if graph else " .\n"
        stream.writelines(f"<{subject}> <{statement}{ending}".encode() for statement in statements)


def _graph_by_graph(store: Store, base: str) -> Iterator[tuple[str, Subject]]:
    """Yield each subject with its graph (the empty one first), sorted; a statement of several documents in each."""
    sources = _sources(store, base)
    graphs = _graphs(store, sources)
    about = lines_of(_provenance(sources))
    # A quad is sorted as a triple whose subject is led by its graph: IRIs hold no space and no tab.
    placed = (f"<{graph}\t{line[1:]}" for line in chain(store_lines(store), about) for graph in _places(line, graphs))
    for led, statements in sorted_subjects(placed):
        graph, _, subject = led.partition("\t")
        yield graph, (subject, statements)


def _places(line: str, graphs: Mapping[str, frozenset[str]]) -> Iterable[str]:
    """Return the graphs of a statement: those of the subject that are the object's too, where both have some."""
    subject, _, value = line.split(" ", 2)
    own = graphs.get(subject[1:-1])
    if own is None:
        return ("",)
    return (own & graphs.get(value[1:-1], own)) or own


def _sources(store: Store, base: str) -> dict[str, str]:
    """Return the graph of each document."""
    documents = (iri for iri, kind in pairs(store, _TYPE) if kind == KG + "Document")
    return {iri: f"{base}graph/{iri.rpartition('/')[2]}" for iri in documents}


def _graphs(store: Store, sources: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return the graphs of every document, of what lies in it and of what has evidence there."""
    graphs = {document: frozenset((graph,)) for document, graph in sources.items()}
    for subject, document in pairs(store, _DOCUMENT):
        if document in sources:
            graphs[subject] = graphs[document]
    told: defaultdict[str, set[str]] = defaultdict(set)
    for subject, mention in pairs(store, _EVIDENCE):
        told[subject] |= graphs.get(mention, frozenset())
    return graphs | {subject: frozenset(found) for subject, found in told.items() if found}


def _provenance(sources: Mapping[str, str]) -> Iterator[Triple]:
    """Yield where each named graph is from and what made it."""
    release = version("newskg")
    program = NamedNode(SOFTWARE + release)
    yield Triple(program, NamedNode(_TYPE), NamedNode(PROV + "SoftwareAgent"))
    yield Triple(program, NamedNode(RDFS + "label"), Literal(f"newskg {release}"))
    for document, graph in sources.items():
        yield Triple(NamedNode(graph), NamedNode(_TYPE), NamedNode(PROV + "Entity"))
        yield Triple(NamedNode(graph), NamedNode(PROV + "wasDerivedFrom"), NamedNode(document))
        yield Triple(NamedNode(graph), NamedNode(PROV + "wasAttributedTo"), program)
