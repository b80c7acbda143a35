"""Who is meant by the last word of a description."""

from __future__ import annotations

import pytest

from kg.extract.participants.repeated import first_told
from tests.grammar.trees import joined
from tests.known import KNOWLEDGE

MET = "the the DET DT 3 det\n{0} {0} ADJ JJ 3 amod\nunion union NOUN NN 4 nsubj\nmet meet VERB VBD 0 ROOT"
SAID = "{0} {0} DET DT 2 det\nunion union NOUN NN 3 nsubj\nspoke speak VERB VBD 0 ROOT"


@pytest.mark.parametrize(
    ("before", "article", "told"),
    [(["Laotian"], "the", 2), (["Laotian"], "a", 5), (["Laotian", "Thai"], "the", 9), ([], "the", 1)],
)
def test_the_bare_noun_is_the_one_of_its_kind_told_of_before(before: list[str], article: str, told: int) -> None:
    doc = joined(*(MET.format(word) for word in before), SAID.format(article))
    assert first_told(doc[-2], KNOWLEDGE.words).i == told
