"""What is dated after its own publication: it is still to come, or the day is not its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kg.grammar.time.tense import clause_head
from kg.periods import days_of
from kg.records import Factuality

if TYPE_CHECKING:
    from datetime import date

    from kg.extract.analysis import Analysis
    from kg.records import EventMention

SLACK = timedelta(days=1)  # where the news happens it may already be tomorrow
PAST = frozenset({"VBD", "VBN"})


def as_to_come(mention: EventMention, published: date | None, analysis: Analysis) -> EventMention:
    """Return a mention that is told as a fact and dated after publication as planned: "takes effect on July 15".

    What is told in the past tense, or ends on that day, has happened on another: the day is left out.
    """
    if mention.factuality is not Factuality.ASSERTED or mention.date is None or published is None:
        return mention
    if days_of(mention.date.value).first <= published + SLACK:
        return mention
    trigger = analysis.tokens[mention.trigger.start]
    verb = clause_head(trigger)
    ends = verb.i != trigger.i and verb.lemma_.lower() in analysis.words.factuality.ending_verb
    happened = verb.tag_ in PAST and not any(child.tag_ == "MD" for child in verb.children)
    return replace(mention, date=None) if happened or ends else replace(mention, factuality=Factuality.PLANNED)
