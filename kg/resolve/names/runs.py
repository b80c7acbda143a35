"""Runs of capitalised words that can be one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS
from kg.knowledge.folding import fold
from kg.resolve.matching.gazetteer import people_called
from kg.resolve.matching.pieces import APOSTROPHES
from kg.resolve.names.titles import title_length

if TYPE_CHECKING:
    from kg.resolve.context import Context


#: Names longer than this are several names or no name.
LONGEST_NAME = 7


def run_end(context: Context, first: int, *, at_least: int = 0) -> int:
    """Return the end of the run of name words that begins at the piece."""
    end = max(first + 1, at_least)
    at = end
    while at < len(context.pieces) and at - first < 2 * LONGEST_NAME:
        piece = context.pieces[at]
        if piece.text in HYPHENS | APOSTROPHES:
            if not _joins_name(context, at):
                break
            at += 2
            end = at
        elif piece.text == "." and len(context.pieces[at - 1].text) == 1 and context.gap(at) == "":
            at += 1
        elif leads_generation(context, at):
            return at + 2
        elif context.gap(at) not in {" ", "\u00a0"}:
            break
        elif fits_run(context, at) and not blocked(context, at):
            at += 1
            end = at
        elif piece.key in context.words.persons.inner_name_word and particle_leads(context, at):
            at += 1
        elif _in_same_name(context, at) and not blocked(context, at):
            at += 1
            end = at
        else:
            break
    return end


def leads_generation(context: Context, comma: int) -> bool:
    """Whether ", Jr." follows; "David Axelrod, Senior Commentator" has an office behind the comma."""
    if context.keys[comma] != "," or context.keys[comma + 1] not in context.words.persons.generation_word:
        return False
    after = comma + 2
    return after == len(context.pieces) or context.gap(after) != " " or not context.pieces[after].is_capital


def _in_same_name(context: Context, index: int) -> bool:
    """Whether the model reads on: "King" in "Stephen King" is a name and no title."""
    tokens = context.token(index - 1), context.token(index)
    return context.pieces[index].is_capital and all(token.ent_type_ == "PERSON" for token in tokens)


def _joins_name(context: Context, sign: int) -> bool:
    """Whether a hyphen or apostrophe stands fast between two name words: "al-Sisi", "O'Brien", not "Trump-Putin"."""
    after = sign + 1
    if after >= len(context.pieces) or context.gap(sign) or context.gap(after):
        return False
    piece = context.pieces[after]
    if context.pieces[sign].text in APOSTROPHES:
        return piece.is_capital and not context.is_clitic(after)  # "BIDEN'S AGENDA" owns
    if both_known(context, sign) or (blocked(context, after) and not is_of_people(context, after)):
        return False
    return piece.is_word and (
        piece.is_capital or context.keys[sign - 1] in context.words.persons.inner_name_word or len(piece.key) <= 4
    )


def is_of_people(context: Context, index: int) -> bool:
    """Whether a hyphen joins a people's name to the small word of a family name: "al-[Turk]", "al-[Iraqi]"."""
    joined = context.keys[index - 1] in HYPHENS and not context.gap(index - 1) and not context.gap(index)
    return joined and context.keys[index - 2] in context.words.persons.inner_name_word


def fits_run(context: Context, index: int) -> bool:
    """Whether the piece is a capitalised word that names can have, no title, day or month."""
    piece = context.pieces[index]
    words = context.words
    return (
        piece.is_capital
        and piece.key not in words.persons.not_a_name
        and piece.key not in words.persons.calendar_word
        and not title_length(context, index)
    )


def blocked(context: Context, index: int) -> bool:
    """Whether the piece belongs to the name of something that is no person."""
    match = context.match_of[index]
    return match is not None and any(
        reading.resource.kind != "Person" and not reading.ambiguous for reading in match.readings
    )


def particle_leads(context: Context, index: int) -> bool:
    """Whether a small word begins a name: "el-Sisi", "bin Salman", "von der Leyen"."""
    at = index
    while at < len(context.pieces) and (
        context.keys[at] in context.words.persons.inner_name_word or context.pieces[at].text in HYPHENS
    ):
        at += 1
    return at < len(context.pieces) and context.same_line(index, at) and fits_run(context, at)


def both_known(context: Context, hyphen: int) -> bool:
    """Whether a hyphen stands between names of two known people, "Trump-Putin", not in one's: "Ramos-Horta".

    What a name is joined to in small letters is no other's name: "Kim Young-ho".
    """
    if not context.pieces[hyphen + 1].is_capital:
        return False
    left, right = (context.keys[side] for side in (hyphen - 1, hyphen + 1))
    people = people_called(context.gazetteer, right)
    double = f"{left}-{right}"
    whole = any(fold(label).endswith(double) for person in people for label in person.labels)
    return bool(people) and bool(people_called(context.gazetteer, left)) and not whole
