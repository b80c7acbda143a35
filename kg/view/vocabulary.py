"""What the page needs to know of ontology/kg.ttl: labels, classes above classes, and which properties draw an edge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.knowledge.files import load_graph
from kg.knowledge.namespaces import KG, RDFS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pyoxigraph import Store


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Local names of kg: terms with their English labels, the terms above each (itself included), and the edges."""

    labels: Mapping[str, str]
    above: Mapping[str, frozenset[str]]
    edges: tuple[str, ...]

    def most_specific(self, names: Iterable[str]) -> str | None:
        """Return the first, by name, of the classes or properties that is above no other of them."""
        known = sorted(name for name in names if name in self.above)
        lowest = [name for name in known if not any(name in self.above[other] for other in known if other != name)]
        return lowest[0] if lowest else None

    def is_a(self, name: str, ancestor: str) -> bool:
        """Tell whether the class or property is the ancestor or below it."""
        return ancestor in self.above.get(name, frozenset())


@cache
def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """Read kg.ttl in `folder` (None: the shipped ontology); raise OntologyError when it is missing or broken."""
    store = load_graph("kg.ttl", folder=folder)
    label = NamedNode(f"{RDFS}label")
    labels = {
        local_name(quad.subject): quad.object.value
        for quad in store.quads_for_pattern(None, label, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
    }
    hint = NamedNode(f"{KG}drawsEdge")
    edges = sorted(
        local_name(quad.subject)
        for quad in store.quads_for_pattern(None, hint, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and quad.object.value == "true"
    )
    return Vocabulary(labels=labels, above=_above(store, labels), edges=tuple(edges))


def local_name(node: NamedNode) -> str:
    """Return what follows the kg: namespace, or the whole IRI of a term of another vocabulary."""
    return node.value.removeprefix(KG)


def _above(store: Store, names: Iterable[str]) -> Mapping[str, frozenset[str]]:
    parents: dict[str, set[str]] = {}
    for relation in ("subClassOf", "subPropertyOf"):
        for quad in store.quads_for_pattern(None, NamedNode(f"{RDFS}{relation}"), None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                parents.setdefault(local_name(quad.subject), set()).add(local_name(quad.object))
    above = {}
    for name in names:
        seen, queue = {name}, [name]
        while queue:
            fresh = parents.get(queue.pop(), set()) - seen
            seen |= fresh
            queue.extend(fresh)
        above[name] = frozenset(seen)
    return above
