"""Records of documents on disk, found by the digest of all that they depend on: a rebuild reads only what changed."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.errors import GraphError, InputError
from kg.files import replaced
from kg.serialize import VERSION, from_json, to_json

if TYPE_CHECKING:
    from pathlib import Path

    from kg.records import Document, DocumentRecord

_SUFFIX = ".json"


def record_key(document: Document, *, model: str, knowledge: str, code: str, precision: str) -> str:
    """Return the key of a document: SHA-256 of all that its record depends on, by digests and by name."""
    parts = [f"{name}={value!r}" for name, value in sorted(asdict(document).items())]
    parts += [f"model={model!r}", f"knowledge={knowledge!r}", f"code={code!r}", f"precision={precision!r}"]
    parts.append(f"version={VERSION}")
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def get(folder: Path, key: str) -> DocumentRecord | None:
    """Return the record kept under the key, or None when there is none or its file is damaged; `put` then mends it."""
    try:
        digest, _, data = _place(folder, key).read_bytes().partition(b"\n")
    except OSError:
        return None
    if digest.decode("ascii", "replace") != hashlib.sha256(data).hexdigest():
        return None
    try:
        return from_json(data)
    except InputError:
        return None


def put(folder: Path, key: str, record: DocumentRecord) -> None:
    """Keep the record under the key, whole or not at all; raise InputError when the folder refuses."""
    place = _place(folder, key)
    data = to_json(record)
    try:
        # What is lost with the power is read again: its digest no longer fits.
        with replaced(place, durable=False) as stream:
            stream.write(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
    except GraphError as error:
        remedy = "choose another cache folder, or build without one"
        raise InputError(f"the cache {error.problem}", place=str(folder), remedy=remedy) from error


def _place(folder: Path, key: str) -> Path:
    # Two letters a folder keep listings short when an archive has a million documents.
    return folder / key[:2] / (key + _SUFFIX)
