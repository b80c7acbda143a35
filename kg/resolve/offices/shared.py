"""Offices in the plural before several names: "Presidents Trump and Putin", "Foreign ministers X, Y and Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.offices.phrases import Office

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.resolve.context import Context
    from kg.resolve.names.spans import Name

#: Words that tell which office a plural means, at most: "foreign and defence ministers" are two.
MOST_BEFORE = 2
FIELDS = frozenset({"ADJ", "NOUN", "PROPN"})


def shared_office(
    context: Context, name: Name, ends: Mapping[int, Name], shared: dict[int, Office | None]
) -> Office | None:
    """Return the office of a plural before the first of several names: "Presidents Trump and Putin".

    `shared` keeps by the first pieces of names what was found, so that no list of names is walked again for each.
    """
    first = name.first
    while first not in shared and first > 0 and _joins(context, first - 1):
        while first > 0 and _joins(context, first - 1):
            first -= 1
        if first not in ends:
            shared[name.first] = None
            return None
        first = ends[first].first
    if first not in shared:
        shared[first] = _plural_before(context, first)
    shared[name.first] = shared[first]
    return shared[first]


def _plural_before(context: Context, first: int) -> Office | None:
    """Return the office in the singular, with the words that tell which: "Foreign ministers", "Prime Ministers"."""
    title = context.keys[first - 1] if first else ""
    singulars = context.words.endings.singulars_of(title) - {title}
    singular = min(singulars & context.words.offices.office_noun, default=None)
    if singular is None or context.gap(first) != " ":
        return None
    begin = first - 1
    while begin > 0 and first - begin <= MOST_BEFORE and _tells_which(context, begin - 1):
        begin -= 1
    before = [context.keys[at] for at in range(begin, first - 1)]
    literal = " ".join([*before, singular])
    owner = context.match_of[begin - 1] if begin > 0 else None
    of = next((r.resource for r in owner.readings if r.resource.kind == "Country"), None) if owner else None
    head = literal if literal in context.words.offices.office_noun else singular
    return Office(literal, head, of, begin, first, former=False, counterpart=False)


def _tells_which(context: Context, index: int) -> bool:
    """Whether a word is part of an office and no adjective that anybody may have, nor a name or a verb."""
    offices = context.words.offices
    own = context.token(index).pos_ in FIELDS and context.pieces[index].is_word and context.match_of[index] is None
    loose = offices.phrase_adjective | offices.former_word | context.words.joining.determiner
    return own and context.gap(index + 1) == " " and context.keys[index] not in loose


def _joins(context: Context, index: int) -> bool:
    return context.keys[index] in context.words.joining.conjunction or context.keys[index] == ","
