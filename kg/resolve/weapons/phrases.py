"""The noun phrase around a weapon's name or noun: what belongs to it, and what it shares with "and"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS
from kg.resolve.matching.gazetteer import lookup
from kg.resolve.matching.pieces import APOSTROPHES

if TYPE_CHECKING:
    from kg.knowledge.reference import Resource
    from kg.resolve.context import Context
    from kg.resolve.matching.gazetteer import Match, Reading


MODIFIER_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "X"})
PARTICIPLES = frozenset({"VBN", "VBG"})


def find_phrase(context: Context, match: Match, readings: tuple[Reading, ...], taken: frozenset[int]) -> Phrase:
    """Return the noun phrase of the weapon at the match, without determiner and number."""
    last, inside = _extend_right(context, match.last, list(readings))
    first = _extend_left(context, match.first, last, taken)
    return Phrase(first, last, tuple(inside), _joined(context, first, match.first, last), modified=first < match.first)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Pieces first..last (exclusive) of a weapon's noun phrase, with the readings inside it from left to right."""

    first: int
    last: int
    readings: tuple[Reading, ...]
    joined: tuple[Resource, ...]
    modified: bool


def _joined(context: Context, first: int, begin: int, last: int) -> tuple[Resource, ...]:
    """Return the other weapons of "cruise and ballistic missiles"."""
    found: dict[str, Resource] = {}
    for index in range(begin, first, -1):
        start, end = _conjunct(context, index)
        if first <= start < end and (shared := _shared(context, start, end, last)):
            found[shared[0].resource.iri] = shared[0].resource
    return tuple(found.values())


def _extend_right(context: Context, end: int, inside: list[Reading]) -> tuple[int, list[Reading]]:
    """Follow the noun phrase to its last word for a weapon or a device; "drone attack" ends at "drone"."""
    at = last = end
    pending: list[Reading] = []
    while at < len(context.pieces) and at - end < 8 and context.same_line(at - 1, at):
        piece = context.pieces[at]
        other = context.match_of[at]
        if piece.text in HYPHENS and context.gap(at) == "":
            at += 1
        elif not piece.is_word or context.token(at).pos_ not in MODIFIER_TAGS:
            break
        elif other and weapon_readings(other) and other.first == at:
            pending += weapon_readings(other)
            at = last = other.last
            inside = [*inside, *pending]
            pending = []
        elif is_device(context, at):
            at += 1
            last = at
        elif _is_modifier_only(context, at):
            at += 1
        else:
            break
    return last, inside


def _is_modifier_only(context: Context, index: int) -> bool:
    """Whether the word can stand between a weapon's name and its noun: "Javelin anti-armor systems"."""
    after = index + 1
    token = context.token(index)
    hyphenated = after < len(context.pieces) and context.pieces[after].text in HYPHENS and context.gap(after) == ""
    return (
        hyphenated or token.pos_ == "ADJ" or context.pieces[index - 1].text in HYPHENS or _shield_word(context, index)
    )


def _shield_word(context: Context, index: int) -> bool:
    return context.keys[index] in context.words.weapons.defence_word and is_device(context, index + 1)


def _extend_left(context: Context, first: int, last: int, taken: frozenset[int]) -> int:
    """Follow the phrase back over what says the kind of weapon, and over "cruise and" before "ballistic missiles"."""
    while first > 0:
        at = first - 1
        if at in taken or not context.same_line(at, first):
            break
        piece = context.pieces[at]
        if piece.text in HYPHENS and context.gap(first) == "" and context.gap(at) == "" and at > 0:
            first = at - 1
        elif context.gap(first) == " " and (number := _model_number(context, at)):
            first = number - 1
        elif context.gap(first) == " " and _is_modifier(context, at, last):
            first = at
        elif joined := _joined_modifier(context, first, last):
            first = joined - 1
        else:
            break
    return first


def _model_number(context: Context, at: int) -> int:
    """Return one more than the piece where "Foo-7" begins when its number is at the piece; else 0."""
    if at < 2 or not context.pieces[at].text[0].isdigit() or context.gap(at) or context.gap(at - 1):
        return 0
    return at - 1 if context.pieces[at - 1].text in HYPHENS and context.pieces[at - 2].is_capital else 0


def _is_modifier(context: Context, at: int, last: int) -> bool:
    piece = context.pieces[at]
    token = context.token(at)
    if not piece.is_word or piece.text[0].isdigit() or piece.key in context.words.weapons.vague_adjective:
        return False
    if context.is_clitic(at) and context.pieces[at - 1].text in APOSTROPHES:
        return False
    match = context.match_of[at]
    if match and any(reading.resource.kind != "Weapon" for reading in match.readings):
        return False
    if token.pos_ not in MODIFIER_TAGS and not (token.tag_ in PARTICIPLES and token.dep_ in {"amod", "compound"}):
        return False
    return token.dep_ in {
        "amod",
        "compound",
        "nmod",
        "nmod:desc",
        "flat",
        "conj",
        "obl",
        "obl:npmod",
        "goeswith",
        "appos",
    } and (
        context.doc[context.token_of[last - 1]].i >= token.head.i > token.i or context.pieces[at + 1].text in HYPHENS
    )


def _joined_modifier(context: Context, first: int, last: int) -> int:
    """Return one more than the piece where "cruise and" begins when "cruise missiles" is a weapon too; else 0."""
    begin, end = _conjunct(context, first)
    if begin == end:
        return 0
    match = context.match_of[end - 1]
    return begin + 1 if _shared(context, begin, end, last) or _modifies_too(context, match, begin, last) else 0


def _conjunct(context: Context, first: int) -> tuple[int, int]:
    """Return the pieces joined to the phrase that begins at `first`: the weapon before "and", or one word."""
    at = first - 1
    if at < 1 or (context.keys[at] not in context.words.joining.conjunction and context.keys[at] != ","):
        return first, first
    if context.keys[at - 1] == ",":
        at -= 1
    if at < 1 or not context.pieces[at - 1].is_word:
        return first, first
    match = context.match_of[at - 1]
    return (match.first if match and weapon_readings(match) else at - 1), at


def _shared(context: Context, begin: int, end: int, last: int) -> tuple[Reading, ...]:
    """Return what the joined words mean with the head noun: "cruise missiles" in "cruise and ballistic missiles"."""
    words = (*(context.keys[index] for index in range(begin, end)), context.keys[last - 1])
    return tuple(reading for reading in lookup(context.gazetteer, words) if reading.resource.kind == "Weapon")


def _modifies_too(context: Context, match: Match | None, begin: int, last: int) -> bool:
    """Whether a singular weapon noun shares the plural noun that follows: "grenade and mortar rounds"."""
    if match is None or begin != match.first or context.token(last - 1).tag_ not in {"NNS", "NNPS"}:
        return False
    token = context.token(match.last - 1)
    return token.tag_ == "NN" and token.dep_ in {"compound", "amod", "conj", "nmod"}


def weapon_readings(match: Match) -> tuple[Reading, ...]:
    """Return the readings of the match as a weapon."""
    return tuple(reading for reading in match.readings if reading.resource.kind == "Weapon")


def is_device(context: Context, index: int) -> bool:
    """Whether the piece is a noun that makes a weapon of a phrase with a weapon's name: "system", "battery"."""
    key = context.keys[index]
    return any(form in context.words.weapons.weapon_head for form in context.words.endings.singulars_of(key))
