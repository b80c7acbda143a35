"""The packaged weights are those that were published: their SHA-256, checked whenever they are loaded."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from kg.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

SUMS: Final = "SHA256SUMS"
_CHUNK: Final = 1 << 20


def check(folder: Path, sums: Path) -> None:
    """Raise ModelError where a file of a pipeline is not the one of which `sums` has the digest, or is not there."""
    for line in sums.read_text(encoding="utf-8").splitlines():
        digest, name = line.split(maxsplit=1)
        file = folder / name
        if not file.is_file() or _digest(file) != digest:
            problem = "is not the file that was published with this version"
            raise ModelError(
                problem, place=str(file), remedy="reinstall newskg, or name a pipeline of yours with --model"
            )


def sums_of(folder: Path) -> str:
    """Return the lines of such a file for a folder, sorted by name, in the manner of sha256sum."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return "".join(f"{_digest(file)}  {file.relative_to(folder).as_posix()}\n" for file in files)


def _digest(path: Path) -> str:
    whole = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            whole.update(chunk)
    return whole.hexdigest()
