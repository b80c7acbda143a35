"""What the reference data calls a body is no person, whatever a model says."""

from __future__ import annotations

import pytest

from kg.resolve.names.bodies import without_bodies
from kg.resolve.names.spans import Name
from tests.grammar.trees import marked
from tests.resolve.contexts import context_of


@pytest.mark.parametrize(("words", "person"), [("Boko Haram", False), ("Ann Low", True), ("Boko Lo", True)])
def test_the_whole_name_of_a_body_is_no_persons(words: str, person: bool) -> None:
    first, last = words.split()
    name = Name(0, 2, (first.lower(), last.lower()), None, "model")
    found = list(without_bodies(context_of(marked(f"{words} spoke")), [name]))
    assert found == ([name] if person else [])
