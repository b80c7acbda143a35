"""Conversations that one clause tells of several others: who "spoke separately with A and B" held two."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.grammar.quantity.quantities import quantity_of
from kg.grammar.syntax import marker_of
from kg.grammar.words import evokes
from kg.knowledge.taxonomy import PARTICIPANT
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extract.gate import Gate
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words
    from kg.records import EventMention

CONVERSATION, PLACE = Term("Conversation"), Term("place")
BESIDE = frozenset({"advmod", "amod"})
SIDES = frozenset({"obl", "nmod", "obj"})
FEWEST = 2  # sides that one and the same party can meet apart


@dataclass(frozen=True, slots=True)
class Parting:
    """What tells of several conversations: their sides stand behind the character `bound`; `number` is None for any."""

    bound: int
    number: int | None = None


def held_apart(doc: Doc, words: Words, taxonomy: Taxonomy) -> Mapping[int, Parting]:
    """Return where the words begin that "separately" or "separate" stands beside, or beside the verb over them.

    And where one side after the other is told of, "spoke to Xi and later to Modi", or as many conversations as there
    are sides, "spoke to Xi and Modi in two calls".
    """
    found: dict[int, Parting] = {}
    for token in doc:
        if token.dep_ == "conj" and _comes_later(token, words):
            found |= {above.idx: Parting(above.idx) for above in (token.head.head, token.head.head.head)}
        if token.dep_ in BESIDE and token.lower_ in words.joining.apart:
            found |= _parted(token.head)
            if token.head.pos_ == "VERB":
                below = (child for child in token.head.children if child.dep_ in {"obj", "nsubj:pass"})
                found |= {child.idx: Parting(child.idx) for child in below}
        elif token.dep_ == "nummod" and evokes(token.head, {CONVERSATION}, words, taxonomy):
            quantity = quantity_of(token.head, words)
            if quantity is not None and quantity.minimum == quantity.maximum is not None:
                found = _parted(token.head, quantity.minimum) | found
    return found


def _parted(word: Token, number: int | None = None) -> dict[int, Parting]:
    """Return the parting at a word, and at the verb beside which it tells how the conversations were held."""
    if word.dep_ != "obl" or word.head.pos_ != "VERB":
        return {word.idx: Parting(word.idx, number)}
    parting = Parting(word.head.idx, number)
    return {word.idx: parting, word.head.idx: parting}


def _comes_later(second: Token, words: Words) -> bool:
    """Say whether an adverb between two with the same preposition tells that one was after the other."""
    first = second.head
    adverbs = (child for child in second.lefts if child.dep_ == "advmod")
    same = first.dep_ in SIDES and marker_of(first) == marker_of(second)
    return same and any(adverb.lower_ in words.joining.in_turn for adverb in adverbs)


def split_sides(mention: EventMention, apart: Mapping[int, Parting], gate: Gate) -> Iterator[EventMention]:
    """Yield the conversation with each of those whom one side spoke with apart, and any other mention as it is.

    The sides are those behind the trigger or its verb; where there is one only, they are those before it.
    """
    parting = apart.get(mention.trigger.start)
    if parting is None or not gate.taxonomy.is_a(mention.kind, CONVERSATION):
        yield mention
        return
    roles = {a.role for a in mention.arguments if PARTICIPANT in gate.taxonomy.above.get(a.role, (a.role,))}
    parties = {(a.role, a.party): a for a in mention.arguments if a.role in roles and a.party is not None}
    behind = [key for key, argument in parties.items() if argument.head > parting.bound]
    before = [key for key in parties if key not in behind]
    sides = behind if len(behind) >= FEWEST else before
    if len(sides) < FEWEST or len(sides) == len(parties) or parting.number not in {None, len(sides)}:
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
