"""The code lists of ontology/plover.ttl: CAMEO and PLOVER, by which political science counts events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.files import facts
from kg.knowledge.namespaces import SKOS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.files import Properties, Sources

FILE = "plover.ttl"


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the list `scheme` (an IRI); `broader` is the code above it, `matches` are those in the other list."""

    iri: str
    scheme: str
    notation: str
    label: str
    broader: str | None
    matches: tuple[str, ...]


def read_codes(sources: Sources) -> Mapping[str, Code]:
    """Return every code of an ontology by its IRI; OntologyError for one without a label."""
    found = facts(sources, FILE)
    return {iri: _code(iri, found[iri]) for iri in sorted(found) if SKOS + "inScheme" in found[iri]}


def _code(iri: str, values: Properties) -> Code:
    try:
        return Code(
            iri=iri,
            scheme=values[SKOS + "inScheme"][0],
            notation=values[SKOS + "notation"][0],
            label=values[SKOS + "prefLabel"][0],
            broader=next(iter(values.get(SKOS + "broader", ())), None),
            matches=tuple(sorted(values.get(SKOS + "broadMatch", ()))),
        )
    except KeyError as error:
        problem, remedy = f"<{iri}> has no {error}", "give it skos:notation and skos:prefLabel"
        raise OntologyError(problem, place=FILE, remedy=remedy) from error
