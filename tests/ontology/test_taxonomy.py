from __future__ import annotations

import pytest

from kg.records import Term
from tests.known import KNOWLEDGE


@pytest.mark.parametrize(
    ("kind", "is_open"), [("Conversation", True), ("Call", False), ("Meeting", False), ("Negotiation", False)]
)
def test_talks_of_no_sort_are_open_and_those_of_a_sort_are_not(kind: str, *, is_open: bool) -> None:
    assert KNOWLEDGE.taxonomy.is_open(Term(kind)) is is_open
