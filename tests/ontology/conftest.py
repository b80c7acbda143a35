from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.reference import Resource


@pytest.fixture(scope="session")
def reference() -> Mapping[str, Resource]:
    return KNOWLEDGE.reference
