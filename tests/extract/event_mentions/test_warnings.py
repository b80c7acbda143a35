"""Who is warned against force is threatened, who is warned against something else is asked to leave it."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.warnings import as_demand
from tests.extract.analysed import analysed
from tests.extract.mentions import mention
from tests.grammar.trees import tree

WARNED = """
warned warn VERB VBD 0 ROOT
Togo Togo PROPN NNP 1 obj
against against SCONJ IN 4 mark
{deed} VERB VBG 1 advcl
"""


@pytest.mark.parametrize(
    ("kind", "deed", "told"),
    [
        ("Threat", "meddling meddle", "Demand"),
        ("Threat", "shelling shell", "Threat"),
        ("Accusation", "meddling meddle", "Accusation"),
    ],
)
def test_a_warning_against_no_force_is_a_demand(kind: str, deed: str, told: str) -> None:
    analysis = analysed(tree(WARNED.format(deed=deed)))
    assert as_demand(mention(kind), analysis).kind == told
