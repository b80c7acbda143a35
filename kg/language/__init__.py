"""The language model: a small encoder for tags, syntax and names, as an ordinary spaCy pipeline."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ModelError
from kg.files import digest_of_files
from kg.language.weights import SUMS, check

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).parent / "model"
EVENTS = "kg_events"
"""The factory of the component that reads events."""


def load(name_or_path: str | None = None) -> Language:
    """Return the packaged pipeline, or any other that `spacy.load` finds; raises ModelError where it finds none."""
    import spacy

    import kg.language.components  # noqa: F401  (registers the factories where no entry point does)

    if name_or_path is None:
        check(MODEL, MODEL.parent / SUMS)
    try:
        nlp = spacy.load(MODEL if name_or_path is None else name_or_path)
    except Exception as error:
        # A package of that name that is no pipeline fails in its own way: "click" has no function load.
        remedy = (
            "reinstall newskg" if name_or_path is None else "give the name or folder of an installed spaCy pipeline"
        )
        place = str(name_or_path or MODEL)
        raise ModelError("no spaCy pipeline that can be loaded", place=place, remedy=remedy) from error
    # Documents have a bound of their own; what a program gives is read whatever its length.
    nlp.max_length = sys.maxsize
    return nlp


def digest(name_or_path: str | None = None) -> str:
    """Return the SHA-256 of all files of a pipeline that `load` finds; raises ModelError where there are none."""
    folder = _folder(name_or_path)
    # Weights are often kept elsewhere, with a link to their folder.
    parents = ((Path(parent), names) for parent, _, names in os.walk(folder, followlinks=True))
    files = [parent / name for parent, names in parents if parent.name != "__pycache__" for name in names]
    return digest_of_files(filter(Path.is_file, files), root=folder)


def reads_events(name_or_path: str | None = None) -> bool:
    """Say whether a pipeline that `load` finds reads events by itself; raises ModelError where there is none."""
    if name_or_path is None:
        return True
    from spacy.util import load_config

    configurations = map(load_config, _folder(name_or_path).rglob("config.cfg"))
    parts = (part for configuration in configurations for part in configuration.get("components", {}).values())
    return any(part.get("factory") == EVENTS for part in parts)


def _folder(name_or_path: str | None) -> Path:
    if name_or_path is None:
        return MODEL
    from spacy.util import get_package_path, is_package

    # As spaCy has it, an installed package goes before a folder of its name.
    if is_package(name_or_path):
        return get_package_path(name_or_path)
    folder = Path(name_or_path)
    if not folder.is_dir():
        remedy = "give the name or folder of an installed spaCy pipeline"
        raise ModelError("no spaCy pipeline", place=str(name_or_path), remedy=remedy)
    return folder
