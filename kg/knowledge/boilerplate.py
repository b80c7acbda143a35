"""The patterns of ontology/en/boilerplate.ttl, compiled: what a page prints around an article."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.files import facts
from kg.knowledge.namespaces import KG, RDF, SKOS

if TYPE_CHECKING:
    from kg.knowledge.files import Sources

FILE = "en/boilerplate.ttl"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """One alternation of patterns for each class of the file; see its definitions there."""

    line: re.Pattern[str]
    label: re.Pattern[str]
    tail: re.Pattern[str]
    links: re.Pattern[str]
    start: re.Pattern[str]
    author_note: re.Pattern[str]
    publication: re.Pattern[str]
    update: re.Pattern[str]


def read_boilerplate(sources: Sources) -> Boilerplate:
    """Return the patterns of an ontology; raise OntologyError where one is broken."""
    index = facts(sources, FILE)
    kinds = {iri: said[RDF + "type"][0].removeprefix(KG) for iri, said in index.items() if RDF + "type" in said}
    patterns = {iri: said[KG + "pattern"][0] for iri, said in index.items() if KG + "pattern" in said}
    notations = {iri: f"{{{said[SKOS + 'notation'][0]}}}" for iri, said in index.items() if SKOS + "notation" in said}
    fragments = {notations[iri]: patterns.pop(iri) for iri, kind in kinds.items() if kind == "PatternFragment"}
    groups: dict[str, list[str]] = defaultdict(list)
    for iri, pattern in sorted(patterns.items()):
        groups[kinds[iri]].append(_expanded(pattern, fragments, place=f"{FILE}: {iri}"))
    return Boilerplate(
        line=_alternation(groups["BoilerplateLine"]),
        label=_alternation(groups["BoilerplateLabel"]),
        tail=_alternation(groups["BoilerplateTail"]),
        links=_alternation(groups["BoilerplateLinks"]),
        start=_alternation(groups["BoilerplateStart"]),
        author_note=_alternation(groups["AuthorNote"]),
        publication=_alternation(groups["PublicationLine"]),
        update=_alternation(groups["UpdateLine"]),
    )


def _expanded(pattern: str, fragments: dict[str, str], *, place: str) -> str:
    for notation, fragment in fragments.items():
        pattern = pattern.replace(notation, fragment)
    try:
        re.compile(pattern)
    except re.error as error:
        raise OntologyError(f"not a regular expression: {error}", place=place, remedy="mend kg:pattern") from error
    return pattern


def _alternation(patterns: list[str]) -> re.Pattern[str]:
    # A class without patterns must match nothing, and an empty alternation would match the empty line.
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)
