"""The kinds of participants without a name, ontology/participants*.ttl, with the nouns that head their words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.namespaces import KG, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pyoxigraph import Triple

LONGEST = 4
"""Words of the longest head noun: "sport utility vehicle", "member of parliament"."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a head noun names: the IRI of a kind, and whether the noun is as often something else."""

    iri: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class ParticipantKinds:
    """Kinds by their head nouns (lemmas, lower case), and for every kind those above it, itself first."""

    nouns: Mapping[str, Kind]
    above: Mapping[str, tuple[str, ...]]

    def of(self, lemmas: Sequence[str]) -> Kind | None:
        """Return the kind of the longest head noun that ends the lemmas: a "police station" is no "station"."""
        for length in range(min(LONGEST, len(lemmas)), 0, -1):
            if found := self.nouns.get(" ".join(lemmas[-length:])):
                return found
        return None

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Say whether a kind is the other or below it."""
        return ancestor in self.above.get(kind, (kind,))


def participant_kinds(triples: Iterable[Triple]) -> ParticipantKinds:
    """Return the kinds that the triples of the participants' files tell."""
    values: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        values[triple.predicate.value][str(triple.subject).strip("<>")].append(getattr(triple.object, "value", ""))
    ambiguous = values[KG + "ambiguous"]
    nouns = {
        noun: Kind(iri, noun in ambiguous[iri])
        for iri in sorted(values[KG + "headNoun"])
        for noun in values[KG + "headNoun"][iri]
    }
    return ParticipantKinds(nouns, {iri: _above(iri, values[SKOS + "broader"]) for iri in values[SKOS + "prefLabel"]})


def _above(iri: str, broader: Mapping[str, list[str]], seen: tuple[str, ...] = ()) -> tuple[str, ...]:
    seen = (*seen, iri)
    for parent in sorted(broader.get(iri, ())):
        if parent not in seen:
            seen = _above(parent, broader, seen)
    return seen
