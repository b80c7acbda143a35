"""The code lists of ontology/plover.ttl: CAMEO and PLOVER, by which political science counts events."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.errors import OntologyError
from kg.knowledge.files import ontology_folder, read_triples
from kg.knowledge.namespaces import SKOS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

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


@cache
def load_codes(folder: Path | None = None) -> Mapping[str, Code]:
    """Return every code in `folder` (None: the shipped ontology) by its IRI; OntologyError for one without a label."""
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in read_triples((folder or ontology_folder()) / FILE):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            found[triple.subject.value][triple.predicate.value].append(triple.object.value)
    return {iri: _code(iri, dict(found[iri])) for iri in sorted(found) if SKOS + "inScheme" in found[iri]}


def _code(iri: str, values: Mapping[str, list[str]]) -> Code:
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
