from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.grammar.parses import tree_of
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.knowledge import Knowledge
    from tests.resolve.reading import Reading


@pytest.fixture(scope="session")
def nlp(nlp: Language) -> Reading:
    return lambda text: tree_of(nlp(text))


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return KNOWLEDGE
