"""The prepositions and conjunctions of ontology/en/prepositions.ttl, which tell how far the words of a clause reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.files import facts
from kg.knowledge.namespaces import KG

if TYPE_CHECKING:
    from kg.knowledge.files import Sources

FILE = "en/prepositions.ttl"


@dataclass(frozen=True, slots=True, eq=False)
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
    genitive: frozenset[str]
    agentive: frozenset[str]
    dative: frozenset[str]
    inclusive: frozenset[str]
    state: frozenset[str]
    partitive: frozenset[str]
    lasting: frozenset[str]
    purpose: frozenset[str]
    reason: frozenset[str]
    charge: frozenset[str]
    blame: frozenset[str]
    period: frozenset[str]
    site: frozenset[str]
    inner: frozenset[str]
    reached: frozenset[str]
    gerund: frozenset[str]
    opposed: frozenset[str]
    rescheduling: frozenset[str]
    event: frozenset[str]
    instrumental: frozenset[str]


def read_prepositions(sources: Sources) -> Prepositions:
    """Return the prepositions of an ontology; raise OntologyError for a class without any."""
    index = facts(sources, FILE)

    def members(name: str) -> frozenset[str]:
        forms = index.get(KG + name, {}).get(KG + "form")
        if not forms:
            raise OntologyError(f"kg:{name} has no kg:form", place=FILE, remedy="give the word class its forms")
        return frozenset(forms)

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
        genitive=members("GenitivePreposition"),
        agentive=members("AgentivePreposition"),
        dative=members("DativePreposition"),
        inclusive=members("InclusivePreposition"),
        state=members("StatePreposition"),
        partitive=members("PartitivePreposition"),
        lasting=members("LastingPreposition"),
        purpose=members("PurposePreposition"),
        reason=members("ReasonPreposition"),
        charge=members("ChargePreposition"),
        blame=members("BlamePreposition"),
        period=members("PeriodPreposition"),
        site=members("SitePreposition"),
        inner=members("InnerPreposition"),
        reached=members("ReachedPreposition"),
        gerund=members("GerundPreposition"),
        rescheduling=members("ReschedulingPreposition"),
        opposed=members("OpposedPreposition"),
        instrumental=members("InstrumentalPreposition"),
        event=members("EventPreposition"),
    )
