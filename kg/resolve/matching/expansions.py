"""Acronyms that a text spells out as something else than the well-known body of these letters: "RSF"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.matching.pieces import split_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.resolve.matching.gazetteer import Match
    from kg.resolve.matching.pieces import Piece

#: Letters of an acronym, at least and at most.
SHORTEST, LONGEST = 2, 6
#: Pieces that a name may have beside those with a letter in its acronym, and letters of the small words among them.
BESIDE, SMALL = 4, 3
#: Letters by which two words are one up to their endings: "Palestine", "Palestinian".
STEM = 4


def is_spelt_otherwise(pieces: Sequence[Piece], match: Match) -> bool:
    """Whether the name beside an acronym, with brackets between, has its letters and is none of what it may name.

    A name of the same letters is another's by one word; one in another language by having none in common.
    """
    acronym = pieces[match.first].text
    alone = match.last - match.first == 1 and acronym.isalpha() and acronym.isupper()
    if not alone or not SHORTEST <= len(acronym) <= LONGEST:
        return False
    name = _capitals(_before(pieces, match.first) or _behind(pieces, match.last))
    spelt = name[-len(acronym) :]
    if _initials(spelt) != acronym.lower():
        return False
    labels = [_capitals(split_pieces(label)) for reading in match.readings for label in reading.resource.labels]
    if any(label == name[-len(label) :] for label in labels if label):
        return False
    alike = [label for label in labels if _initials(label) == acronym.lower()]
    if alike:
        return not any(all(a[:STEM] == b[:STEM] for a, b in zip(label, spelt, strict=True)) for label in alike)
    return all(set(label).isdisjoint(spelt) for label in labels)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _capitals(pieces: Sequence[Piece]) -> list[str]:
    return [piece.key for piece in pieces if piece.is_capital and piece.is_word]


def _before(pieces: Sequence[Piece], first: int) -> Sequence[Piece]:
    """Return the words before the bracket in which the acronym stands: "Police Liaison Office (PLO)"."""
    if first < 2 or pieces[first - 1].text != "(" or first + 1 >= len(pieces) or pieces[first + 1].text != ")":
        return ()
    at = first - 1
    while at > 0 and first - at <= LONGEST + BESIDE and _fits(pieces[at - 1]):
        at -= 1
    return pieces[at : first - 1]


def _fits(piece: Piece) -> bool:
    return piece.is_word and (piece.is_capital or len(piece.key) <= SMALL)


def _behind(pieces: Sequence[Piece], last: int) -> Sequence[Piece]:
    """Return the words in the brackets behind the acronym: "RSF (Reporters Sans Frontieres)"."""
    if last >= len(pieces) or pieces[last].text != "(":
        return ()
    inside = pieces[last + 1 : last + 2 + LONGEST + BESIDE]
    return inside[: next((at for at, piece in enumerate(inside) if piece.text == ")"), 0)]
