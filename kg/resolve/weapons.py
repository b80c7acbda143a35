"""Weapons: named systems and common nouns, each with the noun phrase that says which weapon is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.records import MentionKind, Term
from kg.resolve.found import Found, Identity, clean, known_identity
from kg.resolve.gazetteer import Use, lookup
from kg.resolve.names import APOSTROPHES, HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.resolve.context import Context
    from kg.resolve.gazetteer import Match, Reading
    from kg.schema.reference import Resource

#: A document with more clear weapons than this is about weapons.
ARMED = 2
MODIFIER_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "X"})
PARTICIPLES = frozenset({"VBN", "VBG"})
OTHER_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Pieces first..last (exclusive) of a weapon's noun phrase, with the readings inside it from left to right."""

    first: int
    last: int
    readings: tuple[Reading, ...]
    joined: tuple[Resource, ...]
    modified: bool


def find_weapons(context: Context, taken: frozenset[int]) -> Iterator[Found]:
    """Yield the weapons of the document outside the pieces that names of other things have taken."""
    candidates = [match for match in context.matches if _weapon_readings(match)]
    candidates = [match for match in candidates if taken.isdisjoint(range(match.first, match.last))]
    sure = frozenset(
        reading.resource.iri
        for match in candidates
        for reading in _weapon_readings(match)
        if _is_clear(context, match, reading)
    )
    phrases: list[Phrase] = []
    for match in candidates:
        if phrases and match.first < phrases[-1].last:
            continue
        readings = tuple(r for r in _weapon_readings(match) if r.resource.iri in sure or _fits(context, match, r, armed=len(sure) > ARMED))
        if readings and not _other_name(context, match, readings):
            phrase = _phrase(context, match, readings, taken)
            phrases = [earlier for earlier in phrases if earlier.last <= phrase.first]
            phrases.append(phrase)
    for phrase in phrases:
        if not _only_a_shield(context, phrase) and not _only_a_system(context, phrase):
            yield from _mentions(context, phrase)


def _weapon_readings(match: Match) -> tuple[Reading, ...]:
    return tuple(reading for reading in match.readings if reading.resource.kind == "Weapon")


def _is_clear(context: Context, match: Match, reading: Reading) -> bool:
    """Whether the name is a weapon's wherever it stands, or a weapon noun follows it here."""
    if not reading.ambiguous:
        return len(match.readings) == len(_weapon_readings(match)) and reading.use is Use.LABEL
    return _weapon_noun_follows(context, match.last) and context.pieces[match.first].is_capital


def _fits(context: Context, match: Match, reading: Reading, *, armed: bool) -> bool:
    """Whether an ambiguous word is a weapon here: a weapon noun follows, or its sentence is about weapons.

    In a document that names several weapons (`armed`) a plural in capitals is one too.
    """
    if not reading.ambiguous or context.token(match.first).ent_type_ == "WEAPON":
        return True
    if _weapon_noun_follows(context, match.last):
        return True
    if context.token(match.last - 1).pos_ not in {"NOUN", "PROPN"} or _of_follows(context, match):
        return False
    if reading.label[0].isupper() and not context.pieces[match.first].is_capital:
        return False
    return _cue_nearby(context, match) or (armed and _proper_plural(context, match, reading))


def _proper_plural(context: Context, match: Match, reading: Reading) -> bool:
    """Whether the word is a plural in capitals inside a sentence and no part of a longer name: "on Patriots"."""
    if not reading.plural or not reading.label[0].isupper() or context.token(match.first).is_sent_start:
        return False
    return match.first > 0 and not context.pieces[match.first - 1].is_capital


def _of_follows(context: Context, match: Match) -> bool:
    """Whether "of" and no weapon follow, as in "rounds of talks"."""
    if context.key(match.last) != "of":
        return False
    after = context.match_of[match.last + 1] if match.last + 1 < len(context.pieces) else None
    return after is None or not _weapon_readings(after)


def _weapon_noun_follows(context: Context, index: int) -> bool:
    while index < len(context.pieces) and context.pieces[index].text in HYPHENS:
        index += 1
    if index >= len(context.pieces) or not context.same_line(index - 1, index):
        return False
    match = context.match_of[index]
    return bool(match and _weapon_readings(match)) or _is_device(context, index)


def _is_device(context: Context, index: int) -> bool:
    key = context.key(index)
    return any(form in context.words.weapon_head for form in (key, key.removesuffix("s"), key.removesuffix("ies") + "y"))


def _cue_nearby(context: Context, match: Match) -> bool:
    """Whether the clause around the match has another word of weapons and warfare."""
    sentence = context.token(match.first).sent
    for index, piece in enumerate(context.pieces):
        if not sentence.start_char <= piece.start < sentence.end_char or match.first <= index < match.last:
            continue
        other = context.match_of[index]
        if piece.key in context.words.weapon_cue or (
            other and any(not reading.ambiguous for reading in _weapon_readings(other))
        ):
            return True
    return False


def _other_name(context: Context, match: Match, readings: Sequence[Reading]) -> bool:
    """Whether the model takes the words for the name of something else, such as the Patriot Act or a person."""
    token = context.token(match.first)
    if all(reading.label[0].islower() for reading in readings):
        return token.ent_type_ in {"PERSON", "ORG", "FAC"} and context.pieces[match.first].is_capital
    return token.ent_type_ in OTHER_NAMES - {"ORG", "FAC"} and not _weapon_noun_follows(context, match.last)


def _phrase(context: Context, match: Match, readings: tuple[Reading, ...], taken: frozenset[int]) -> Phrase:
    last, inside = _extend_right(context, match.last, list(readings))
    first = _extend_left(context, match.first, last, taken)
    return Phrase(first, last, tuple(inside), _joined(context, first, match.first, last), modified=first < match.first)


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
        elif other and _weapon_readings(other) and other.first == at:
            pending += _weapon_readings(other)
            at = last = other.last
            inside = [*inside, *pending]
            pending = []
        elif _is_device(context, at):
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
    return hyphenated or token.pos_ == "ADJ" or context.pieces[index - 1].text in HYPHENS or _shield_word(context, index)


def _shield_word(context: Context, index: int) -> bool:
    return context.key(index) in context.words.defence_word and _is_device(context, index + 1)


def _extend_left(context: Context, first: int, last: int, taken: frozenset[int]) -> int:
    """Follow the noun phrase back over what says the kind of weapon, and over "cruise and" before "ballistic missiles"."""
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
    if not piece.is_word or piece.text[0].isdigit() or piece.key in context.words.vague_adjective:
        return False
    if piece.key == "s" and context.pieces[at - 1].text in APOSTROPHES:
        return False
    match = context.match_of[at]
    if match and any(reading.resource.kind != "Weapon" for reading in match.readings):
        return False
    if token.pos_ not in MODIFIER_TAGS and not (token.tag_ in PARTICIPLES and token.dep_ in {"amod", "compound"}):
        return False
    return token.dep_ in {"amod", "compound", "nmod", "nmod:desc", "flat", "conj", "obl", "obl:npmod", "goeswith", "appos"} and (
        context.doc[context.token_of[last - 1]].i >= token.head.i > token.i
        or context.pieces[at + 1].text in HYPHENS
    )


def _joined_modifier(context: Context, first: int, last: int) -> int:
    """Return one more than the piece where "cruise and" begins when "cruise missiles" is a weapon too; else 0."""
    begin, end = _conjunct(context, first)
    if begin == end:
        return 0
    match = context.match_of[end - 1]
    return begin + 1 if _shared(context, begin, end, last) or _modifies_too(context, match, begin, last) else 0


def _conjunct(context: Context, first: int) -> tuple[int, int]:
    """Return the pieces of the word joined to the phrase that begins at `first`: the weapon before "and", or one word."""
    at = first - 1
    if at < 1 or context.key(at) not in context.words.conjunction and context.key(at) != ",":
        return first, first
    if context.key(at - 1) == ",":
        at -= 1
    if at < 1 or not context.pieces[at - 1].is_word:
        return first, first
    match = context.match_of[at - 1]
    return (match.first if match and _weapon_readings(match) else at - 1), at


def _shared(context: Context, begin: int, end: int, last: int) -> tuple[Reading, ...]:
    """Return what the joined words mean with the head noun of the phrase: "cruise missiles" in "cruise and ballistic missiles"."""
    words = (*(context.key(index) for index in range(begin, end)), context.key(last - 1))
    return tuple(reading for reading in lookup(context.gazetteer, words) if reading.resource.kind == "Weapon")


def _singular_before(context: Context, match: Match) -> bool:
    return not any(reading.plural for reading in _weapon_readings(match))


def _modifies_too(context: Context, match: Match | None, begin: int, last: int) -> bool:
    """Whether a singular weapon noun shares the plural noun that follows: "grenade and mortar rounds"."""
    if match is None or begin != match.first or context.token(last - 1).tag_ not in {"NNS", "NNPS"}:
        return False
    token = context.token(match.last - 1)
    return token.tag_ == "NN" and token.dep_ in {"compound", "amod", "conj", "nmod"}


def _only_a_shield(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase means defending, not devices: "air defence needs", "missile defence"."""
    words = context.words
    end = context.key(phrase.last - 1)
    if end in words.defence_word:
        possessed = any(child.dep_ == "nmod:poss" for child in context.token(phrase.last - 1).children)
        return end not in words.device_plural or possessed
    following = context.key(phrase.last)
    return following in words.defence_word and context.gap(phrase.last) == " "


def _only_a_system(context: Context, phrase: Phrase) -> bool:
    """Whether the phrase is a bare word such as "systems" that only a modifier makes a weapon."""
    return not phrase.modified and all(reading.label in context.words.weapon_head for reading in phrase.readings)


def _mentions(context: Context, phrase: Phrase) -> Iterator[Found]:
    start, end = context.pieces[phrase.first].start, context.pieces[phrase.last - 1].end
    resource, named = _best(phrase.readings)
    own = _own_name(context, phrase) if not named else None
    kind = MentionKind.NAME
    for other in phrase.joined:
        yield Found(start, end, known_identity(other), kind, "weapons joined")
    if own is None:
        rule = "weapon name" if named else "weapon noun" if resource.broader or phrase.modified else "generic weapon"
        yield Found(start, end, known_identity(resource), kind, rule)
        return
    name = clean(context.document.text[context.pieces[own].start : end])
    key = f"Weapon/{context.key(own)}"
    yield Found(start, end, Identity(key, Term("Weapon"), name, broader=resource.iri), kind, "new weapon")


def _best(readings: Sequence[Reading]) -> tuple[Resource, bool]:
    """Return the named system of the phrase, else its last noun; and whether it is a named system."""
    for reading in readings:
        if reading.use is Use.LABEL and any(letter.isupper() for letter in reading.label):
            return reading.resource, True
    return readings[-1].resource, False


def _own_name(context: Context, phrase: Phrase) -> int | None:
    """Return the piece where the name of a system that the reference data lacks begins: "Foo-7 missiles"."""
    for index in range(phrase.first, phrase.last - 1):
        piece = context.pieces[index]
        if not piece.is_capital or context.match_of[index] is not None:
            continue
        token = context.token(index)
        numbered = context.pieces[index + 1].text in HYPHENS and context.pieces[index + 2].text[0].isdigit()
        if token.ent_type_ in OTHER_NAMES or not (numbered or token.pos_ == "PROPN" or token.ent_type_ == "WEAPON"):
            continue
        if token.ent_type_ == "WEAPON" or numbered or any(letter.isdigit() for letter in piece.text):
            return index
    return None
