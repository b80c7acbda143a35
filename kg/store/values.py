"""Single values out of a graph, as strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.knowledge.namespaces import KG
from kg.store.prefixes import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store


def values(store: Store, iri: str, predicate: str) -> Iterator[str]:
    """Yield the values of a property of a node."""
    for quad in store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None, None):
        if isinstance(quad.object, NamedNode | Literal):
            yield quad.object.value


def first(store: Store, iri: str, predicate: str) -> str:
    """Return the first value of a property in order; empty where there is none."""
    return min(values(store, iri, predicate), default="")


def subjects(store: Store, predicate: str, iri: str) -> Iterator[str]:
    """Yield the nodes of which a property holds the node."""
    for quad in store.quads_for_pattern(None, NamedNode(predicate), NamedNode(iri), None):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject.value


def short_name(iri: str) -> str:
    """Return a term without the prefix where it is one of the tool's own words."""
    return iri.removeprefix(KG) if iri.startswith(KG) else readable(iri)
