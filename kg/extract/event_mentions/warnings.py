"""Warnings against a deed: who is warned against force is threatened, who is warned against else is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.event_mentions.captors import of_class
from kg.grammar.syntax import marks_of
from kg.grammar.words import evokes
from kg.records import Term

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.records import EventMention

THREAT, DEMAND, FORCE = Term("Threat"), Term("Demand"), frozenset({Term("Attack"), Term("Threat")})


def as_demand(mention: EventMention, analysis: Analysis) -> EventMention:
    """Return a threat as a demand where it is told that somebody is not to do what is no force: "against meddling".

    No harm is told then, as the annotation of the training corpus has it, in eight of eight such sentences.
    """
    if mention.kind != THREAT:
        return mention
    words, verb = analysis.words, analysis.tokens[mention.trigger.start]
    against = [child for child in verb.rights if marks_of(child) & words.prepositions.opposed]
    leaves = bool(against) and not any(evokes(deed, FORCE, words, analysis.taxonomy) for deed in against)
    return of_class(mention, DEMAND) if leaves else mention
