"""Who fights without being a state: by reference data, by the last word of a name, by words for people without one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.arguments.armed_groups import is_armed_group, is_of_a_state
from tests.extract.analysed import analysed
from tests.extract.mentions import named, unnamed
from tests.grammar.trees import tree


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


@pytest.mark.parametrize(
    ("kind", "armed"),
    [("armed-group", True), ("police", False), ("armed-force", False), ("market", False), (None, False)],
)
def test_armed_people_without_a_name_are_one_unless_they_are_of_a_state(kind: str | None, *, armed: bool) -> None:
    analysis = analysed(tree("held hold VERB VBD 0 ROOT"))
    assert is_armed_group(unnamed("actor", kind), analysis) is armed


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("armed-group", False),
        ("police", True),
        ("government", True),
        ("attacker", None),
        ("market", None),
        (None, None),
    ],
)
def test_a_force_or_government_is_of_a_state_and_gunmen_may_be_anybody_s(
    kind: str | None, *, state: bool | None
) -> None:
    analysis = analysed(tree("Kenya kenya PROPN NNP 0 ROOT"), Kenya="country/kenya")
    assert is_of_a_state(unnamed("attacker", kind), analysis) is state
    assert is_of_a_state(named("attacker", 0), analysis) is True
