from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.grammar.parses import tree_of
from kg.language import load
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.knowledge import Knowledge
    from tests.resolve.reading import Reading


@pytest.fixture(scope="session")
def nlp() -> Reading:
    pipeline = load()
    return lambda text: tree_of(pipeline(text))


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return KNOWLEDGE
