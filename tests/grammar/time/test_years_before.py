"""Which numbers before a noun are its year, and which only count."""

from __future__ import annotations

import pytest

from kg.grammar.time.dates import date_of, find_dates
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE

ATTACKS = """
the the DET DT 5 det
{year} {year} NUM CD 5 nummod
{middle} {middle} {tags} 5 compound
bomb bomb NOUN NN 5 compound
{noun}
"""


@pytest.mark.parametrize(
    ("year", "middle", "tags", "noun", "dated"),
    [
        ("2002", "Bali", "PROPN NNP", "attacks attack NOUN NNS 0 ROOT", "2002"),
        ("2002", "Balinese", "ADJ JJ", "attack attack NOUN NN 0 ROOT", "2002"),
        ("2000", "Russian", "ADJ JJ", "troops troop NOUN NNS 0 ROOT", None),
        ("2000", "Russian", "ADJ JJ", "treaty treaty NOUN NN 0 ROOT", "2000"),
        ("2002", "very", "ADV RB", "attacks attack NOUN NNS 0 ROOT", None),
    ],
)
def test_a_number_before_a_noun_is_its_year_unless_it_may_count(
    year: str, middle: str, tags: str, noun: str, dated: str | None
) -> None:
    doc = tree(ATTACKS.format(year=year, middle=middle, tags=tags, noun=noun))
    found = date_of(doc[4], find_dates(doc, KNOWLEDGE.words, published=None), KNOWLEDGE.words)
    assert (None if found is None or found.value is None else found.value.value) == dated


ACCORD = """
a a DET DT 4 det
2002 2002 NUM CD 4 nummod
ceasefire ceasefire NOUN NN 4 compound
accord accord NOUN NN 0 ROOT
"""


def test_what_stands_before_a_noun_has_its_year() -> None:
    doc = tree(ACCORD)
    found = date_of(doc[2], find_dates(doc, KNOWLEDGE.words, published=None), KNOWLEDGE.words)
    assert found is not None
    assert found.value is not None
    assert found.value.value == "2002"


BLAMED = """
They they PRON PRP 3 nsubj:pass
were be AUX VBD 3 aux:pass
{verb} 0 ROOT
in in ADP IN 7 case
the the DET DT 7 det
2002 2002 NUM CD 7 nummod
attack attack NOUN NN 3 obl
"""


@pytest.mark.parametrize(("verb", "dated"), [("blamed blame VERB VBN", False), ("killed kill VERB VBN", True)])
def test_the_year_of_what_is_spoken_of_is_none_of_the_speech(verb: str, *, dated: bool) -> None:
    doc = tree(BLAMED.format(verb=verb))
    found = date_of(doc[2], find_dates(doc, KNOWLEDGE.words, published=None), KNOWLEDGE.words)
    assert (found is not None) is dated
