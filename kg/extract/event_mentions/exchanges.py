"""Captives let go for others: where these were held by another side, both sides exchange prisoners."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.event_mentions.captors import number_of, of_class
from kg.extract.gate import LEARNT
from kg.knowledge.taxonomy import PARTICIPANT
from kg.records import MentionKind, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.records import EventMention, MentionArgument

RELEASE, EXCHANGE, RELEASED = Term("PrisonerRelease"), Term("PrisonerExchange"), Term("Released")
ACTOR, TARGET = Term("actor"), Term("target")
HOLDERS = frozenset({Term("Country"), Term("Organization")})
OF_CAPTIVES = frozenset({"acl", "acl:relcl"})


def with_exchanges(mentions: Sequence[EventMention], analysis: Analysis) -> list[EventMention]:
    """Return the mentions, with those of a class of their own that tell of captives let go for another side's.

    So "traded two hostages for four men whom Peru had [held]", where the holding is told only to say whose they were.
    """
    if not any(mention.kind == RELEASE for mention in mentions):
        return list(mentions)
    told = [as_exchange(mention, analysis) for mention in mentions]
    changed = (now for before, now in zip(mentions, told, strict=True) if before is not now)
    holding = {at for exchange in changed for at in _holding(exchange, analysis)}
    return [mention for mention in told if mention.trigger.start not in holding or mention.rule != LEARNT]


def as_exchange(mention: EventMention, analysis: Analysis) -> EventMention:
    """Return a release for captives of another side as an exchange between both, with how many the first let go."""
    if mention.kind != RELEASE:
        return mention
    actors = [argument for argument in mention.arguments if argument.role == ACTOR]
    holders = [
        holder for captive in _in_return(mention, analysis) if (holder := _holder(captive, analysis)) is not None
    ]
    if not actors or not holders or {holder.entity for holder in holders} & {actor.entity for actor in actors}:
        return mention
    parties = tuple(replace(a, role=PARTICIPANT) if a.role == ACTOR else a for a in mention.arguments)
    figures = mention.figures or tuple(number_of(mention, RELEASED))
    return replace(of_class(mention, EXCHANGE), arguments=(*parties, *holders[:1]), figures=figures)


def _in_return(mention: EventMention, analysis: Analysis) -> list[MentionArgument]:
    """The captives for whom others are let go."""
    purpose = analysis.words.prepositions.purpose
    return [a for a in mention.arguments if a.role == TARGET and a.marker in purpose and a.unnamed is not None]


def _holder(captive: MentionArgument, analysis: Analysis) -> MentionArgument | None:
    """Return the side that held somebody without a name, as a party by the words for him."""
    entity = None if captive.unnamed is None else captive.unnamed.belongs_to
    held = any(clause.head.idx == captive.head for clause in _holding_verbs(analysis))
    if entity is None or not held or analysis.index.entities[entity].kind not in HOLDERS:
        return None
    return replace(captive, role=PARTICIPANT, entity=entity, kind=MentionKind.NOMINAL, unnamed=None)


def _holding(mention: EventMention, analysis: Analysis) -> Iterator[int]:
    """Yield where the verbs begin that say who held the captives of an exchange."""
    heads = {argument.head for argument in mention.arguments if argument.role == TARGET}
    yield from (verb.idx for verb in _holding_verbs(analysis) if verb.head.idx in heads)


def _holding_verbs(analysis: Analysis) -> Iterator[Token]:
    holding = analysis.words.states.holding_verb
    yield from (token for token in analysis.doc if token.dep_ in OF_CAPTIVES and token.lemma_.lower() in holding)
