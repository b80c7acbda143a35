"""Files that are archives inside (.docx, .xlsx), kept from unfolding to more than a machine holds."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Final

from kg.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 200_000_000
"""Bytes that the parts of such a file may take unpacked."""


def check_packed(path: Path) -> None:
    """Raise InputError for a file that is no archive, or whose parts take more than LARGEST bytes unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as error:
        remedy = f"save it anew as {path.suffix.lower()}"
        raise InputError(f"is no {path.suffix.lower()} file", place=str(path), remedy=remedy) from error
    if size > LARGEST:
        problem = f"unpacks to more than {LARGEST:,} bytes"
        raise InputError(problem, place=str(path), remedy="split it into articles")
