"""Nouns for the armed forces and the government of a country: "Russian troops", "Ukrainian officials"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS, is_only_stood_by
from kg.knowledge.reference import Resource
from kg.resolve.matching.gazetteer import Use, countries_of, lands_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.resolve.context import Context
    from kg.resolve.matching.gazetteer import Match

LONGEST_NOUN = 3
"""Pieces of the longest noun for forces or a government."""


@dataclass(frozen=True, slots=True)
class Force:
    """Pieces first..last of the noun for a country's forces or government, as in "Russian troops"."""

    first: int
    last: int
    country: Resource
    rule: str


def find_forces(context: Context, taken: frozenset[int]) -> Iterator[Force]:
    """Yield the nouns for armed forces and governments behind the name or adjective of a country."""
    for match in context.matches:
        countries = lands_of(match)
        if not countries or any(reading.resource.kind == "Organization" for reading in match.readings):
            continue
        if is_only_stood_by(context.document.text, match.start, match.end, context.words):
            continue
        at = match.last
        if context.pieces[at - 1].end and context.keys[at] in {"'", "’"} and context.is_clitic(at + 1):
            at += 2
        elif not _modifies(match) or not countries_of(match):
            continue
        elif context.keys[at] in HYPHENS and context.keys[at + 1] in context.words.anaphors.led_participle:
            at += 2  # "Turkish-led forces"
        while at < len(context.pieces) and at - match.last < 5 and not _force_length(context, at):
            if context.token(at).pos_ not in {"ADJ", "NOUN", "PROPN"} or at in taken:
                break
            at += 1
        length = _force_length(context, at)
        modifier = length and context.token(at + length - 1).dep_ in {"compound", "amod"}
        if length and not modifier and taken.isdisjoint(range(at, at + length)) and context.same_line(match.first, at):
            country = _governed(context, at, at + length) or countries[0]
            yield Force(at, at + length, country, "force or government of a country")


def _governed(context: Context, first: int, last: int) -> Resource | None:
    """Return the country that is told behind a government, whose it is: "the Greek government of [Cyprus]"."""
    government = " ".join(context.keys[i] for i in range(first, last)) in context.words.states.government_noun
    at = last + 1
    if not government or at >= len(context.pieces) or context.keys[last] not in context.words.prepositions.genitive:
        return None
    match = context.match_of[at]
    return next(iter(countries_of(match)), None) if match is not None else None


def _modifies(match: Match) -> bool:
    return any(reading.use in {Use.ADJECTIVE, Use.LABEL, Use.METONYM} for reading in match.readings)


def _force_length(context: Context, index: int) -> int:
    states = context.words.states
    keys = [context.keys[at] for at in range(index, index + LONGEST_NOUN)]
    for length in range(LONGEST_NOUN, 0, -1):
        noun = " ".join(keys[:length])
        if noun in states.force_noun or noun in states.government_noun:
            return length
    return 0
