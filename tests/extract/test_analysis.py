"""What is worked out once of a document for all readers."""

from __future__ import annotations

from datetime import date

from kg.extract.analysis import analyse
from kg.records import Document, Entity, Resolution, Term
from tests.building import mention
from tests.grammar.spaced import spaced
from tests.known import KNOWLEDGE

TEXT = "Iran struck on Monday. Two days later Iran struck again."
DOC = spaced(
    TEXT,
    """
Iran iran PROPN NNP 2 nsubj
struck strike VERB VBD 0 ROOT
on on ADP IN 4 case
Monday monday PROPN NNP 2 obl
. . PUNCT . 2 punct
Two two NUM CD 7 nummod
days day NOUN NNS 8 obl:unmarked
later later ADV RB 10 advmod
Iran iran PROPN NNP 10 nsubj
struck strike VERB VBD 0 ROOT
again again ADV RB 10 advmod
. . PUNCT . 10 punct
""",
)
RESOLUTION = Resolution((Entity(Term("Country"), "Iran"),), (mention(TEXT, 0, "Iran"),), ())
FRIDAY = date(2025, 7, 4)


def test_dates_are_found_with_those_that_are_counted_from_others() -> None:
    analysis = analyse(DOC, Document("x", TEXT, FRIDAY), RESOLUTION, KNOWLEDGE)
    assert [one.value.value for one in analysis.dates if one.value is not None] == ["2025-06-30", "2025-07-02"]
    assert {DOC[i].text for i in analysis.dated} == {"Monday", "Two", "days", "later"}


def test_a_day_is_seen_from_that_of_the_document() -> None:
    later = analyse(DOC, Document("x", TEXT, date(2025, 7, 11)), RESOLUTION, KNOWLEDGE)
    assert next(one.value.value for one in later.dates if one.value is not None) == "2025-07-07"


def test_mentions_are_those_that_were_resolved_and_knowledge_is_handed_on() -> None:
    analysis = analyse(DOC, Document("x", TEXT, FRIDAY), RESOLUTION, KNOWLEDGE)
    assert (analysis.index.ordered, analysis.index.entities) == (RESOLUTION.mentions, RESOLUTION.entities)
    assert analysis.words is KNOWLEDGE.words
    assert analysis.taxonomy is KNOWLEDGE.taxonomy
    assert analysis.kinds is KNOWLEDGE.participants
