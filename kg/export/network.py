"""A graph as a network of nodes and edges with attributes, the common ground of network tools and spreadsheets.

Nodes are what facts are about: entities, events, figures, offices, topics and documents. Mentions and merges are left
out: an event's evidence leads to its documents, weighted by the number of mentions. Codes of a code list are attributes
of what they code. A property above another one (participant above attacker) is left out beside it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.export.nodes import nodes
from kg.knowledge.namespaces import ID, KG, SKOS, XSD
from kg.records import Term
from kg.store.prefixes import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Store

    from kg.export.nodes import Node
    from kg.knowledge.taxonomy import Taxonomy

BETWEEN: Final = " | "
"""What stands between several values of one attribute."""

_LEFT_OUT: Final = ("Mention", "Merge")
_NUMBERS: Final = {XSD + "integer": "long", XSD + "decimal": "double", XSD + "boolean": "boolean"}


@dataclass(frozen=True, slots=True)
class Vertex:
    """A node of the network."""

    id: str
    label: str
    kind: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the network; `weight` is the number of mentions for evidence, else 1."""

    source: str
    target: str
    relation: str
    weight: int


@dataclass(frozen=True, slots=True)
class Network:
    """Vertices and edges in a fixed order; `columns` gives the type (string, long, double) of every attribute."""

    vertices: Sequence[Vertex]
    edges: Sequence[Edge]
    columns: Mapping[str, str]


def network(store: Store, taxonomy: Taxonomy, *, base: str = ID) -> Network:
    """Return the network of a graph."""
    known = nodes(store, taxonomy)
    kept = {
        iri: node for iri, node in known.items() if node.kind not in _LEFT_OUT and SKOS + "inScheme" not in node.links
    }
    vertices = [
        Vertex(_id(iri, base), node.name, node.kind or "", _attributes(node, kept, base)) for iri, node in kept.items()
    ]
    edges = [
        Edge(_id(iri, base), _id(target, base), relation, weight)
        for iri, node in kept.items()
        for (relation, target), weight in sorted(_edges(node, known, kept, taxonomy).items())
    ]
    return Network(vertices, edges, _columns(kept.values(), vertices))


def _id(iri: str, base: str) -> str:
    return readable(iri, base=base).strip("<>")


def _edges(
    node: Node, known: Mapping[str, Node], kept: Mapping[str, Node], taxonomy: Taxonomy
) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for target in {iri for iris in node.links.values() for iri in iris if iri in kept}:
        properties = {predicate for predicate, iris in node.links.items() if target in iris}
        covered = {over for predicate in properties for over in taxonomy.over(Term(predicate.removeprefix(KG)))}
        found.update((_local(predicate), target) for predicate in properties - covered)
    mentions = (known[iri] for iri in node.linked("evidence") if iri in known)
    documents = (iri for mention in mentions for iri in mention.linked("document") if iri in kept)
    found.update(("evidence", document) for document in documents)
    return found


def _attributes(node: Node, kept: Mapping[str, Node], base: str) -> dict[str, str]:
    """Return what is said of a node but draws no edge, by local name: words, values of kg.ttl and links elsewhere."""
    values: dict[str, list[str]] = {}
    for predicate, literals in node.literals.items():
        values.setdefault(_local(predicate), []).extend(words for words, _ in literals)
    for predicate, iris in node.links.items():
        outside = [iri.removeprefix(KG) if iri.startswith(KG) else iri for iri in iris if iri not in kept]
        if outside and predicate != f"{KG}evidence":
            values.setdefault(_local(predicate), []).extend(_id(iri, base) for iri in outside)
    values.pop("prefLabel", None)
    values.pop("label", None)
    return {name: BETWEEN.join(found) for name, found in sorted(values.items())}


def _columns(kept: Iterable[Node], vertices: Iterable[Vertex]) -> dict[str, str]:
    """Return the type of every attribute: a number where every node that has it has one number there."""
    used = sorted({name for vertex in vertices for name in vertex.attributes})
    types: dict[str, set[str]] = {name: set() for name in used}
    for name, kind in _types(kept):
        if name in types:
            types[name].add(kind)
    return {name: next(iter(found)) if len(found) == 1 else "string" for name, found in types.items()}


def _types(kept: Iterable[Node]) -> Iterator[tuple[str, str]]:
    for node in kept:
        for predicate, literals in node.literals.items():
            yield from ((_local(predicate), _NUMBERS.get(kind, "string")) for _, kind in literals)
            if len(literals) > 1:
                yield _local(predicate), "string"
        yield from ((_local(predicate), "string") for predicate in node.links)


def _local(predicate: str) -> str:
    return predicate.replace("#", "/").rpartition("/")[2]
