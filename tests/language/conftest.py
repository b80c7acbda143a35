from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kg

if TYPE_CHECKING:
    from spacy.language import Language

# The recipe is not part of the package, but the rules by which it reads corpora are tested all the same.
sys.path.append(str(Path(__file__).parents[2]))


@pytest.fixture(scope="session")
def nlp() -> Language:
    return kg.load()
