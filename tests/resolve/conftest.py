from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.knowledge.reference import load_reference
from kg.language import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.language import Language

    from kg.knowledge.reference import Resource


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="session")
def reference() -> Mapping[str, Resource]:
    return load_reference()
