"""Talks where somebody is on a visit are held on it: "visited Lima, where they discussed copper"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.event_mentions.captors import of_class
from kg.extract.gate import LEARNT
from kg.grammar.syntax import marker_of
from kg.knowledge.taxonomy import PARTICIPANT
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words
    from kg.records import EventMention

CONVERSATION, MEETING, VISIT = Term("Conversation"), Term("Meeting"), Term("Visit")
PERSON, PLACE = Term("Person"), Term("place")
CLAUSES = frozenset({"acl:relcl", "advcl:relcl", "advcl"})
INSIDE = frozenset({"obj", "obl", "xcomp", "nsubj:pass", "conj"})
RELATIVE = "WDT"
PARTIES = 2


def with_talks_on_visits(mentions: Sequence[EventMention], analysis: Analysis) -> list[EventMention]:
    """Return the mentions, with talks that a clause of place tells of a visit linked to it, which is a meeting then."""
    talks = [m for m in mentions if analysis.taxonomy.is_a(m.kind, CONVERSATION) and _is_between_two(m)]
    held: dict[int, int] = {}
    by_trigger = {mention.trigger.start: mention for mention in mentions}
    for talk in talks:
        for place in _visits_over(analysis.tokens[talk.trigger.start], analysis.words):
            visit = by_trigger.get(place.idx)
            if visit is not None and _is_of_one(visit, talk, analysis):
                held[talk.trigger.start] = place.idx
                break
    return [_told_with(mention, held) for mention in mentions] if held else list(mentions)


def as_visit(group: Sequence[EventMention], analysis: Analysis) -> Sequence[EventMention]:
    """Return mentions of one meeting, all of verbs that the network alone reads, as one person's visit to a place.

    So nobody is told whom he met: "Ann Low flew to Lima". Who met is told by verbs that the lexicon has; a visit on
    which talks of two are told is a meeting: "met Lula during a visit to Lima".
    """
    if any(m.kind == VISIT for m in group) and any(m.kind != VISIT and _is_between_two(m) for m in group):
        return [of_class(mention, MEETING) if mention.kind == VISIT else mention for mention in group]
    parties = {a.entity for mention in group for a in mention.arguments if a.role == PARTICIPANT}
    if len(parties) != 1 or any(m.kind != MEETING or m.rule != LEARNT or m.is_noun for m in group):
        return group
    (entity,) = parties
    person = entity is not None and analysis.index.entities[entity].kind == PERSON
    placed = any(argument.role == PLACE for mention in group for argument in mention.arguments)
    return [of_class(mention, VISIT) for mention in group] if person and placed else group


def _is_between_two(talk: EventMention) -> bool:
    parties = (argument for argument in talk.arguments if argument.role == PARTICIPANT)
    return len({(a.entity, a.head if a.entity is None else None) for a in parties}) >= PARTIES


def _is_of_one(visit: EventMention, talk: EventMention, analysis: Analysis) -> bool:
    """Say whether who visits takes part in the talks, and nobody else is told to be on the visit."""
    travellers = {argument.entity for argument in visit.arguments if argument.role == PARTICIPANT} - {None}
    return analysis.taxonomy.is_a(visit.kind, MEETING) and bool(travellers) and travellers <= talk.entities()


def _visits_over(talk: Token, words: Words) -> Iterator[Token]:
    """Yield the words above the clause of place that talks stand in, of which one may be a visit: "[visited] Lima"."""
    clause = talk
    while clause.dep_ in INSIDE and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ not in CLAUSES or not _is_of_place(clause, words):
        return
    for above in clause.ancestors:
        yield above
        if above.pos_ == "VERB":
            yield from (child for child in above.children if child.dep_ in {"obj", "nsubj:pass"})
            return


def _is_of_place(clause: Token, words: Words) -> bool:
    """Say whether a clause tells what is done where the one above it has somebody go: "where", "during which"."""
    places, inner = words.function.locative_adverb, words.prepositions.inner | words.prepositions.event
    return any(
        child.lower_ in places or (child.tag_ == RELATIVE and marker_of(child) in inner) for child in clause.lefts
    )


def _told_with(mention: EventMention, held: Mapping[int, int]) -> EventMention:
    at = mention.trigger.start
    if at in held:
        return replace(mention, links=tuple(sorted({*mention.links, held[at]})))
    return of_class(mention, MEETING) if at in held.values() and mention.kind == VISIT else mention
