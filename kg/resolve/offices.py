"""Offices beside names: "Ukrainian president X", "X, the Russian president", "President X of Egypt"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.resolve.gazetteer import Use
from kg.resolve.titles import APOSTROPHES, HYPHENS, title_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.resolve.context import Context
    from kg.resolve.names import Name
    from kg.schema.reference import Resource

#: An office phrase longer than this is a clause that was read wrongly.
LONGEST_PHRASE = 14
PHRASE_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "X"})


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


def read_offices(context: Context, names: Sequence[Name]) -> dict[Name, tuple[Office, ...]]:
    """Return for each name the offices that stand before and behind it."""
    starts = {name.first for name in names}
    found: dict[Name, tuple[Office, ...]] = {}
    for name in names:
        before = _before(context, name)
        behind = _behind(context, name, starts)
        if before and before.of is None and (owner := owner_behind(context, name)):
            before = _with_owner(before, owner)
        found[name] = tuple(replace(office, name=name) for office in (before, behind) if office)
    return found


def _before(context: Context, name: Name) -> Office | None:
    last = name.first
    if last and context.key(last - 1) == "," and _office_ends(context, last - 1):
        last -= 1
    first = last
    while first > 0 and last - first < LONGEST_PHRASE and (step := _step_left(context, first, last)):
        first -= step
    return parse_office(context, first, last, needs_end=True)


def _step_left(context: Context, first: int, last: int) -> int:
    """Return how many pieces the phrase grows to the left: a whole name, an acronym in brackets, or one word."""
    if context.token(first).is_sent_start and context.token_of[first] != context.token_of[first - 1]:
        return 0
    match = context.match_of[first - 1]
    if match and context.same_line(match.first, first) and match.last == first and match.first > 0:
        return first - match.first
    bracketed = first > 2 and context.key(first - 1) == ")" and context.key(first - 3) == "("
    if bracketed and context.match_of[first - 2] is not None:
        return 3
    return 1 if _continues_left(context, first - 1, last) else 0


def _continues_left(context: Context, index: int, last: int) -> bool:
    piece = context.pieces[index]
    if "\n" in context.gap(index + 1) and index + 1 < len(context.pieces):
        return False
    if piece.text in HYPHENS or piece.text in APOSTROPHES:
        return context.gap(index + 1) == "" or context.gap(index) == ""
    if piece.text == ".":
        return context.gap(index) == "" and context.key(index - 1) in context.words.honorific
    if not piece.is_word:
        return False
    if piece.key == "s" and context.pieces[index - 1].text in APOSTROPHES:
        return True
    if piece.key in context.words.office_joiner:
        return _inside_title(context, index, last)
    if piece.key in context.words.former_word or piece.key in context.words.phrase_adjective:
        return True
    token = context.token(index)
    if not piece.is_capital and context.pieces[last - 1].is_capital:
        return False  # "our vaccine supply President Biden" lacks a stop, not a noun
    return token.pos_ in PHRASE_TAGS or bool(title_length(context, index)) or context.match_of[index] is not None


def _inside_title(context: Context, index: int, last: int) -> bool:
    """Whether a function word stands inside a title: behind an office noun in capitals, before a capital."""
    following = index + 1
    while following < last and context.key(following) in context.words.office_joiner:
        following += 1
    before = index - 1
    while before > 0 and context.key(before) in context.words.office_joiner:
        before -= 1
    if following >= last or not context.pieces[following].is_capital or not context.pieces[before].is_capital:
        return False
    return any(title_length(context, start) == before - start + 1 for start in range(max(0, before - 3), before + 1))


def _office_ends(context: Context, end: int) -> bool:
    return any(title_length(context, start) == end - start for start in range(max(0, end - 4), end))


def parse_office(context: Context, first: int, last: int, *, needs_end: bool) -> Office | None:
    """Read the pieces as an office with its country; None when no office noun heads them."""
    while first < last and not context.pieces[first].is_word:
        first += 1
    preposition = next((i for i in range(first + 1, last) if context.key(i) in context.words.office_preposition), last)
    head = _head(context, first, preposition)
    if head is None:
        return None
    head_first, head_last = head
    if needs_end and preposition == last and _trailing(context, head_last, last):
        return None
    # "the President and First Lady Jill Biden" are two: the name belongs to what stands behind the conjunction.
    joins = [index + 1 for index in range(first, head_first) if context.key(index) in context.words.conjunction]
    first = max(joins, default=first)
    of = _owner(context, first, last)
    literal = _literal(context, first, last, of)
    if not literal:
        return None
    head_key = _words(context, head_first, head_last)
    former = any(context.key(i) in context.words.former_word for i in range(first, head_first))
    return Office(literal, head_key, of, first, last, former, head_key in context.words.counterpart)


def _head(context: Context, first: int, last: int) -> tuple[int, int] | None:
    """Return the last office noun of the pieces, as long as it goes."""
    nouns = context.words.office_noun | context.words.counterpart | context.words.predecessor
    for end in range(last, first, -1):
        for length in (3, 2, 1):
            if end - length >= first and _words(context, end - length, end) in nouns:
                return end - length, end
    return None


def _words(context: Context, first: int, last: int) -> str:
    out = ""
    for index in range(first, last):
        if out and context.gap(index):
            out += " "
        out += context.key(index)
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
    """Return the country or organization that a match inside the pieces names; the last organization wins."""
    owner: Resource | None = None
    index = first
    while index < last:
        match = context.match_of[index]
        if match is None or match.first < first or match.last > last:
            index += 1
            continue
        for reading in match.readings:
            if reading.resource.kind == "Organization" or (reading.resource.kind == "Country"):
                if owner is None or owner.kind == "Country":
                    owner = reading.resource
                break
        index = match.last
    return owner


def _literal(context: Context, first: int, last: int, of: Resource | None) -> str:
    """Return the office in lower case without its country, its possessives and what is no part of its name."""
    words: list[str] = []
    index = first
    while index < last:
        match = context.match_of[index]
        if match and of and match.last <= last and any(reading.resource.iri == of.iri for reading in match.readings):
            index = match.last
            continue
        if form := _form_of_address(context, index):
            index += form
            continue
        piece = context.pieces[index]
        possessive = piece.key == "s" and index and context.pieces[index - 1].text in APOSTROPHES
        if piece.is_word and not possessive:
            joined = bool(words) and context.gap(index) == "" and context.pieces[index - 1].text in HYPHENS
            if joined:
                words[-1] += "-" + piece.text.lower()
            else:
                words.append(piece.text.lower())
        index += 1
    return _trimmed(context, words)


def _form_of_address(context: Context, index: int) -> int:
    """Return how many pieces of "His Majesty" and the like begin here."""
    for length in (3, 2):
        key = _words(context, index, min(index + length, len(context.pieces)))
        if key in context.words.honorific and key not in context.words.office_noun:
            return length
    return 0


def _trimmed(context: Context, words: list[str]) -> str:
    outside = context.words.honorific - context.words.office_noun
    while words and (
        words[0] in context.words.office_joiner
        or words[0] in context.words.phrase_adjective - context.words.former_word
    ):
        words = words[1:]
    while (
        words
        and " ".join(words[-2:]) not in context.words.office_noun
        and (words[-1] in context.words.office_joiner or words[-1] in outside)
    ):
        words = words[:-1]
    return " ".join(words)


def _behind(context: Context, name: Name, starts: set[int]) -> Office | None:
    """Read an apposition: "X, the Russian president," or "X, Kyiv's military administration chief,"."""
    index = name.last
    if context.key(index) != "," or not context.same_line(name.last - 1, min(index + 1, len(context.pieces) - 1)):
        return None
    first = index + 1
    if context.key(first) in context.words.determiner:
        first += 1
    last = first
    while (
        last < len(context.pieces) and last - first < LONGEST_PHRASE and _continues_right(context, last, first, starts)
    ):
        last += 1
    if last in starts or last == first:
        return None
    while last > first and context.key(last - 1) in context.words.office_joiner:
        last -= 1
    office = parse_office(context, first, last, needs_end=True)
    if office and office.of is None and (owner := _owner_in_clause(context, last)):
        return _with_owner(office, owner)
    return office


def _owner_in_clause(context: Context, index: int) -> Resource | None:
    """Return the country behind an apposition that goes on: "chief of cabinet in the Office of the President of X"."""
    for at in range(index, min(index + LONGEST_PHRASE, len(context.pieces))):
        piece = context.pieces[at]
        if not piece.is_word or context.token(at).pos_ in {"VERB", "AUX", "PRON", "SCONJ"}:
            return None
        if match := context.match_of[at]:
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
    if piece.key == "s" and context.pieces[index - 1].text in APOSTROPHES:
        return True
    if piece.key in context.words.office_joiner - context.words.conjunction:
        return index > first
    if piece.key in context.words.phrase_adjective or context.match_of[index] is not None:
        return True
    return context.token(index).pos_ in PHRASE_TAGS


def owner_behind(context: Context, name: Name) -> Resource | None:
    """Return the country in "President X of Egypt" or "X of the United Kingdom"."""
    index = name.last
    if context.key(index) != "of":
        return None
    index += 1
    if context.key(index) == "the":
        index += 1
    match = context.match_of[index] if index < len(context.pieces) else None
    if match is None:
        return None
    for reading in match.readings:
        if reading.resource.kind in {"Country", "Organization"} and reading.use in {Use.LABEL, Use.METONYM}:
            return reading.resource
    return None


def _with_owner(office: Office, owner: Resource) -> Office:
    return replace(office, of=owner)
