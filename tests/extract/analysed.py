"""Analyses of hand-made trees whose names are given: what readers and their rules ask, without a parser or names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.analysis import Analysis
from kg.extract.participants.indexing import index_mentions
from kg.grammar.time.dates import Dates
from kg.records import Entity, Mention, MentionKind, Resolution, Span, Term
from tests.grammar.trees import at
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.tree import Doc

ID = "https://w3id.org/newskg/id/"


def analysed(doc: Doc, **names: str) -> Analysis:
    """Return the analysis of a tree where each word given is a name: its class, or the IRI path of a resource."""
    entities, mentions = [], []
    for i, (word, what) in enumerate(names.items()):
        resource = KNOWLEDGE.reference.get(ID + what)
        kind = Term(what) if resource is None else resource.kind
        iri, country = (None, None) if resource is None else (resource.iri, resource.country)
        entities.append(Entity(kind, word, (word,), reference=iri, country=country))
        start = at(doc, word).idx
        mentions.append(Mention(Span(start, start + len(word)), i, MentionKind.NAME, "test"))
    resolution = Resolution(tuple(entities), tuple(mentions), ())
    return Analysis.of(doc, index_mentions(doc, resolution, KNOWLEDGE), Dates.among(()), frozenset(), KNOWLEDGE)
