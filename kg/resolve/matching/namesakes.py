"""Bodies of one country that bear the name of a better-known one of another: "the Saudi National Guard"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.knowledge.folding import fold
from kg.resolve.matching.expansions import is_spelt_otherwise
from kg.resolve.matching.gazetteer import Use, countries_of, lands_of
from kg.resolve.matching.pieces import APOSTROPHES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.knowledge.words import Words
    from kg.resolve.matching.gazetteer import Match, Reading
    from kg.resolve.matching.pieces import Piece


def without_namesakes(pieces: Sequence[Piece], matches: Sequence[Match], words: Words) -> tuple[Match, ...]:
    """Return the matches without the bodies of other countries than the one that the text names beside them.

    Nor is the bare name, before or behind, the better-known body's, unless the text gives it that country elsewhere,
    nor an acronym that the text spells out otherwise.
    """
    others = frozenset(_key(pieces, match) for match in matches if is_spelt_otherwise(pieces, match))
    if others:
        matches = [match for match in matches if _key(pieces, match) not in others]
    strange: set[str] = set()
    own: set[str] = set()
    kept: list[Match] = []
    for number, match in enumerate(matches):
        countries = _countries_beside(pieces, matches, number, words)
        fitting = tuple(reading for reading in match.readings if _fits(reading, countries, words))
        if countries and fitting and any(_is_shared(reading, words) for reading in match.readings):
            own.add(_key(pieces, match))
        if len(fitting) < len(match.readings):
            strange.add(_key(pieces, match))
        kept.append(match if len(fitting) == len(match.readings) else replace(match, readings=fitting))
    left = (match for match in kept if match.readings)
    shared = strange - own
    if not shared:
        return tuple(left)
    return tuple(match for match in left if _key(pieces, match) not in shared or not _all_shared(match, words))


def _key(pieces: Sequence[Piece], match: Match) -> str:
    return " ".join(piece.key for piece in pieces[match.first : match.last])


def _all_shared(match: Match, words: Words) -> bool:
    return all(_is_shared(reading, words) for reading in match.readings)


def _fits(reading: Reading, countries: frozenset[str | None], words: Words) -> bool:
    return not countries or not _is_shared(reading, words) or reading.resource.country in countries


def _countries_beside(
    pieces: Sequence[Piece], matches: Sequence[Match], number: int, words: Words
) -> frozenset[str | None]:
    """Return whose a body is by the words beside it; with None where it may be of no country at all.

    "A French Security Council resolution" is one of the United Nations, "Russia's Security Council" is not.
    """
    match = matches[number]
    before = matches[number - 1] if number else None
    after = matches[number + 1] if number + 1 < len(matches) else None
    if before is not None and _owns(pieces, before, match, words):
        return frozenset(resource.iri for resource in lands_of(before))
    if before is not None and before.last == match.first and _modifies(before):
        countries = frozenset(resource.iri for resource in countries_of(before))
        return countries | {None} if countries else countries
    if after is not None and _is_of(pieces, match, after, words):
        return frozenset(resource.iri for resource in lands_of(after))
    return frozenset()


def _owns(pieces: Sequence[Piece], before: Match, match: Match, words: Words) -> bool:
    """Whether a possessive stands between two names, be it the bare sign of a plural: "the Maldives' Supreme Court"."""
    sign, *rest = pieces[before.last : match.first] or (None,)
    if sign is None or sign.start != before.end or len(rest) > 1:
        return False
    if rest:
        return rest[0].key in words.function.possessive_clitic
    return sign.text in APOSTROPHES and sign.end < match.start


def _modifies(match: Match) -> bool:
    return any(reading.use in {Use.ADJECTIVE, Use.LABEL} for reading in match.readings)


def _is_of(pieces: Sequence[Piece], match: Match, after: Match, words: Words) -> bool:
    between = pieces[match.last : after.first]
    leads = bool(between) and between[0].key in words.prepositions.genitive
    return leads and all(piece.key in words.function.definite_article for piece in between[1:])


def _is_shared(reading: Reading, words: Words) -> bool:
    """Whether bodies of many countries have the name."""
    parts = fold(reading.label).split()
    of = next((at for at, part in enumerate(parts) if at and part in words.prepositions.genitive), len(parts))
    heads = (parts[-1], parts[of - 1])
    return reading.resource.kind == "Organization" and not words.anaphors.body_noun.isdisjoint(heads)
