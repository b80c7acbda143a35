"""The nodes of a graph as records, for formats that tell of things and not of statements."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kg.knowledge.namespaces import DCT, KG, OWL, RDF, RDFS, SKOS, WIKIDATA
from kg.records import Term
from kg.store.lines import literal_parts, sorted_rows, store_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Store

    from kg.knowledge.taxonomy import Taxonomy

_TYPE: Final = RDF + "type"
_NAMES: Final = (SKOS + "prefLabel", RDFS + "label", DCT + "title", DCT + "identifier")
_SAME: Final = (OWL + "sameAs", SKOS + "exactMatch")


@dataclass(frozen=True, slots=True)
class Node:
    """A resource: its most special kg: class (None: it has none), and its nodes and literals by the property's IRI.

    `above` are its class and those above it. Links are IRIs; literals are pairs of words and datatype (empty for plain
    words). Both are sorted.
    """

    iri: str
    kind: Term | None
    above: frozenset[str]
    links: Mapping[str, tuple[str, ...]]
    literals: Mapping[str, tuple[tuple[str, str], ...]]

    @property
    def name(self) -> str:
        """What a person calls it: its name, else the last part of its IRI."""
        return next(filter(None, map(self.first, _NAMES)), self.iri.rstrip("/#").replace("#", "/").rpartition("/")[2])

    @property
    def wikidata(self) -> str:
        """The Wikidata identifier of the same thing, empty when it is not known."""
        matches = (iri for predicate in _SAME for iri in self.links.get(predicate, ()))
        return next((iri.removeprefix(WIKIDATA) for iri in matches if iri.startswith(WIKIDATA)), "")

    def linked(self, *names: str) -> tuple[str, ...]:
        """Return the nodes at some kg: properties."""
        return tuple(dict.fromkeys(iri for name in names for iri in self.links.get(KG + name, ())))

    def words(self, predicate: str) -> tuple[str, ...]:
        """Return the literals of a property by its IRI, without their datatypes."""
        return tuple(words for words, _ in self.literals.get(predicate, ()))

    def first(self, predicate: str) -> str:
        """Return the first literal of a property by its IRI, empty when there is none."""
        return next(iter(self.words(predicate)), "")

    def is_a(self, *kinds: str) -> bool:
        """Say whether its class is, or lies below, one of some kg: classes."""
        return not self.above.isdisjoint(kinds)


def nodes(store: Store, taxonomy: Taxonomy) -> dict[str, Node]:
    """Return all nodes of a graph that something is said of, by IRI and in its order."""
    return {node.iri: node for node in _nodes(store, taxonomy)}


def _nodes(store: Store, taxonomy: Taxonomy) -> Iterator[Node]:
    for subject, rows in groupby(sorted_rows(store_lines(store)), key=lambda row: row[0]):
        links: defaultdict[str, list[str]] = defaultdict(list)
        literals: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for _, predicate, value in rows:
            if value[0] == "<" and value[1] != "<":
                links[predicate].append(value[1:-1])
            else:
                words, _, datatype = literal_parts(value)
                literals[predicate].append((words, datatype))
        kind = _narrowest(links.pop(_TYPE, ()), taxonomy)
        yield Node(
            subject,
            kind,
            frozenset(taxonomy.above.get(kind, (kind,)) if kind is not None else ()),
            {predicate: tuple(found) for predicate, found in links.items()},
            {predicate: tuple(found) for predicate, found in literals.items()},
        )


def _narrowest(classes: Iterable[str], taxonomy: Taxonomy) -> Term | None:
    own = [Term(iri.removeprefix(KG)) for iri in classes if iri.startswith(KG)]
    return taxonomy.narrowest(own) if own else None
