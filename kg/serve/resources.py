"""What a graph says of one node, for a page or as triples, as much as is allowed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Triple

from kg.knowledge.namespaces import DCT, KG, RDF, RDFS, SKOS
from kg.store.prefixes import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad, Store

_NAMES: Final = (SKOS + "prefLabel", RDFS + "label", DCT + "title", KG + "quote", DCT + "identifier")


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """A property with a value in words; `iri` is the node that the value is, empty for a literal."""

    relation: str
    value: str
    iri: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A node by name, with what is said of it and what it has a part in; `cut` when there is more of either."""

    iri: str
    name: str
    kinds: tuple[str, ...]
    said: tuple[Line, ...]
    roles: tuple[Line, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """The nodes of a kind by name, or the kinds of node with how many there are; `cut` when there are more."""

    kind: str
    nodes: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, int], ...]
    cut: bool


def listed(store: Store, kind: str, *, base: str, rows: int) -> Listing:
    """Return the nodes of a kind (person, call ...), as IRI and name sorted by name; for no kind the kinds."""
    of_type = store.quads_for_pattern(None, NamedNode(RDF + "type"), None, None)
    iris = {quad.subject.value for quad in of_type if isinstance(quad.subject, NamedNode)}
    if not kind:
        counts = Counter(iri.removeprefix(base).partition("/")[0] for iri in iris if "/" in iri.removeprefix(base))
        return Listing(kind, (), tuple(sorted(counts.items())), cut=False)
    start = f"{base}{kind}/"
    found = sorted((_name(store, iri, base), iri) for iri in iris if iri.startswith(start))
    return Listing(kind, tuple((iri, name) for name, iri in found[:rows]), (), cut=len(found) > rows)


def describe(store: Store, iri: str, *, base: str, rows: int) -> Resource | None:
    """Return what the graph says of a node, None when it says nothing; at most `rows` lines of either kind."""
    node = NamedNode(iri)
    said = list(islice(store.quads_for_pattern(node, None, None, None), rows + 1))
    roles = list(islice(store.quads_for_pattern(None, None, node, None), rows + 1))
    if not said and not roles:
        return None
    kind = RDF + "type"
    return Resource(
        iri=iri,
        name=_name(store, iri, base),
        kinds=tuple(sorted(readable(quad.object.value) for quad in said if quad.predicate.value == kind)),  # type: ignore[union-attr]  # a class has an IRI
        said=_lines(store, (quad for quad in said[:rows] if quad.predicate.value != kind), base, inverse=False),
        roles=_lines(store, roles[:rows], base, inverse=True),
        cut=len(said) > rows or len(roles) > rows,
    )


def triples(store: Store, iri: str, *, rows: int) -> list[Triple]:
    """Return the triples with the node as subject or object, at most `rows` of them."""
    node = NamedNode(iri)
    around = chain(store.quads_for_pattern(node, None, None, None), store.quads_for_pattern(None, None, node, None))
    return [Triple(quad.subject, quad.predicate, quad.object) for quad in islice(around, rows)]


def _lines(store: Store, quads: Iterator[Quad] | list[Quad], base: str, *, inverse: bool) -> tuple[Line, ...]:
    def line(quad: Quad) -> Line:
        other = quad.subject if inverse else quad.object
        relation = readable(quad.predicate.value)
        if isinstance(other, NamedNode):
            return Line(relation, _name(store, other.value, base), other.value)
        return Line(relation, other.value if isinstance(other, Literal) else str(other), "")

    return tuple(sorted(line(quad) for quad in quads))


def _name(store: Store, iri: str, base: str) -> str:
    for name in _NAMES:
        found = store.quads_for_pattern(NamedNode(iri), NamedNode(name), None, None)
        texts = [quad.object.value for quad in found if isinstance(quad.object, Literal)]
        if texts:
            return min(texts)
    return readable(iri, base=base)
