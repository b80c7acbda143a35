"""Titles, offices and forms of address before names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.resolve.context import Context

#: Pieces of the longest title: "Editor-in-Chief" has five.
LONGEST_TITLE = 5


def title_length(context: Context, index: int) -> int:
    """Return how many pieces of a title, honorific or office begin at the piece: 0 when none does.

    A word that the model has at the start of a person's name is part of it, for it leaves titles out: "Amir Khan".
    """
    words = context.words
    if index not in context.title_starts:
        return 0
    for length, key in reversed(_joined(context, index)):
        if key in words.persons.honorific or key in words.offices.office_noun:
            stopped = context.keys[index + length] == "." and context.gap(index + length) == ""
            return 0 if length == 1 and not stopped and _begins_name(context, index) else length + stopped
    return 0


def _begins_name(context: Context, index: int) -> bool:
    """Whether the model takes the title for a given name; before one word alone "Shaikh Mohamed" leaves that open."""
    persons = context.words.persons
    titles = (persons.male_honorific | persons.female_honorific) - persons.male_given_name - persons.female_given_name
    tokens = [context.token(at) for at in range(index, min(index + 3, len(context.pieces)))]
    types = [(token.ent_iob_, token.ent_type_) for token in tokens]
    if types[:2] != [("B", "PERSON"), ("I", "PERSON")]:
        return False
    return types[2:] == [("I", "PERSON")] or context.keys[index] not in titles


def _joined(context: Context, index: int) -> list[tuple[int, str]]:
    """Return the first piece, the first two and so on as far as a title can reach in the line, each with how many."""
    joined = [(1, context.keys[index])]
    for at in range(index + 1, min(index + LONGEST_TITLE, len(context.pieces))):
        gap = context.gap(at)
        if "\n" in gap:
            break
        joined.append((len(joined) + 1, joined[-1][1] + (" " if gap else "") + context.keys[at]))
    return joined


def ends_title(context: Context, index: int) -> bool:
    """Whether a title, honorific or office ends with the piece."""
    return any(title_length(context, start) == index - start + 1 for start in range(max(0, index - 3), index + 1))


def follows_personal_title(context: Context, index: int) -> bool:
    """Whether the title before the piece is one that only names follow: "Mr", "President"."""
    words = context.words
    leading = words.offices.head_of_state | words.offices.head_of_government
    return _before(context, index) in words.persons.male_honorific | words.persons.female_honorific | leading


def follows_courtesy_title(context: Context, index: int) -> bool:
    """Whether "Mr", "Ms" or the like stands before the piece, whatever else it looks like: "MS. PSAKI"."""
    words = context.words
    return (
        _before(context, index)
        in (words.persons.male_honorific | words.persons.female_honorific)
        & words.persons.honorific - words.offices.office_noun
    )


def _before(context: Context, index: int) -> str:
    """Return the word before the piece, over the stop of an abbreviation."""
    return context.keys[index - 2 if context.keys[index - 1] == "." else index - 1]
