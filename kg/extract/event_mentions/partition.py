"""Conversations that one clause tells of several others: who "spoke separately with A and B" held two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.grammar.syntax import marker_of
from kg.knowledge.taxonomy import PARTICIPANT
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from kg.extract.gate import Gate
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words
    from kg.records import EventMention

CONVERSATION, PLACE = Term("Conversation"), Term("place")
BESIDE = frozenset({"advmod", "amod"})
SIDES = frozenset({"obl", "nmod", "obj"})
FEWEST = 2  # sides that one and the same party can meet apart


def held_apart(doc: Doc, words: Words) -> frozenset[int]:
    """Return where the words begin that "separately" or "separate" stands beside, or beside the verb over them.

    And where one side after the other is told of: "spoke to Xi and later to Modi".
    """
    found: set[int] = set()
    for token in doc:
        if token.dep_ == "conj" and _comes_later(token, words):
            found.update({token.head.head.idx, token.head.head.head.idx})
        if token.dep_ in BESIDE and token.lower_ in words.joining.apart:
            found.add(token.head.idx)
            if token.head.pos_ == "VERB":
                found.update(child.idx for child in token.head.children if child.dep_ in {"obj", "nsubj:pass"})
    return frozenset(found)


def _comes_later(second: Token, words: Words) -> bool:
    """Say whether an adverb between two with the same preposition tells that one was after the other."""
    first = second.head
    adverbs = (child for child in second.lefts if child.dep_ == "advmod")
    same = first.dep_ in SIDES and marker_of(first) == marker_of(second)
    return same and any(adverb.lower_ in words.joining.in_turn for adverb in adverbs)


def split_sides(mention: EventMention, apart: Container[int], gate: Gate) -> Iterator[EventMention]:
    """Yield the conversation with each of those whom one side spoke with apart, and any other mention as it is.

    The sides are those behind the trigger; where there is one only, they are those before it.
    """
    if mention.trigger.start not in apart or not gate.taxonomy.is_a(mention.kind, CONVERSATION):
        yield mention
        return
    roles = {a.role for a in mention.arguments if PARTICIPANT in gate.taxonomy.above.get(a.role, (a.role,))}
    parties = {(a.role, a.party): a for a in mention.arguments if a.role in roles and a.party is not None}
    behind = [key for key, argument in parties.items() if argument.head > mention.trigger.start]
    before = [key for key in parties if key not in behind]
    sides = behind if len(behind) >= FEWEST else before
    if len(sides) < FEWEST or len(sides) == len(parties):
        yield mention
        return
    ends = sorted(argument.span.start for key, argument in parties.items() if key in sides)
    for side in sides:
        others = {key for key in sides if key != side}
        own = (a for a in mention.arguments if (a.role, a.party) not in others)
        arguments = tuple(a for a in own if a.role != PLACE or _is_there(a.span.start, parties[side].span.start, ends))
        yield replace(mention, arguments=arguments)


def _is_there(place: int, side: int, sides: Sequence[int]) -> bool:
    """Say whether one met a side in a place: each where it is told behind the side, unless it is told behind the last.

    So "met Xi in Beijing and then Modi", and "met Xi and then Modi in Beijing".
    """
    before = [each for each in sides if each < place]
    return not before or len(before) == len(sides) or before[-1] == side
