"""The mentions that resolve found, put at the tokens that head their words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.extract.participants.mentions import MentionIndex, start_of
from kg.extract.participants.peoples import are_some_people
from kg.grammar.hyphens import is_only_stood_by

if TYPE_CHECKING:
    from kg.grammar.tree import Doc
    from kg.knowledge import Knowledge
    from kg.records import Mention, Resolution


def index_mentions(doc: Doc, resolution: Resolution, knowledge: Knowledge) -> MentionIndex:
    """Return the document's mentions by head token; a span that fits no tokens is widened to those it touches."""
    heads: defaultdict[int, list[Mention]] = defaultdict(list)
    peoples: dict[int, Mention] = {}
    covered: set[int] = set()
    for mention in resolution.mentions:
        start, end = mention.span.start, mention.span.end
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or is_only_stood_by(doc.text, start, end, knowledge.words):
            continue
        root = span.root
        if are_some_people(root, mention, resolution.entities[mention.entity], knowledge.words):
            peoples[root.i] = mention
        else:
            heads[root.i].append(mention)
            covered.update(range(span.start, span.end))
    longest = {i: _longest(found) for i, found in heads.items()}
    ordered = tuple(sorted((mention for found in longest.values() for mention in found), key=start_of))
    return MentionIndex(longest, peoples, ordered, frozenset(covered), resolution.entities, knowledge, doc.text)


def _longest(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Of mentions with one head only the longest count: "the US and Russian leaders" are not the US."""
    if len(mentions) == 1:
        return tuple(mentions)
    length = max(mention.span.end - mention.span.start for mention in mentions)
    return tuple(mention for mention in mentions if mention.span.end - mention.span.start == length)
