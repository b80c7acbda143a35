"""What the readers of events share: the parse of a document with its mentions and dates, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.participants.indexing import index_mentions
from kg.grammar.time.counted_days import counted_dates
from kg.grammar.time.dates import Dates, find_dates

if TYPE_CHECKING:
    from kg.extract.participants.mentions import MentionIndex
    from kg.grammar.tree import Doc
    from kg.knowledge import Knowledge
    from kg.knowledge.participants import ParticipantKinds
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words
    from kg.records import Document, Resolution


@dataclass(frozen=True, slots=True)
class Analysis:
    """A parsed document with the mentions of its entities, its dates, and what is known before it is read.

    `dated` are the tokens that are part of a date.
    """

    doc: Doc
    index: MentionIndex
    dates: Dates
    dated: frozenset[int]
    knowledge: Knowledge

    @property
    def words(self) -> Words:
        """The words of the language."""
        return self.knowledge.words

    @property
    def taxonomy(self) -> Taxonomy:
        """The classes and properties."""
        return self.knowledge.taxonomy

    @property
    def kinds(self) -> ParticipantKinds:
        """The kinds of participants without a name."""
        return self.knowledge.participants


def analyse(doc: Doc, document: Document, resolution: Resolution, knowledge: Knowledge) -> Analysis:
    """Return the analysis of a parsed document whose entities are resolved."""
    dates = find_dates(doc, knowledge.words, published=document.date)
    dates = Dates.among((*dates, *counted_dates(doc, dates, knowledge.words)))
    dated = frozenset(token for date in dates for token in range(date.start, date.end))
    return Analysis(doc, index_mentions(doc, resolution, knowledge), dates, dated, knowledge)
