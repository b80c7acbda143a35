"""Records of documents on disk, found by the digest of all that they depend on: a rebuild reads only what changed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.serialize import VERSION, from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.records import Document, DocumentRecord

_SUFFIX = ".json"


def digest_of_files(paths: Iterable[Path], *, root: Path) -> str:
    """Return the SHA-256 of files by their names under `root` and their bytes, whatever their order."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(root).as_posix()}\0{content}\0".encode())
    return whole.hexdigest()


def record_key(document: Document, *, model: str, ontology: str, code: str) -> str:
    """Return the key of a document: SHA-256 of all that its record depends on."""
    parts = [f"{name}={value!r}" for name, value in sorted(asdict(document).items())]
    parts += [f"model={model!r}", f"ontology={ontology!r}", f"code={code!r}", f"version={VERSION}"]
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
        place.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=place.parent, prefix=f".{key[:8]}")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
            Path(name).replace(place)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        remedy = "choose another cache folder, or build without one"
        raise InputError(f"the cache can not be written: {error.strerror}", place=str(folder), remedy=remedy) from error


def _place(folder: Path, key: str) -> Path:
    # Two letters a folder keep listings short when an archive has a million documents.
    return folder / key[:2] / (key + _SUFFIX)
