"""What ontology/kg.ttl says of its own terms: which properties hold nodes, what lies above a term, how it is called."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.errors import OntologyError
from kg.knowledge.files import ontology_folder, read_triples
from kg.knowledge.namespaces import KG, OWL, RDF, RDFS, SKOS
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

CODED = SKOS + "closeMatch"
ABOVE = (RDFS + "subClassOf", RDFS + "subPropertyOf")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of kg.ttl.

    `relations` are the properties whose values are nodes; `above` gives the IRIs of the kg: and SKOS classes or
    properties above a term, sorted, itself left out; `labels` the English label of every term; `codes` the CAMEO and
    PLOVER codes that an event class or a status names.
    """

    relations: frozenset[Term]
    above: Mapping[Term, tuple[str, ...]]
    labels: Mapping[Term, str]
    codes: Mapping[Term, tuple[str, ...]]

    def lineage(self, name: Term) -> tuple[str, ...]:
        """Return the IRI of a class or property and those above it; raise OntologyError for an undeclared name."""
        if name not in self.labels:
            remedy = f"declare kg:{name} with a type and an rdfs:label"
            raise OntologyError(f"there is no kg:{name}", place="kg.ttl", remedy=remedy)
        return (KG + name, *self.above.get(name, ()))

    def narrowest(self, names: Iterable[Term]) -> Term:
        """Return the most special of one class or more, the first by name of those that are equally so."""
        return max(sorted(names), key=lambda name: len(self.above.get(name, ())))

    def is_a(self, name: Term, ancestor: str) -> bool:
        """Say whether a class or property is the kg: term called `ancestor` or lies below it."""
        return name == ancestor or KG + ancestor in self.above.get(name, ())


@cache
def load_vocabulary(folder: Path | None = None) -> Vocabulary:
    """Return the vocabulary of kg.ttl in `folder` (None: the shipped ontology); raise OntologyError for no Turtle."""
    relations: set[Term] = set()
    parents: defaultdict[str, set[str]] = defaultdict(set)
    labels: dict[Term, str] = {}
    codes: defaultdict[Term, list[str]] = defaultdict(list)
    for triple in read_triples((folder or ontology_folder()) / "kg.ttl"):
        subject, predicate, value = triple.subject, triple.predicate.value, triple.object
        if not isinstance(subject, NamedNode) or not subject.value.startswith(KG):
            continue
        name = Term(subject.value.removeprefix(KG))
        if isinstance(value, Literal) and predicate == RDFS + "label":
            labels[name] = value.value
        elif isinstance(value, NamedNode) and predicate in ABOVE:
            parents[subject.value].add(value.value)
        elif isinstance(value, NamedNode) and predicate == CODED:
            codes[name].append(value.value)
        elif isinstance(value, NamedNode) and (predicate, value.value) == (RDF + "type", OWL + "ObjectProperty"):
            relations.add(name)
    above = {Term(iri.removeprefix(KG)): _climb(iri, parents) for iri in parents}
    named = {name: tuple(sorted(found)) for name, found in codes.items()}
    return Vocabulary(frozenset(relations), above, labels, named)


def _climb(iri: str, parents: Mapping[str, set[str]]) -> tuple[str, ...]:
    found: set[str] = set()
    waiting = [iri]
    while waiting:
        fresh = parents.get(waiting.pop(), set()) - found
        found |= fresh
        waiting.extend(fresh)
    return tuple(sorted(other for other in found - {iri} if other.startswith((KG, SKOS))))
