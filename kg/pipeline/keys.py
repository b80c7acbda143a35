"""On what the parse and the record of a document depend, as digests: what changes neither is not read again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.files import digest_of_files
from kg.knowledge.files import ontology_files
from kg.language import digest as digest_of_model
from kg.records import Document
from kg.serialize import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.knowledge import Knowledge
    from kg.knowledge.gate import Precision

PACKAGE: Final = Path(__file__).parents[1]
_TREES: Final = ("grammar/packed.py", "grammar/parses.py", "grammar/tree.py")
PARSING: Final = ("errors.py", "files.py", "language", "grammar/headlines.py", *_TREES)
"""The code that a parse depends on, beside the weights."""
READING: Final = (
    *("annotate.py", "durations.py", "errors.py", "extract", "files.py", "grammar", "knowledge", "language"),
    *("passed_over.py", "periods.py", "pipeline/stages.py", "records", "resolve", "sameness", "selectors.py"),
)
"""The code that a record depends on, beside the ontology."""
LIBRARIES: Final = ("onnxruntime", "spacy", "tokenizers")
"""Whose versions may change a parse."""
_FIELDS: Final = tuple(sorted(field.name for field in fields(Document)))


@dataclass(frozen=True, slots=True)
class Keys:
    """How parses and records are found that are read with one pipeline, one ontology and one precision."""

    parsing: str
    reading: str

    def parse(self, document: Document) -> str:
        """Return the key of a document's parse, which its words alone decide."""
        return digest(self.parsing, document.text)

    def record(self, document: Document) -> str:
        """Return the key of a document's record."""
        return digest(self.parsing, self.reading, *(f"{name}={getattr(document, name)!r}" for name in _FIELDS))


def keys_of(model: str | None, knowledge: Knowledge, precision: Precision) -> Keys:
    """Return the keys of what is read with these; raises ModelError where there is no such pipeline."""
    libraries = [f"{name} {version(name)}" for name in LIBRARIES]
    parsing = digest(digest_of_model(model), code_digest(PARSING), *libraries)
    return Keys(parsing, digest(knowledge.digest, code_digest(READING), precision.value, str(VERSION)))


def program_digest(knowledge: Knowledge) -> str:
    """Return the digest of all code and of all of the ontology, on which a graph depends."""
    files = ontology_files(knowledge.folder).values()
    return digest(code_digest((".",)), digest_of_files(files, root=knowledge.folder))


@cache
def code_digest(rooms: Iterable[str]) -> str:
    """Return the digest of the code of some rooms and modules of kg; the code does not change while it runs."""
    places = [PACKAGE / room for room in rooms]
    modules = [path for place in places for path in (place.rglob("*.py") if place.is_dir() else [place])]
    return digest_of_files(modules, root=PACKAGE)


def digest(*parts: str) -> str:
    """Return the digest of words, in order."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
