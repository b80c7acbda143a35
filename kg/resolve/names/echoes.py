"""Further occurrences of names that the document or the reference data knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import marker_of
from kg.resolve.matching.gazetteer import people_called
from kg.resolve.names.bodies import without_bodies
from kg.resolve.names.joined import completed_names, shared_names
from kg.resolve.names.marked import model_names
from kg.resolve.names.runs import blocked, fits_run
from kg.resolve.names.somebody import shown_names
from kg.resolve.names.spans import (
    SHOWN,
    Name,
    is_namesake,
    longest,
    make_name,
    may_be_place,
    reference_names,
    without_places,
)
from kg.resolve.names.titled import spoken_names, titled_names
from kg.resolve.names.titles import ends_title, title_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.resolve.context import Context


def find_names(context: Context) -> tuple[Name, ...]:
    """Return the spans that name persons, in order; none overlaps another."""
    strong = list(reference_names(context))
    strong += shown_names(context)
    strong += model_names(context)
    strong += titled_names(context)
    if not context.knows_names:
        strong += spoken_names(context)
    chosen = without_places(context, longest(without_bodies(context, strong)))
    named = longest([*chosen, *_echoes(context, chosen)])
    named = longest([*named, *completed_names(context, named)])
    return tuple(sorted(longest([*shared_names(context, named), *named])))


def _echoes(context: Context, names: Iterable[Name]) -> Iterator[Name]:
    """Yield further occurrences of last words of names found already, and family names of leaders in office."""
    taken = {index for name in names for index in range(name.first, name.last)}
    known = {name.parts[-1] for name in names} | {name.parts[0] for name in names if name.rule != "model"}
    shown = {name.parts[-1] for name in names if name.rule == SHOWN}
    for index in context.capitals:
        if index in taken or not fits_run(context, index):
            continue
        if context.keys[index] in shown:
            if marker_of(context.token(index)) in context.words.states.place_preposition:
                continue  # the town of his name
        elif blocked(context, index) and not _leads_government(context, index):
            continue
        if context.keys[index] not in known and may_be_place(context, index):
            continue
        if context.keys[index] not in known and not _leads_now(context, index) and not _led(context, index):
            continue
        first = _given_names(context, index, taken)
        if _stands_alone(context, index, first, taken):
            name = make_name(context, first, index + 1, "family name")
            if name is not None and not is_namesake(context, name):
                yield name


def _led(context: Context, index: int) -> bool:
    return _leads_government(context, index) and bool(people_called(context.gazetteer, context.keys[index]))


def _leads_government(context: Context, index: int) -> bool:
    """Whether the piece is the person in an organization's name such as "Trump administration"."""
    return context.keys[index + 1] in context.words.states.government_head and context.gap(index + 1) == " "


def _stands_alone(context: Context, index: int, first: int, taken: set[int]) -> bool:
    """Whether no further word of a name stands before or behind the pieces first..index."""
    for neighbour, gap_at in ((first - 1, first), (index + 1, index + 1)):
        if not 0 <= neighbour < len(context.pieces) or context.gap(gap_at) != " " or neighbour in taken:
            continue
        if not context.pieces[neighbour].is_capital or title_length(context, neighbour):
            continue
        persons = context.words.persons
        if context.keys[neighbour] in persons.not_a_name | persons.calendar_word or blocked(context, neighbour):
            continue
        if neighbour < first and ends_title(context, neighbour):
            continue
        if context.token(neighbour).pos_ in {"PROPN", "X"}:
            return False
    return True


def _leads_now(context: Context, index: int) -> bool:
    """Whether the word is the family name of exactly one person who holds an office on the day of publication."""
    people = people_called(context.gazetteer, context.keys[index])
    day = context.document.date
    if day is None or index in context.shouted:
        return False
    token = context.token(index)
    if token.pos_ != "PROPN" or (token.ent_type_ not in {"", "PERSON"} and not _only_to_model(context, index)):
        return False
    return sum(any(office.held_on(day) for office in person.offices) for person in people) == 1


def _only_to_model(context: Context, index: int) -> bool:
    """Whether only the model takes a lone word for a place or a body: "Rubio called Lavrov"."""
    token = context.token(index)
    alone = token.ent_iob_ == "B" and (token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I")
    return alone and context.match_of[index] is None


def _given_names(context: Context, index: int, taken: set[int]) -> int:
    """Return where the capitalised words before a known family name begin, at most two of them: "Sergey Lavrov"."""
    first = index
    while first > 0 and index - first < 2 and context.gap(first) == " " and first - 1 not in taken:
        before = first - 1
        token = context.token(before)
        if (
            not fits_run(context, before)
            or blocked(context, before)
            or token.pos_ != "PROPN"
            or before in context.shouted
        ):
            break
        if ends_title(context, before):
            break
        first = before
    return first
