"""How names of persons vary, read from ontology/en/names.ttl: spellings, nicknames, particles, suffixes, order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.files import facts
from kg.knowledge.folding import fold
from kg.knowledge.namespaces import KG, RDF, SKOS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.files import Index, Properties, Sources

FILE = "en/names.ttl"


@dataclass(frozen=True, slots=True, order=True)
class Spelling:
    """Letters that other outlets write as `readings`; `at_start` and `at_end` bind them to that end of a word."""

    written: str
    readings: tuple[str, ...]
    at_start: bool = False
    at_end: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class NameCustoms:
    """What en/names.ttl says; words are folded as by `fold_name`.

    `always` are spellings of one sound in any name, `sometimes` those that count where the rest of the name agrees,
    longest first; `given_names` gives the ids of the given names that a word is a form of; `suffixes` the standard form
    of a suffix, `numerals` those that also tell monarchs apart; the sets of countries hold IRIs; `negligible` are words
    that a score overlooks, `common_body` those of which the names of bodies in many countries are made.
    """

    always: tuple[Spelling, ...]
    sometimes: tuple[Spelling, ...]
    given_names: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    suffixes: Mapping[str, str]
    numerals: frozenset[str]
    family_name_first: frozenset[str]
    last_names_optional: frozenset[str]
    either_order: frozenset[str]
    negligible: frozenset[str]
    common_body: frozenset[str] = frozenset()


def fold_name(word: str) -> str:
    """Return the word of a name, folded and without apostrophes: O'Brien is Obrien."""
    return fold(word).replace("'", "")


def read_name_customs(sources: Sources) -> NameCustoms:
    """Return the customs of an ontology.

    Raises OntologyError when the file is missing, or a spelling says neither or both of what it counts as.
    """
    graph = facts(sources, FILE)
    spellings = [_spelling(iri, graph[iri]) for iri in _instances(graph, "Transliteration")]
    in_order = sorted(spellings, key=lambda found: (-len(found[1].written), found[1]))
    given_names: defaultdict[str, set[str]] = defaultdict(set)
    for iri in _instances(graph, "GivenName"):
        for word in _labels(graph[iri]):
            given_names[word].add(iri)
    return NameCustoms(
        always=tuple(spelling for always, spelling in in_order if always),
        sometimes=tuple(spelling for always, spelling in in_order if not always),
        given_names={word: frozenset(iris) for word, iris in sorted(given_names.items())},
        particles=frozenset(word for iri in _instances(graph, "NameParticle") for word in _labels(graph[iri])),
        suffixes={
            word: fold_name(graph[iri][SKOS + "prefLabel"][0])
            for iri in _instances(graph, "NameSuffix")
            for word in _labels(graph[iri])
        },
        numerals=frozenset(word for iri in _instances(graph, "Numeral") for word in _labels(graph[iri])),
        family_name_first=_countries(graph, "FamilyNameFirst"),
        last_names_optional=_countries(graph, "LastNamesOptional"),
        either_order=_countries(graph, "EitherOrder"),
        negligible=frozenset(word for iri in _instances(graph, "NegligibleWord") for word in _labels(graph[iri])),
        common_body=frozenset(word for iri in _instances(graph, "CommonBodyWord") for word in _labels(graph[iri])),
    )


def _instances(graph: Index, name: str) -> list[str]:
    return sorted(iri for iri, properties in graph.items() if KG + name in properties.get(RDF + "type", ()))


def _labels(properties: Properties) -> list[str]:
    return sorted(fold_name(word) for name in ("prefLabel", "altLabel") for word in properties.get(SKOS + name, ()))


def _countries(graph: Index, order: str) -> frozenset[str]:
    return frozenset(iri for iri, properties in graph.items() if KG + order in properties.get(KG + "nameOrder", ()))


def _spelling(iri: str, properties: Properties) -> tuple[bool, Spelling]:
    written, always, sometimes = (sorted(properties.get(KG + name, ())) for name in ("written", "always", "sometimes"))
    if len(written) != 1 or bool(always) == bool(sometimes) or len(always) > 1:
        remedy = "give it one kg:written and either one kg:always or some kg:sometimes"
        raise OntologyError(f"<{iri}> is no spelling", place=FILE, remedy=remedy)
    positions = properties.get(KG + "position", ())
    return bool(always), Spelling(
        written=written[0],
        readings=tuple(always or sometimes),
        at_start=KG + "WordStart" in positions,
        at_end=KG + "WordEnd" in positions,
    )
