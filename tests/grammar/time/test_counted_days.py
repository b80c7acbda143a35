"""Days that are counted from another event, where one of the two days is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.grammar.time.counted_days import counted_dates
from kg.grammar.time.dates import DateKind, DateMention, Dates
from kg.records import DateBasis, EventDate
from tests.grammar.trees import at, joined, tree
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.tree import Doc

# "It fell two days after they met on Friday."
TWO_DAYS_AFTER = """
It     it     PRON  PRP 2 nsubj
fell   fall   VERB  VBD 0 ROOT
two    two    NUM   CD  4 nummod
days   day    NOUN  NNS 2 obl
after  after  SCONJ IN  7 mark
they   they   PRON  PRP 7 nsubj
met    meet   VERB  VBD 2 advcl
on     on     ADP   IN  9 case
Friday Friday PROPN NNP 7 obl
"""
THERE = """
It     it     PRON  PRP 2 nsubj
fell   fall   VERB  VBD 0 ROOT
there  there  ADV   RB  2 advmod
two    two    NUM   CD  5 nummod
days   day    NOUN  NNS 2 obl
after  after  SCONJ IN  8 mark
they   they   PRON  PRP 8 nsubj
met    meet   VERB  VBD 2 advcl
on     on     ADP   IN  10 case
Friday Friday PROPN NNP 8 obl
"""
BEFORE = """
They   they   PRON  PRP 2 nsubj
met    meet   VERB  VBD 0 ROOT
on     on     ADP   IN  4 case
Friday Friday PROPN NNP 2 obl
.      .      PUNCT .   2 punct
"""
NEXT_DAY = """
The    the    DET   DT  3 det
next   next   ADJ   JJ  3 amod
day    day    NOUN  NN  5 obl:tmod
it     it     PRON  PRP 5 nsubj
fell   fall   VERB  VBD 0 ROOT
"""


def day(value: str, doc: Doc, word: str = "Friday", kind: DateKind = DateKind.POINT) -> DateMention:
    place = at(doc, word).i
    return DateMention(place, place + 1, EventDate(value, DateBasis.EXPLICIT), kind)


def counted(doc: Doc, *mentions: DateMention) -> list[tuple[str, str]]:
    """Whose days are told, and what they are."""
    found = counted_dates(doc, Dates.among(mentions), KNOWLEDGE.words)
    return [(doc[one.of].text, one.value.value) for one in found if one.of is not None and one.value is not None]


def test_the_day_of_one_event_and_the_distance_tell_that_of_the_other() -> None:
    doc = tree(TWO_DAYS_AFTER)
    assert counted(doc, day("2025-07-04", doc)) == [("fell", "2025-07-06")]
    other = tree(TWO_DAYS_AFTER.replace("PROPN NNP 7", "PROPN NNP 2"))  # it fell on Friday
    assert counted(other, day("2025-07-04", other)) == [("met", "2025-07-02")]


def test_before_counts_backwards_and_weeks_have_seven_days() -> None:
    doc = tree(TWO_DAYS_AFTER.replace("after  after ", "before before").replace("days   day ", "weeks  week"))
    assert counted(doc, day("2025-07-04", doc)) == [("fell", "2025-06-20")]


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("days   day ", "hours  hour"),
        ("two    two    NUM   CD ", "some   some   DET   DT "),
        ("there  there  ADV   RB  2 advmod", "about  about  ADV   RB  4 advmod"),
        ("there  there  ADV   RB  2 advmod", "for    for    ADP   IN  5 case"),
    ],
)
def test_a_distance_that_is_not_sure_in_days_tells_nothing(words: str, others: str) -> None:
    doc = tree(THERE)
    assert counted(doc, day("2025-07-04", doc)) == [("fell", "2025-07-06")]
    doc = tree(THERE.replace(words, others))
    assert counted(doc, day("2025-07-04", doc)) == []


def test_months_and_years_tell_the_month_or_year_of_the_other() -> None:
    for unit, value in (("months month", "2025-09"), ("years  year ", "2027")):
        doc = tree(TWO_DAYS_AFTER.replace("days   day ", unit))
        assert counted(doc, day("2025-07-04", doc)) == [("fell", value)]
        other = tree(TWO_DAYS_AFTER.replace("days   day ", unit).replace("PROPN NNP 7", "PROPN NNP 2"))
        assert counted(other, day("2025-07-04", other)) == [("met", {"2025-09": "2025-05", "2027": "2023"}[value])]


def test_some_days_tell_only_that_the_day_is_another() -> None:
    doc = tree(TWO_DAYS_AFTER.replace("two    two    NUM   CD ", "some   some   DET   DT ").replace("NNP 7", "NNP 2"))
    (one,) = [*counted_dates(doc, Dates.among((day("2025-07-04", doc),)), KNOWLEDGE.words)]
    assert (one.of, one.value) == (at(doc, "met").i, None)


def test_a_month_is_no_day_to_count_from() -> None:
    doc = tree(TWO_DAYS_AFTER)
    assert counted(doc, day("2025-07", doc)) == []


def test_the_next_day_counts_from_the_last_day_of_the_sentence_before() -> None:
    doc = joined(BEFORE, NEXT_DAY)
    assert counted(doc, day("2025-07-04", doc)) == [("fell", "2025-07-05")]
    assert counted(doc, day("2025-07", doc)) == []
    assert counted(doc, day("2025-07-04", doc, kind=DateKind.SINCE)) == []


def test_a_day_of_two_sentences_before_is_too_far() -> None:
    doc = joined(BEFORE, BEFORE.replace("Friday Friday", "Kyiv   Kyiv  "), NEXT_DAY)
    assert counted(doc, day("2025-07-04", doc)) == []


def test_the_next_day_that_is_named_speaks_for_itself() -> None:
    named = NEXT_DAY + "on     on     ADP   IN  7 case\nMonday Monday PROPN NNP 5 obl\n"
    doc = joined(BEFORE, named)
    assert counted(doc, day("2025-07-04", doc), day("2025-07-07", doc, "Monday")) == []


def test_the_day_of_a_clause_that_tells_which_counts_from_nothing() -> None:
    clause = NEXT_DAY + "they   they   PRON  PRP 7 nsubj\nleft   leave  VERB  VBD 3 acl:relcl\n"
    doc = joined(BEFORE, clause)
    assert counted(doc, day("2025-07-04", doc)) == []
