"""Nouns for agreements that tell of none that was made."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.treaties import no_agreement
from tests.extract.analysed import analysed
from tests.extract.mentions import RUSSIA, mention, named
from tests.grammar.trees import at, tree

TREATY = """
left     leave   VERB  VBD  0 ROOT
the      the     DET   DT   4 det
{0}      {0}     {1}   {2}  4 compound
{3}      treaty  {4}   {5}  1 obj
"""


@pytest.mark.parametrize(
    ("before", "pos", "tag", "noun", "noun_tag", "parties", "by_name"),
    [
        ("Algiers", "PROPN", "NNP", "Treaty", "NNP", (), True),
        ("Algiers", "PROPN", "NNP", "Treaty", "NNP", (named("participant", RUSSIA),), False),
        ("border", "NOUN", "NN", "treaty", "NN", (), False),
    ],
)
def test_a_treaty_by_its_name_is_made_by_nobody_here(
    before: str, pos: str, tag: str, noun: str, noun_tag: str, parties: tuple, *, by_name: bool
) -> None:
    doc = tree(TREATY.format(before, pos, tag, noun, "PROPN" if noun_tag == "NNP" else "NOUN", noun_tag))
    token = at(doc, noun)
    told = mention("Agreement", *parties, at=token.idx, rule="agreement-n", is_noun=True)
    assert bool(no_agreement(told, token, analysed(doc))) is by_name
