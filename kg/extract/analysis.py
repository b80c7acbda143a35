"""What the readers of events share: the parse of a document with its mentions and dates, worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.participants.indexing import index_mentions
from kg.extract.participants.mentions import MentionIndex
from kg.grammar.time.counted_days import counted_dates
from kg.grammar.time.dates import Dates, find_dates
from kg.grammar.tree import Doc
from kg.knowledge import Knowledge
from kg.knowledge.participants import ParticipantKinds
from kg.knowledge.taxonomy import Taxonomy
from kg.knowledge.words import Words

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.records import Document, Resolution


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """A parsed document with the mentions of its entities, its dates, and what is known before it is read.

    `dated` are the tokens that are part of a date; `tokens` are all of them by where they begin.
    """

    doc: Doc
    tokens: Mapping[int, Token]
    index: MentionIndex
    dates: Dates
    dated: frozenset[int]
    knowledge: Knowledge
    words: Words
    taxonomy: Taxonomy
    kinds: ParticipantKinds

    @classmethod
    def of(cls, doc: Doc, index: MentionIndex, dates: Dates, dated: frozenset[int], knowledge: Knowledge) -> Analysis:
        """Return the analysis with what is known of words, classes, and kinds of participants without a name."""
        known = (knowledge.words, knowledge.taxonomy, knowledge.participants)
        return cls(doc, {token.idx: token for token in doc}, index, dates, dated, knowledge, *known)


def analyse(doc: Doc, document: Document, resolution: Resolution, knowledge: Knowledge) -> Analysis:
    """Return the analysis of a parsed document whose entities are resolved."""
    dates = find_dates(doc, knowledge.words, published=document.date)
    dates = Dates.among((*dates, *counted_dates(doc, dates, knowledge.words)))
    dated = frozenset(token for date in dates for token in range(date.start, date.end))
    return Analysis.of(doc, index_mentions(doc, resolution, knowledge), dates, dated, knowledge)
