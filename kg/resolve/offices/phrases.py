"""What an office phrase says: the office, whose it is, and whether it is still held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS, is_only_stood_by
from kg.records import Term
from kg.resolve.matching.gazetteer import Use
from kg.resolve.matching.pieces import APOSTROPHES
from kg.resolve.names.titles import LONGEST_TITLE, ends_title, title_length
from kg.resolve.shared_names import is_strange, sure_countries

if TYPE_CHECKING:
    from kg.knowledge.reference import Resource
    from kg.resolve.context import Context
    from kg.resolve.matching.gazetteer import Match, Reading
    from kg.resolve.names.spans import Name

COUNTRY, PLACE = Term("Country"), Term("Place")
PERSON = "PERSON"


@dataclass(frozen=True, slots=True)
class Office:
    """An office as reported beside a name.

    `literal` is in lower case and without the country; `of` the country or organization that the text names with it;
    `head` the office noun; `counterpart` whether the text only says that it is the same office elsewhere; `name` the
    name that it stands beside, None where it stands alone.
    """

    literal: str
    head: str
    of: Resource | None
    first: int
    last: int
    former: bool
    counterpart: bool
    name: Name | None = None


def parse_office(context: Context, first: int, last: int, *, needs_end: bool) -> Office | None:
    """Read the pieces as an office with its country; None when no office noun heads them."""
    while first < last and not context.pieces[first].is_word:
        first += 1
    preposition = next(
        (i for i in range(first + 1, last) if context.keys[i] in context.words.offices.office_preposition), last
    )
    head = _head(context, first, preposition)
    if head is None:
        return None
    head_first, head_last = head
    if needs_end and preposition == last and _trailing(context, head_last, last):
        return None
    # "the President and First Lady Jill Biden" are two: the name belongs to what stands behind the conjunction.
    conjunctions = (at for at in range(first, head_first) if context.keys[at] in context.words.joining.conjunction)
    first = max((at + 1 for at in conjunctions if not joins_fields(context, at)), default=first)
    last = _without_address(context, preposition, last)
    of = _owner(context, first, last)
    head_key = _words(context, head_first, head_last)
    private = head_key in context.words.offices.profession and of is not None and of.kind == "Country"
    literal = _literal(context, first, last, of, nationality=private)
    if not literal:
        return None
    of = None if private else of
    # "then-Senator X" and "President-elect X" hold the office no more or not yet.
    former = any(context.keys[i] in context.words.offices.former_word for i in range(first, head_first))
    former = former or head_key.rpartition("-")[2] in context.words.offices.former_word
    return Office(literal, head_key, of, first, last, former, head_key in context.words.offices.counterpart)


def _without_address(context: Context, preposition: int, last: int) -> int:
    """End an office before what is told by its address, which is no name: "head of the U.K.-based monitor"."""
    behind = (match for match in context.match_of[preposition:last] if match is not None)
    return preposition if any(in_compound(context, match) for match in behind) else last


def _head(context: Context, first: int, last: int) -> tuple[int, int] | None:
    """Return the last office noun of the pieces, as long as it goes."""
    nouns = context.words.offices.office_noun | context.words.offices.counterpart | context.words.offices.predecessor
    for end in range(last, first, -1):
        for length in range(LONGEST_TITLE, 0, -1):
            if end - length >= first and _words(context, end - length, end) in nouns:
                return end - length, end
    return None


def _words(context: Context, first: int, last: int) -> str:
    out = ""
    for index in range(first, last):
        if out and context.gap(index):
            out += " "
        out += context.keys[index]
    return out


def _trailing(context: Context, first: int, last: int) -> bool:
    """Whether anything but forms of address stands between the office noun and the name."""
    index = first
    while index < last:
        length = title_length(context, index)
        if length:
            index += length
        elif context.pieces[index].text in {",", "."}:
            index += 1
        else:
            return True
    return False


def _owner(context: Context, first: int, last: int) -> Resource | None:
    """Return the country or organization that a match inside the pieces names; the last organization wins.

    A country's envoy is the country's, also to a body of no country, and never that of the one where he is: "Peru's
    U.N. Ambassador", "Peru's ambassador to Kenya".
    """
    owner: Resource | None = None
    sent = not context.words.offices.envoy_office.isdisjoint(context.keys[at] for at in range(first, last))
    regional = is_regional(context, first, last)
    index = first
    while index < last:
        match = context.match_of[index]
        if match is None or match.first < first or match.last > last or in_compound(context, match):
            index += 1
            continue
        for reading in match.readings:
            there = sent and reading.resource.kind == COUNTRY and _is_behind_way(context, first, match)
            if there or _is_anothers(context, match, reading):
                continue
            region = region_of(match) if regional else None
            if region is not None or reading.resource.kind in {"Organization", "Country"}:
                if owner is None or (owner.kind == COUNTRY and not (sent and reading.resource.country is None)):
                    owner = region or reading.resource
                break
        index = match.last
    return owner


def is_regional(context: Context, first: int, last: int) -> bool:
    """Whether the pieces have an office that a part of a country has or fills: "senator", "secretary of state"."""
    offices = context.words.offices
    local = offices.regional_office | offices.union_office
    return any(
        _words(context, at, end) in local for at in range(first, last) for end in range(at + 1, min(at + 3, last) + 1)
    )


def _is_behind_way(context: Context, first: int, match: Match) -> bool:
    """Whether a preposition before the name says where somebody is sent, and not whose he is: "to Kenya"."""
    ways = context.words.offices.office_preposition - context.words.prepositions.genitive
    return any(context.keys[at] in ways for at in range(first, match.first))


def _is_anothers(context: Context, match: Match, reading: Reading) -> bool:
    """Whether the name is one that bodies of many countries have, and the text tells of other countries only.

    One word alone, "Republican", tells of the better-known one.
    """
    shared = reading.ambiguous and reading.resource.kind == "Organization" and match.last - match.first > 1
    return shared and is_strange(reading, sure_countries(context, frozenset(range(match.first, match.last))))


def region_of(match: Match) -> Resource | None:
    """Return the region of which a country has the name too: Georgia of the United States."""
    kinds = {reading.resource.kind: reading.resource for reading in match.readings if reading.use is Use.LABEL}
    return kinds.get(PLACE) if COUNTRY in kinds else None


def in_compound(context: Context, match: Match) -> bool:
    """Whether the name only tells in a compound where something is, or whom it is for: "U.K.-based", "pro-Syrian"."""
    if is_only_stood_by(context.document.text, match.start, match.end, context.words):
        return True
    after = match.last + 1
    hyphened = context.keys[match.last] in HYPHENS and after < len(context.pieces)
    return hyphened and not context.gap(match.last) and not context.gap(after) and not context.pieces[after].is_capital


def joins_fields(context: Context, index: int) -> bool:
    """Whether a conjunction joins what one office is for: "Fuel and Energy Minister", not "the King and Ms. Low"."""
    before, after = index - 1, index + 1
    if context.keys[index] not in context.words.joining.conjunction or before < 0 or after >= len(context.pieces):
        return False
    sides = (context.pieces[before].is_capital, context.pieces[after].is_capital)
    named = any(context.match_of[at] is not None for at in (before, after)) or title_length(context, after)
    ents = [context.ent_of.get(context.token_of[at]) for at in (before, after)]
    apart = ents[0] is not ents[1] or (ents[0] is not None and ents[0].label_ == PERSON)
    return all(sides) and not named and not apart and not ends_title(context, before)


def stance_length(context: Context, index: int) -> int:
    """Return how many pieces of "pro-Syrian", "pro-Western" or "Syrian-backed" begin at the piece, 0 where none do."""
    prefixed = context.keys[index] in context.words.anaphors.stance_prefix and context.keys[index + 1] in HYPHENS
    behind = index + 2 if prefixed else index
    match = context.match_of[behind] if behind < len(context.pieces) else None
    if match is None or match.first != behind:
        return 3 if prefixed and behind < len(context.pieces) and context.pieces[behind].is_capital else 0
    backed = context.keys[match.last] in HYPHENS and not context.gap(match.last)
    if not (prefixed or backed) or not is_only_stood_by(context.document.text, match.start, match.end, context.words):
        return 0
    return match.last - index + (0 if prefixed else 2)


def _literal(context: Context, first: int, last: int, of: Resource | None, *, nationality: bool) -> str:
    """Return the office in lower case without its country, its possessives and what is no part of its name.

    With `nationality` it is without any country: "a British-Israeli lawyer" is a lawyer.
    """
    words: list[str] = []
    written: int | None = None
    index = first
    while index < last:
        match = context.match_of[index]
        if (stance := stance_length(context, index)) and index + stance < last:
            index += stance
            continue
        if match and of and match.last <= last and _is_owner(match, of, nationality=nationality):
            index = match.last
            continue
        if form := _form_of_address(context, index):
            index += form
            continue
        piece = context.pieces[index]
        possessive = context.is_clitic(index) and index and context.pieces[index - 1].text in APOSTROPHES
        if possessive and ends_title(context, index - 2):
            words.clear()  # "the general's aide" is an aide
        if piece.is_word and not possessive:
            joined = context.gap(index) == "" and context.pieces[index - 1].text in HYPHENS
            if joined and written == index - 2:  # what the hyphen joins to a country stands alone without it
                words[-1] += "-" + piece.text.lower()
            else:
                words.append(piece.text.lower())
            written = index
        index += 1
    return _trimmed(context, words)


def _is_owner(match: Match, of: Resource, *, nationality: bool) -> bool:
    return any(
        reading.resource.iri == of.iri or (nationality and reading.resource.kind == "Country")
        for reading in match.readings
    )


def _form_of_address(context: Context, index: int) -> int:
    """Return how many pieces of "His Majesty" and the like begin here."""
    for length in (3, 2):
        key = _words(context, index, min(index + length, len(context.pieces)))
        if key in context.words.persons.honorific and key not in context.words.offices.office_noun:
            return length
    return 0


def _trimmed(context: Context, words: list[str]) -> str:
    outside = context.words.persons.honorific - context.words.offices.office_noun
    while words and (
        words[0] in context.words.offices.office_joiner
        or words[0] in context.words.offices.phrase_adjective - context.words.offices.former_word
    ):
        words = words[1:]
    while (
        words
        and " ".join(words[-2:]) not in context.words.offices.office_noun
        and (words[-1] in context.words.offices.office_joiner or words[-1] in outside)
    ):
        words = words[:-1]
    return " ".join(words)
