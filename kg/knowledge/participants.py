"""The kinds of participants without a name, ontology/participants*.ttl, with the nouns that head their words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.knowledge.files import facts
from kg.knowledge.namespaces import ID, KG, SKOS
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.knowledge.files import Index, Sources

FILES, COUNTRIES = ("participants.ttl", "en/participants.ttl"), "countries.ttl"
UNSPECIFIED = ID + "participant/unspecified"
UNNAMED = Term("UnnamedParticipant")
ORGANIZATIONS = ID + "kind/"
LONGEST = 4
"""Words of the longest head noun: "sport utility vehicle", "member of parliament"."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a head noun names: the IRI of a kind, and whether the noun is as often something else."""

    iri: str
    ambiguous: bool = False


class Part(StrEnum):
    """What somebody or something does in an event; the values are what kg.ttl calls kinds that can not."""

    AGENT = "noAgentOf"
    PATIENT = "noPatientOf"
    MEANS = "noMeansOf"
    SOURCE = "noSourceOf"


@dataclass(frozen=True, slots=True)
class ParticipantKinds:
    """Kinds by their head nouns (lemmas, lower case), and for every kind those above it, itself first.

    `classes` gives the class of named things in whose roles a kind, or those below it, can be; `labels` the name of
    every kind, `broader` those right above it, `schemes` the list that it is in. `excluded` gives by part the classes
    of events in which a kind has none, `alike` the kind of organizations with a name of one of their sorts, `serving`
    the kinds that act for the country they are of.
    """

    nouns: Mapping[str, Kind]
    above: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, Term]
    labels: Mapping[str, str]
    broader: Mapping[str, tuple[str, ...]]
    schemes: Mapping[str, str]
    excluded: Mapping[Part, Mapping[str, frozenset[Term]]]
    alike: Mapping[str, str]
    serving: frozenset[str] = frozenset()

    def of(self, lemmas: Sequence[str]) -> Kind | None:
        """Return the kind of who or what may take part in events, None for things that have no part in any."""
        found = self.named(lemmas)
        return None if found is None or self.class_of(found.iri) == UNNAMED else found

    def named(self, lemmas: Sequence[str]) -> Kind | None:
        """Return the kind of the longest head noun that ends the lemmas: a "police station" is no "station"."""
        for length in range(min(LONGEST, len(lemmas)), 0, -1):
            if found := self.nouns.get(" ".join(lemmas[-length:])):
                return found
        return None

    def excludes(self, kind: str, part: Part, classes: Sequence[Term]) -> bool:
        """Say whether one of the kind has no such part in events of a class, which is given with those above it."""
        table = self.excluded[part]
        return any(not table.get(parent, frozenset()).isdisjoint(classes) for parent in self.above.get(kind, ()))

    def class_of(self, kind: str) -> Term:
        """Return the class of named things whose roles the kind takes: a body those of an organization."""
        return next((self.classes[parent] for parent in self.above[kind] if parent in self.classes), UNNAMED)

    def serves(self, kind: str) -> bool:
        """Say whether those of the kind represent the country or body that they are of: a minister, not a protester."""
        return not self.serving.isdisjoint(self.above.get(kind, (kind,)))

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Say whether a kind is the other or below it."""
        return ancestor in self.above.get(kind, (kind,))


def read_participants(sources: Sources) -> ParticipantKinds:
    """Return the kinds of participants without a name of an ontology; OntologyError where a file is missing.

    The words for those of a country ("Liberian") are of the kind of which nothing is told but that they are people.
    """
    index = facts(sources, *FILES)
    named = (name for said in facts(sources, COUNTRIES).values() for name in said.get(KG + "demonym", ()))
    peoples = {name.lower(): Kind(UNSPECIFIED) for name in named}
    nouns = {
        noun: Kind(iri, noun in index[iri].get(KG + "ambiguous", ()))
        for iri in sorted(index)
        for noun in index[iri].get(KG + "headNoun", ())
    }
    above = {iri: _above(iri, index) for iri in index if SKOS + "prefLabel" in index[iri]}
    sorts = ((iri, sort) for iri in sorted(index) for sort in index[iri].get(SKOS + "closeMatch", ()))
    takes = {iri: index[iri][KG + "takesRolesOf"] for iri in index if KG + "takesRolesOf" in index[iri]}
    return ParticipantKinds(
        nouns=peoples | nouns,
        above=above,
        classes={iri: Term(names[0].removeprefix(KG)) for iri, names in takes.items()},
        labels={iri: index[iri][SKOS + "prefLabel"][0] for iri in above},
        broader={iri: tuple(sorted(index[iri].get(SKOS + "broader", ()))) for iri in above},
        serving=frozenset(iri for iri in index if "true" in index[iri].get(KG + "serves", ())),
        schemes={iri: index[iri][SKOS + "inScheme"][0] for iri in above if SKOS + "inScheme" in index[iri]},
        excluded={part: _classes(index, KG + part.value) for part in Part},
        alike={sort.removeprefix(ORGANIZATIONS): iri for iri, sort in sorts},
    )


def _classes(index: Index, name: str) -> dict[str, frozenset[Term]]:
    found = ((iri, index[iri].get(name, ())) for iri in index)
    return {iri: frozenset(Term(kind.removeprefix(KG)) for kind in kinds) for iri, kinds in found if kinds}


def _above(iri: str, index: Index, seen: tuple[str, ...] = ()) -> tuple[str, ...]:
    seen = (*seen, iri)
    for parent in sorted(index.get(iri, {}).get(SKOS + "broader", ())):
        if parent not in seen:
            seen = _above(parent, index, seen)
    return seen
