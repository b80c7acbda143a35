from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import kg.language

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    return kg.language.load()
