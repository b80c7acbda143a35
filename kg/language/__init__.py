"""The language model: a small encoder for tags, syntax and names, as an ordinary spaCy pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(__file__).parent / "model"


def load(name_or_path: str | None = None) -> Language:
    """Return the packaged pipeline, or any other that `spacy.load` finds; raises ModelError where it finds none."""
    import spacy

    import kg.language.components  # noqa: F401  (registers the factories where no entry point does)

    try:
        return spacy.load(MODEL if name_or_path is None else name_or_path)
    except (OSError, ValueError) as error:
        remedy = (
            "reinstall newskg" if name_or_path is None else "give the name or folder of an installed spaCy pipeline"
        )
        place = str(name_or_path or MODEL)
        raise ModelError("no spaCy pipeline that can be loaded", place=place, remedy=remedy) from error
