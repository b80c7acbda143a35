"""Who holds people: a state or a court by law, a gang or rebels by force."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.captors import as_abduction
from tests.extract.analysed import analysed
from tests.extract.mentions import mention, unnamed
from tests.grammar.trees import tree

ANALYSIS = analysed(tree("held hold VERB VBD 0 ROOT"))


@pytest.mark.parametrize(
    ("kind", "actors", "told"),
    [
        ("Arrest", [unnamed("actor", "armed-group")], "Abduction"),
        ("Arrest", [unnamed("actor", "police")], "Arrest"),
        ("Arrest", [unnamed("actor", "armed-group"), unnamed("actor", "police")], "Arrest"),
        ("Arrest", [], "Arrest"),
        ("Attack", [unnamed("actor", "armed-group")], "Attack"),
    ],
)
def test_what_armed_groups_alone_do_is_an_abduction(kind: str, actors: list[object], told: str) -> None:
    assert as_abduction(mention(kind, *actors), ANALYSIS).kind == told  # type: ignore[arg-type]
