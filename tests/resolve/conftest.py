from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.language import load
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.knowledge import Knowledge


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return KNOWLEDGE
