"""The prepositions and conjunctions of ontology/prepositions.en.ttl, which tell how far the words of a clause reach."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.files import ontology_folder, read_triples
from kg.knowledge.namespaces import KG

if TYPE_CHECKING:
    from pathlib import Path

FILE = "prepositions.en.ttl"


@dataclass(frozen=True, slots=True)
class Prepositions:
    """Each class of prepositions and conjunctions, in lower case; the file defines what a class does."""

    nominal: frozenset[str]
    bounding: frozenset[str]
    conduct: frozenset[str]
    circumstance: frozenset[str]
    venue: frozenset[str]
    comitative: frozenset[str]
    complex: frozenset[str]
    complete: frozenset[str]
    motive: frozenset[str]
    adversative: frozenset[str]
    conditional: frozenset[str]
    prospective: frozenset[str]
    control: frozenset[str]


@cache
def load_prepositions(folder: Path | None = None) -> Prepositions:
    """Return the prepositions in `folder` (None: the shipped ontology); raise OntologyError for a class without any."""
    path = (folder or ontology_folder()) / FILE
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for triple in read_triples(path):
        if triple.predicate.value == KG + "form":
            forms[str(triple.subject).strip("<>").removeprefix(KG)].add(getattr(triple.object, "value", ""))

    def members(name: str) -> frozenset[str]:
        if name not in forms:
            raise OntologyError(f"kg:{name} has no kg:form", place=str(path), remedy="give the word class its forms")
        return frozenset(forms[name])

    return Prepositions(
        nominal=members("NominalPreposition"),
        bounding=members("BoundingPreposition"),
        conduct=members("ConductPreposition"),
        circumstance=members("CircumstancePreposition"),
        venue=members("VenuePreposition"),
        complete=members("CompletePreposition"),
        comitative=members("ComitativePreposition"),
        complex=members("ComplexPreposition"),
        motive=members("MotivePreposition"),
        adversative=members("AdversativeConjunction"),
        conditional=members("ConditionalConjunction"),
        prospective=members("ProspectiveConjunction"),
        control=members("ControlPreposition"),
    )
