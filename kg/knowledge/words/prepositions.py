"""The prepositions and conjunctions of ontology/en/prepositions.ttl, which tell how far the words of a clause reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.files import facts
from kg.knowledge.words.forms import read_forms

if TYPE_CHECKING:
    from kg.knowledge.files import Sources

FILE = "en/prepositions.ttl"
CONJUNCTIONS = frozenset({"adversative", "conditional", "prospective"})


@dataclass(frozen=True, slots=True, eq=False)
class Prepositions:
    """Each class of prepositions and conjunctions, in lower case; the file defines what a class does."""

    nominal: frozenset[str]
    bounding: frozenset[str]
    conduct: frozenset[str]
    label: frozenset[str]
    circumstance: frozenset[str]
    venue: frozenset[str]
    comitative: frozenset[str]
    complex: frozenset[str]
    complete: frozenset[str]
    motive: frozenset[str]
    factive: frozenset[str]
    exchange: frozenset[str]
    concessive: frozenset[str]
    adversative: frozenset[str]
    conditional: frozenset[str]
    prospective: frozenset[str]
    control: frozenset[str]
    genitive: frozenset[str]
    agentive: frozenset[str]
    dative: frozenset[str]
    ablative: frozenset[str]
    inclusive: frozenset[str]
    member: frozenset[str]
    mediating: frozenset[str]
    conjunctive: frozenset[str]
    state: frozenset[str]
    partitive: frozenset[str]
    lasting: frozenset[str]
    purpose: frozenset[str]
    reason: frozenset[str]
    charge: frozenset[str]
    blame: frozenset[str]
    share: frozenset[str]
    period: frozenset[str]
    site: frozenset[str]
    exposure: frozenset[str]
    inner: frozenset[str]
    enclosing: frozenset[str]
    reached: frozenset[str]
    gerund: frozenset[str]
    opposed: frozenset[str]
    rescheduling: frozenset[str]
    event: frozenset[str]
    instrumental: frozenset[str]
    capacity: frozenset[str]
    topic: frozenset[str]
    adding: frozenset[str]
    outer: frozenset[str]


def read_prepositions(sources: Sources) -> Prepositions:
    """Return the prepositions of an ontology; raise OntologyError for a class without any."""
    return read_forms(facts(sources, FILE), Prepositions, FILE, fold=str, class_of=class_of)


def class_of(field: str) -> str:
    """Return the word class whose forms a field holds: NominalPreposition for nominal."""
    return field.capitalize() + ("Conjunction" if field in CONJUNCTIONS else "Preposition")
