"""Who holds people: a state or a court by law, a gang or rebels by force."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.event_mentions.armed_groups import is_armed_group
from kg.extract.event_mentions.captors import as_abduction
from tests.extract.analysed import analysed
from tests.extract.mentions import mention, named, unnamed
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


def test_an_armed_group_goes_by_reference_data_or_by_the_last_word_of_its_name() -> None:
    text = "Boko_Haram boko_haram PROPN NNP 0 ROOT\n{0} {0} PROPN NNP 1 flat\nKenya kenya PROPN NNP 1 flat"
    for word in ("Mawozo-gang", "Mawozo-party"):
        doc = tree(text.format(word))
        names = {"Boko_Haram": "organization/boko-haram", "Kenya": "country/kenya", word: "Organization"}
        analysis = analysed(doc, **names)
        entities = [replace(e, name=e.name.replace("-", " ")) for e in analysis.index.entities]
        analysis = replace(analysis, index=replace(analysis.index, entities=tuple(entities)))
        found = [is_armed_group(named("actor", number), analysis) for number in range(3)]
        assert found == [True, False, word == "Mawozo-gang"]
