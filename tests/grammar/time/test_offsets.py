from __future__ import annotations

import pytest

from kg.grammar.time.offsets import relative_offsets, unit_of
from tests.grammar.trees import at, tree, unparsed
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words


@pytest.mark.parametrize(("word", "unit"), [("day", "P1D"), ("weeks", "P7D"), ("years", "P1Y"), ("tanks", None)])
def test_a_unit_of_time_is_known_in_the_singular_and_the_plural(word: str, unit: str | None) -> None:
    assert unit_of(unparsed(word)[0], WORDS) == unit


AFTER = """
two   two   NUM   CD  2 nummod
days  day   NOUN  NNS 5 obl
after after SCONJ IN  5 mark
it    it    PRON  PRP 5 nsubj
fell  fall  VERB  VBD 0 ROOT
"""


def test_an_offset_has_its_amount_its_direction_and_what_it_counts_from() -> None:
    doc = tree(AFTER)
    (offset,) = relative_offsets(doc, WORDS)
    assert (offset.start, offset.end, offset.amount, offset.unit) == (0, 3, 2, "P1D")
    assert offset.direction > 0
    assert offset.anchor is at(doc, "fell")


def test_an_offset_without_a_number_has_no_amount_and_one_article_is_one() -> None:
    (several,) = relative_offsets(tree(AFTER.replace("two   two   NUM   CD ", "long  long  ADJ   JJ ")), WORDS)
    (single,) = relative_offsets(tree(AFTER.replace("two   two   NUM   CD ", "a     a     DET   DT ")), WORDS)
    assert (several.amount, several.start, single.amount, single.start) == (None, 1, 1, 0)


def test_a_unit_before_any_other_word_counts_from_nothing() -> None:
    assert relative_offsets(tree(AFTER.replace("after after", "that  that ")), WORDS) == ()
