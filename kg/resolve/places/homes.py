"""Whose a ministry or government is of which no country is told: the only one that the text has told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.places.forces import Force
from kg.resolve.shared_names import countries_beyond_doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.context import Context

MODIFYING = frozenset({"compound", "amod", "nmod:poss", "flat"})
LONGEST = 3
"""Pieces of the longest noun of a body: "ministry of defence"."""


def find_homes(context: Context, taken: frozenset[int]) -> Iterator[Force]:
    """Yield the bodies of a state behind "the" with the country that alone has been named before them.

    Where two were, or none, it may be of either; and where the noun was told before, it is that body or another. What
    a country tells the government in its sentence it tells another.
    """
    lands: set[str] = set()
    told: set[str] = set()
    latest = -1
    matches = sorted(context.matches, key=lambda match: match.first, reverse=True)
    for at in range(1, len(context.pieces)):
        while matches and matches[-1].first < at:
            match = matches.pop()
            named = countries_beyond_doubt(match, own=taken.isdisjoint(range(match.first, match.last)))
            lands |= named
            latest = context.token(match.first).sent.start if named else latest
        if len(lands) > 1:
            return
        told.add(context.keys[at - 1])
        length = _body_length(context, at) if lands and context.match_of[at] is None else 0
        if length and (context.keys[at + length - 1] in told or context.token(at).sent.start == latest):
            continue
        country = context.gazetteer.reference.get(next(iter(lands))) if length else None
        if country is not None and taken.isdisjoint(range(at, at + length)):
            yield Force(at, at + length, country, "body of the only country told of")


def _body_length(context: Context, at: int) -> int:
    """Return how many pieces of a noun for a ministry or government begin here, behind "the" and before no "of"."""
    words = context.words
    if context.keys[at - 1] not in words.function.definite_article:
        return 0
    for length in range(LONGEST, 0, -1):
        keys = [context.keys[i] for i in range(at, at + length)]
        if " ".join(keys) not in words.states.government_noun:
            continue
        body = keys[-1] in words.anaphors.body_noun | words.states.government_head
        whole = context.token(at + length - 1).dep_ not in MODIFYING
        return length if body and whole and context.keys[at + length] not in words.prepositions.genitive else 0
    return 0
