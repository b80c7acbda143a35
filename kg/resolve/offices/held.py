"""Offices beside names: "Ukrainian president X", "X, the Russian president", "President X of Egypt"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS
from kg.records import Term
from kg.resolve.matching.gazetteer import Use
from kg.resolve.matching.pieces import APOSTROPHES
from kg.resolve.names.titles import LONGEST_TITLE, title_length
from kg.resolve.offices.complements import office_with_complement
from kg.resolve.offices.phrases import (
    Office,
    in_compound,
    is_regional,
    joins_fields,
    parse_office,
    region_of,
    stance_length,
)
from kg.resolve.offices.shared import shared_office

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.knowledge.reference import Resource
    from kg.resolve.context import Context
    from kg.resolve.names.spans import Name

#: An office phrase longer than this is a clause that was read wrongly.
LONGEST_PHRASE = 14
LONGEST_STANCE = 5
"""Pieces of "pro-South African"."""
ORGANIZATION = Term("Organization")
PHRASE_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "X"})


def read_offices(context: Context, names: Sequence[Name]) -> dict[Name, tuple[Office, ...]]:
    """Return for each name the offices that stand before and behind it."""
    starts = {name.first for name in names}
    ends = {name.last: name for name in names}
    shared: dict[int, Office | None] = {}
    found: dict[Name, tuple[Office, ...]] = {}
    for name in names:
        before = _before(context, name) or shared_office(context, name, ends, shared)
        behind = _behind(context, name, starts)
        if before and behind and _of_another(context, before, behind):
            behind = None
        if before and before.of is None and (owner := owner_behind(context, name)):
            before = _with_owner(context, before, owner)
        found[name] = tuple(replace(office, name=name) for office in (before, behind) if office)
    return found


def _before(context: Context, name: Name) -> Office | None:
    last = name.first
    if last and context.keys[last - 1] == "[":
        last -= 1  # "President [Ilham] Aliyev"
    if last and context.keys[last - 1] == ",":
        if not _office_ends(context, last - 1):
            return office_with_complement(context, name)
        last -= 1
    first = last
    while first > 0 and last - first < LONGEST_PHRASE and (step := step_left(context, first, last)):
        first -= step
    # "Mr. President, Donald Trump said ..." speaks to one and of another.
    if last < name.first and any(context.keys[at] in context.words.persons.honorific for at in range(first, last - 1)):
        return None
    return parse_office(context, first, last, needs_end=True)


def _of_another(context: Context, before: Office, behind: Office) -> bool:
    """Whether what looks like an apposition is the next of a list: "Prime Minister X, the Amir of Qatar, and Y"."""
    leading = context.words.offices.head_of_state | context.words.offices.head_of_government
    return before.head != behind.head and {before.head, behind.head} <= leading


def step_left(context: Context, first: int, last: int) -> int:
    """Return how many pieces the phrase grows to the left: a whole name, an acronym in brackets, or one word."""
    if context.token(first).is_sent_start and context.token_of[first] != context.token_of[first - 1]:
        return 0
    match = context.match_of[first - 1]
    for start in range(max(0, first - LONGEST_STANCE), first - 1):
        if stance_length(context, start) == first - start:
            return first - start  # "pro-Syrian"
    if match and context.same_line(match.first, first) and match.last == first and match.first > 0:
        return first - match.first
    bracketed = first > 2 and context.keys[first - 1] == ")" and context.keys[first - 3] == "("
    if bracketed and context.match_of[first - 2] is not None:
        return 3
    for start in range(max(0, first - LONGEST_TITLE), first - 1):
        if title_length(context, start) == first - start:
            return first - start  # "Editor-in-Chief"
    return 1 if _continues_left(context, first - 1, last) else 0


def _continues_left(context: Context, index: int, last: int) -> bool:
    piece = context.pieces[index]
    if "\n" in context.gap(index + 1) and index + 1 < len(context.pieces):
        return False
    if piece.text in HYPHENS or piece.text in APOSTROPHES:
        return context.gap(index + 1) == "" or context.gap(index) == ""
    if piece.text == ".":
        return context.gap(index) == "" and context.keys[index - 1] in context.words.persons.honorific
    if not piece.is_word:
        return False
    if context.is_clitic(index) and context.pieces[index - 1].text in APOSTROPHES:
        return True
    if piece.key in context.words.offices.office_joiner:
        return _inside_title(context, index, last) or joins_fields(context, index)
    if piece.key in context.words.offices.former_word or piece.key in context.words.offices.phrase_adjective:
        return True
    token = context.token(index)
    if not piece.is_capital and context.pieces[last - 1].is_capital:
        return False  # "our vaccine supply President Biden" lacks a stop, not a noun
    return token.pos_ in PHRASE_TAGS or bool(title_length(context, index)) or context.match_of[index] is not None


def _inside_title(context: Context, index: int, last: int) -> bool:
    """Whether a function word stands inside a title: behind an office noun in capitals, before a capital."""
    following = index + 1
    while following < last and context.keys[following] in context.words.offices.office_joiner:
        following += 1
    before = index - 1
    while before > 0 and context.keys[before] in context.words.offices.office_joiner:
        before -= 1
    if following >= last or not context.pieces[following].is_capital or not context.pieces[before].is_capital:
        return False
    return any(title_length(context, start) == before - start + 1 for start in range(max(0, before - 3), before + 1))


def _office_ends(context: Context, end: int) -> bool:
    return any(title_length(context, start) == end - start for start in range(max(0, end - 4), end))


def _behind(context: Context, name: Name, starts: set[int]) -> Office | None:
    """Read an apposition: "X, the Russian president," or "X, Kyiv's military administration chief,"."""
    index = name.last
    if context.keys[index] != "," or not context.same_line(name.last - 1, min(index + 1, len(context.pieces) - 1)):
        return None
    first = index + 1
    if context.keys[first] in context.words.joining.determiner:
        first += 1
    last = first
    while (
        last < len(context.pieces) and last - first < LONGEST_PHRASE and _continues_right(context, last, first, starts)
    ):
        last += 1
    if last in starts or last == first:
        return None
    while last > first and context.keys[last - 1] in context.words.offices.office_joiner:
        last -= 1
    office = parse_office(context, first, last, needs_end=True)
    if office and office.of is None and (owner := _owner_in_clause(context, last)):
        return _with_owner(context, office, owner)
    return office


def _owner_in_clause(context: Context, index: int) -> Resource | None:
    """Return the country behind an apposition that goes on: "chief of cabinet in the Office of the President of X"."""
    for at in range(index, min(index + LONGEST_PHRASE, len(context.pieces))):
        piece = context.pieces[at]
        if not piece.is_word or context.token(at).pos_ in {"VERB", "AUX", "PRON", "SCONJ"}:
            return None
        if match := context.match_of[at]:
            if in_compound(context, match):
                return None  # "spokesman for a Sweden-based charity"
            return next((r.resource for r in match.readings if r.resource.kind == "Country" and not r.ambiguous), None)
    return None


def _continues_right(context: Context, index: int, first: int, starts: set[int]) -> bool:
    piece = context.pieces[index]
    if index in starts or (index > first and "\n" in context.gap(index)):
        return False
    if piece.text in HYPHENS or piece.text in APOSTROPHES:
        return context.gap(index) == ""
    if not piece.is_word:
        return False
    if context.is_clitic(index) and context.pieces[index - 1].text in APOSTROPHES:
        return True
    if piece.key in context.words.offices.office_joiner - context.words.joining.conjunction:
        return index > first
    if piece.key in context.words.offices.phrase_adjective or context.match_of[index] is not None:
        return True
    return context.token(index).pos_ in PHRASE_TAGS or title_length(context, index) > 0  # "managing director"


def owner_behind(context: Context, name: Name) -> Resource | None:
    """Return the country of "President X of Egypt" or "X of Chad", or the region of "Governor X of Georgia"."""
    match = context.match_of[name.last + 1] if name.last + 1 < len(context.pieces) else None
    local = match is not None and is_regional(context, max(name.first - LONGEST_TITLE, 0), name.first)
    return (region_of(match) if match is not None and local else None) or owner_at(context, name.last)


def owner_at(context: Context, index: int) -> Resource | None:
    """Return the country or organization of an "of" at the piece: "of Egypt", "of the United Kingdom"."""
    if context.keys[index] not in context.words.prepositions.genitive:
        return None
    index += 1
    if context.keys[index] in context.words.function.definite_article:
        index += 1
    match = context.match_of[index] if index < len(context.pieces) else None
    if match is None or _goes_on(context, match.last) or in_compound(context, match):
        return None
    for reading in match.readings:
        if reading.resource.kind in {"Country", "Organization"} and reading.use in {Use.LABEL, Use.METONYM}:
            return reading.resource
    return None


def owner_end(context: Context, index: int) -> int:
    """Return where the "of" at the piece ends with what it names; the piece itself where it names nothing."""
    if owner_at(context, index) is None:
        return index
    match = next(match for match in context.match_of[index + 1 : index + 3] if match is not None)
    return match.last


def _goes_on(context: Context, index: int) -> bool:
    """Whether the model takes the piece for more of the same body's name: "the United States Chamber of Commerce"."""
    return index < len(context.pieces) and all(
        token.ent_type_ == "ORG" for token in (context.token(index - 1), context.token(index))
    )


def _with_owner(context: Context, office: Office, owner: Resource) -> Office:
    """Return the office as the owner's; where a lawyer lives or works is not for whom he acts."""
    private = office.head in context.words.offices.profession and owner.kind != ORGANIZATION
    return office if private else replace(office, of=owner)
