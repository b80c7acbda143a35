from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session", autouse=True)
def _pipeline(nlp: Language) -> None:
    """Load the pipeline before any build: the processes that it starts inherit it."""
