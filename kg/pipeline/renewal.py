"""What need not be made again: a file that was made of the same, and that nobody has changed since."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from kg.cache import Made
from kg.pipeline.graphs import Built
from kg.pipeline.keys import digest, program_digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.cache import Cache
    from kg.consolidate import Decisions
    from kg.knowledge import Knowledge
    from kg.pipeline.reading import Shelf
    from kg.records import Document


def graph_inputs(
    documents: Iterable[Document], kept: Shelf, knowledge: Knowledge, *, base: str, decisions: Decisions, lost: int
) -> str:
    """Return the digest of all that the graph of documents depends on, whatever their order."""
    records = sorted(map(kept.keys.record, documents))
    return digest(*records, program_digest(knowledge), base, repr(decisions), str(lost))


def page_inputs(graph: Path, knowledge: Knowledge) -> str:
    """Return the digest of all that the page of a graph depends on."""
    return digest(_content(graph) or "", program_digest(knowledge))


def as_made(cache: Cache, path: Path, inputs: str) -> Built | None:
    """Return what was noted of a file if it was made of these inputs and is as it was then."""
    made = cache.made(path)
    if made is None or made.inputs != inputs or made.content != _content(path):
        return None
    try:
        return msgspec.json.decode(made.notes, type=Built)
    except msgspec.DecodeError:
        return None


def note_made(cache: Cache, path: Path, inputs: str, built: Built) -> None:
    """Note that a file was made of these inputs."""
    content = _content(path)
    if content is not None:
        cache.note(path, Made(inputs, content, msgspec.json.encode(built)))


def _content(path: Path) -> str | None:
    """Return the digest of the bytes of a file, None where there is none."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
