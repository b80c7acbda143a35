"""What is known before a text is read: the ontology, its reference data and its words, as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.files import digest_of_files
from kg.knowledge.boilerplate import Boilerplate, read_boilerplate
from kg.knowledge.codes import Code, read_codes
from kg.knowledge.confidence import Confidence, read_confidence
from kg.knowledge.files import ontology_files, read_sources, shipped_folder
from kg.knowledge.gate import GateTable, read_gate
from kg.knowledge.looks import Looks, read_looks
from kg.knowledge.participants import ParticipantKinds, read_participants
from kg.knowledge.reference import Resource, read_reference
from kg.knowledge.taxonomy import Taxonomy, read_taxonomy
from kg.knowledge.words import Words, read_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Knowledge", "load"]


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """An ontology as read from `folder`; `digest` changes with all that the reading of a text depends on.

    Two are one only if they are the same object, so that what is made from one can be kept for it.
    """

    folder: Path
    digest: str
    taxonomy: Taxonomy
    words: Words
    reference: Mapping[str, Resource]
    participants: ParticipantKinds
    gate: GateTable
    confidence: Confidence
    codes: Mapping[str, Code]
    boilerplate: Boilerplate
    looks: Looks


def load(folder: Path | None = None) -> Knowledge:
    """Return the ontology of a folder (None: the one of the package); OntologyError where it is broken."""
    folder = shipped_folder() if folder is None else folder
    if not (folder / "kg.ttl").is_file():
        remedy = "name a copy of the folder ontology, with all its files"
        raise OntologyError("the ontology's files are missing", place=str(folder), remedy=remedy)
    sources = read_sources(folder)
    taxonomy = read_taxonomy(sources)
    return Knowledge(
        folder=folder,
        digest=_digest(folder),
        taxonomy=taxonomy,
        words=read_words(sources),
        reference=read_reference(sources, taxonomy),
        participants=read_participants(sources),
        gate=read_gate(sources),
        confidence=read_confidence(sources),
        codes=read_codes(sources),
        boilerplate=read_boilerplate(sources),
        looks=read_looks(sources, taxonomy),
    )


def _digest(folder: Path) -> str:
    """Shapes check what was read, and looks show it: neither changes what a text says."""
    files = [path for path in ontology_files(folder).values() if not path.name.startswith(("shapes", "view"))]
    return digest_of_files(files, root=folder)
