"""Halves of a divided country by their direction alone: "the North" in a text that has named South Korea."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.knowledge.folding import fold
from kg.records import MentionKind
from kg.resolve.found import Found, known_identity
from kg.resolve.matching.gazetteer import COUNTRY, Use, lookup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.knowledge.reference import Resource
    from kg.resolve.context import Context

RULE = "half"
WORDS = 2
"""A country that is a half has a name of two words, of which the first is its direction."""


def with_halves(context: Context, found: Sequence[Found]) -> list[Found]:
    """Return what was found with the halves that stand for a country, whatever a model takes them for.

    Both halves must be states that are known, and the text have named one of them by its name or capital.
    """
    halves = _halves(context, found)
    told = list(_mentions(context, halves)) if halves else []
    places = {(half.start, half.end) for half in told}
    return [*(item for item in found if (item.start, item.end) not in places), *told]


def _halves(context: Context, found: Sequence[Found]) -> Mapping[str, Resource]:
    """Return which country each direction stands for, where it can be but one."""
    directions = context.words.states.half_noun
    meant: defaultdict[str, dict[str, Resource]] = defaultdict(dict)
    for key in {item.identity.key for item in found if item.identity.kind == COUNTRY}:
        own = context.gazetteer.reference.get(key)
        words = [] if own is None else fold(own.name).split()
        if own is None or len(words) != WORDS or words[0] not in directions:
            continue
        for direction in directions - {words[0]}:
            for other in _countries(context, direction, words[1]):
                meant[words[0]][own.iri] = own
                meant[direction][other.iri] = other
    return {direction: next(iter(countries.values())) for direction, countries in meant.items() if len(countries) == 1}


def _countries(context: Context, direction: str, land: str) -> Iterator[Resource]:
    for reading in lookup(context.gazetteer, (direction, land)):
        if reading.use is Use.LABEL and reading.resource.kind == COUNTRY:
            yield reading.resource


def _mentions(context: Context, halves: Mapping[str, Resource]) -> Iterator[Found]:
    """Yield directions with a capital and an article, which begin no longer name: "the North", "the North's"."""
    for piece in context.capitals:
        half = halves.get(context.keys[piece])
        if half is None or context.keys[piece - 1] not in context.words.function.definite_article:
            continue
        longer = piece + 1 in context.capitals and context.gap(piece + 1) == " "
        if not longer and piece not in context.shouted:
            start, end = context.characters(piece, piece + 1)
            yield Found(start, end, known_identity(half), MentionKind.NAME, RULE)
