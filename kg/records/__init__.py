"""The data that the stages hand to one another: plain, frozen, hashable and serialisable.

Spans count characters of `Document.text`. Entities and events are referred to by their index in the `DocumentRecord`
that holds them; across documents a `Member` names the document and the index.
"""

from kg.records.collection import Cluster, Collection, DocumentRecord, Member, Merge
from kg.records.documents import Document, Span, Term
from kg.records.entities import Entity, Mention, MentionKind, Resolution, Tenure, Unnamed
from kg.records.event_mentions import EventMention, Fate, MentionArgument, Outcome
from kg.records.events import Argument, Attribute, Event, Figure
from kg.records.evidence import STRENGTH, DateBasis, EventDate, Evidence, Factuality

__all__ = [
    "STRENGTH",
    "Argument",
    "Attribute",
    "Cluster",
    "Collection",
    "DateBasis",
    "Document",
    "DocumentRecord",
    "Entity",
    "Event",
    "EventDate",
    "EventMention",
    "Evidence",
    "Factuality",
    "Fate",
    "Figure",
    "Member",
    "Mention",
    "MentionArgument",
    "MentionKind",
    "Merge",
    "Outcome",
    "Resolution",
    "Span",
    "Tenure",
    "Term",
    "Unnamed",
]
