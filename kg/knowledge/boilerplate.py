"""The patterns of ontology/boilerplate.en.ttl, compiled: what a page prints around an article."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.errors import OntologyError
from kg.knowledge.files import ontology_folder, read_triples
from kg.knowledge.namespaces import KG, RDF, SKOS

if TYPE_CHECKING:
    from pathlib import Path

FILE = "boilerplate.en.ttl"


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


@cache
def load_boilerplate(folder: Path | None = None) -> Boilerplate:
    """Return the patterns of `folder`, by default of the shipped ontology; raise OntologyError where one is broken."""
    path = (folder or ontology_folder()) / FILE
    kinds: dict[str, str] = {}
    patterns: dict[str, str] = {}
    notations: dict[str, str] = {}
    for triple in read_triples(path):
        if not isinstance(triple.subject, NamedNode) or not isinstance(triple.object, NamedNode | Literal):
            continue
        subject, value = triple.subject.value, triple.object.value
        if triple.predicate.value == f"{RDF}type":
            kinds[subject] = value.removeprefix(KG)
        elif triple.predicate.value == f"{KG}pattern":
            patterns[subject] = value
        elif triple.predicate.value == f"{SKOS}notation":
            notations[subject] = f"{{{value}}}"
    fragments = {notations[iri]: patterns.pop(iri) for iri, kind in kinds.items() if kind == "PatternFragment"}
    groups: dict[str, list[str]] = defaultdict(list)
    for iri, pattern in sorted(patterns.items()):
        groups[kinds[iri]].append(_expanded(pattern, fragments, place=f"{path}: {iri}"))
    return Boilerplate(
        line=_alternation(groups["BoilerplateLine"]),
        label=_alternation(groups["BoilerplateLabel"]),
        tail=_alternation(groups["BoilerplateTail"]),
        links=_alternation(groups["BoilerplateLinks"]),
        start=_alternation(groups["BoilerplateStart"]),
        author_note=_alternation(groups["AuthorNote"]),
        publication=_alternation(groups["PublicationLine"]),
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
